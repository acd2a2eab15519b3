//! Prints the JavaScript functions that are called as their algorithm.

use std::fmt::Write;

use oxbridge_core::hash::{Algorithm, Kind};

const HEAD: &str = r#"// The functions that are called as their algorithm. Printed from the table of algorithms; do not edit.

/** @typedef {import("./check.js").Data} Data */
/** @typedef {import("./hash.js").Encoding} Encoding */
/** @typedef {import("./hash-options.js").TextEncoding} TextEncoding */

/**
 * @template {string} E
 * @typedef {import("./hash-options.js").LengthOption<E>} LengthOption
 */

/**
 * @template {string} E
 * @template {keyof import("./hash-options.js").AlgorithmOptions} [N=never]
 * @typedef {import("./hash-options.js").EncodingOption<E, N>} EncodingOption
 */

/** @param {(algorithm: import("./algorithm.js").Algorithm, data: unknown, options: unknown, where: string) => any} digest */
export function namedDigests(digest) {
"#;

/// What stands before each function: words in capitals are replaced.
const FUNCTION: &str = r#"  /**
   * Returns the TITLE digest of `data` (SOURCE).WARNING
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {OPTION<TextEncodingNAMES>} OPTIONAL
   * @returns {string}
   */
  /**
   * Returns the TITLE digest of `data` (SOURCE) as bytes.WARNING
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {OPTION<"bytes"NAMES>BOTH} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the TITLE digest of `data` (SOURCE).WARNING
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {OPTION<EncodingNAMES>} OPTIONAL
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
RANGES   * @example <caption>Digest a string</caption>
   * FUNCTION("abc"GIVEN); // "TEXT"
   * @example <caption>Digest bytes into bytes</caption>
   * FUNCTION(new Uint8Array([97, 98, 99]), BYTES); // Uint8Array(LENGTH) [FIRST, SECOND, ...]
   */
  function FUNCTION(data, options) {
    return digest("ALGORITHM", data, options, "FUNCTION");
  }

"#;

/// What is said of the options of an algorithm that has some.
const RANGES: &str =
    "   * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than it takes\n";

/// `js/src/hash-digests.js`.
pub(crate) fn print() -> String {
    let mut text = String::from(HEAD);
    let digests: Vec<_> = Algorithm::ALL.iter().filter(|algorithm| algorithm.kind() != Kind::Checksum).collect();
    for algorithm in &digests {
        let digest = algorithm.digest(b"abc");
        let hex = digest.iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        let warning = match algorithm.kind() {
            Kind::Broken => "\n   * It is broken: two messages with one digest can be made.",
            _ => "",
        };
        let names: Vec<_> = algorithm.options().map(|(name, _)| name.name()).collect();
        let quoted: Vec<_> = names.iter().map(|name| format!("\"{name}\"")).collect();
        let is_extendable = algorithm.is_extendable();
        let taken = if names.is_empty() || is_extendable { String::new() } else { format!(", {}", quoted.join(" | ")) };
        let length = digest.len();
        let bytes = if is_extendable {
            format!("{{ outputLength: {length}, encoding: \"bytes\" }}")
        } else {
            "\"bytes\"".to_owned()
        };
        let optional = match names.as_slice() {
            _ if is_extendable => {
                "options `outputLength`, which is the length of the digest in bytes, from 1 to 2^24; and the\n   *   \
                 encoding of the result, `\"hex\"` by default"
                    .to_owned()
            }
            [] => "[options] the encoding of the result; `\"hex\"` by default".to_owned(),
            names => format!("[options] the encoding of the result, `\"hex\"` by default; and {}", listed(names)),
        };
        text += &FUNCTION
            .replace("OPTIONAL", &optional)
            .replace("OPTION<", if is_extendable { "LengthOption<" } else { "EncodingOption<" })
            .replace("BOTH", if is_extendable { " & { encoding: \"bytes\" }" } else { "" })
            .replace("NAMES", &taken)
            .replace("RANGES", if names.is_empty() { "" } else { RANGES })
            .replace("GIVEN", &if is_extendable { format!(", {{ outputLength: {length} }}") } else { String::new() })
            .replace("BYTES", &bytes)
            .replace("ALGORITHM", algorithm.name())
            .replace("FUNCTION", &function(algorithm))
            .replace("TITLE", algorithm.title())
            .replace("SOURCE", algorithm.specification())
            .replace("WARNING", warning)
            .replace("TEXT", &hex)
            .replace("LENGTH", &length.to_string())
            .replace("FIRST", &digest[0].to_string())
            .replace("SECOND", &digest[1].to_string());
    }
    let names: Vec<_> = digests.iter().map(|algorithm| format!("    {},\n", function(algorithm))).collect();
    let _ = write!(text, "  return {{\n{}  }};\n}}\n", names.concat());
    text
}

/// The name of the function of an algorithm.
fn function(algorithm: &Algorithm) -> String {
    algorithm.name().replace('-', "_")
}

/// `` `key` and `salt` ``
fn listed(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}
