//! Prints the JavaScript functions that are called as their algorithm.

use std::fmt::Write;

use oxbridge_core::hash::{Algorithm, Kind};

const HEAD: &str = r#"// The functions that are called as their algorithm. Printed from the table of algorithms; do not edit.

/** @typedef {import("./check.js").Data} Data */
/** @typedef {import("./hash.js").Encoding} Encoding */
/** @typedef {import("./hash.js").TextEncoding} TextEncoding */

/**
 * @template {string} E
 * @typedef {import("./hash.js").EncodingOption<E>} EncodingOption
 */

/** @param {(algorithm: import("./algorithm.js").Algorithm, data: unknown, options: unknown, where: string) => any} digest */
export function namedDigests(digest) {
"#;

/// What stands before each function: NAME, TITLE, SOURCE, WARNING and EXAMPLE are replaced.
const FUNCTION: &str = r#"  /**
   * Returns the TITLE digest of `data` (SOURCE).WARNING
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the TITLE digest of `data` (SOURCE) as bytes.WARNING
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the TITLE digest of `data` (SOURCE).WARNING
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @example <caption>Digest a string</caption>
   * NAME("abc"); // "TEXT"
   * @example <caption>Digest bytes into bytes</caption>
   * NAME(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(LENGTH) [FIRST, SECOND, ...]
   */
  function NAME(data, options) {
    return digest("ALGORITHM", data, options, "NAME");
  }

"#;

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
        text += &FUNCTION
            .replace("ALGORITHM", algorithm.name())
            .replace("NAME", &function(algorithm))
            .replace("TITLE", algorithm.title())
            .replace("SOURCE", algorithm.specification())
            .replace("WARNING", warning)
            .replace("TEXT", &hex)
            .replace("LENGTH", &digest.len().to_string())
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
