//! Prints what JavaScript knows of the tables.

use std::fmt::Write;
use std::ops::RangeInclusive;

use oxbridge_core::Code;
use oxbridge_core::hash::{Algorithm, Encoding, Kind, OptionName};
use oxbridge_core::interface::{ABI_VERSION, Function, Type, meta};
use oxbridge_core::math::FIBONACCI_MAX;

use crate::longest_state;

/// `js/src/interface.js`.
pub(crate) fn interface(rows: &[&Function]) -> String {
    let mut text = String::from(
        "// The interface table, the error codes and the names of algorithms and encodings, as data.\n\
         // Printed from the tables of the core; do not edit.\n\n",
    );
    let version = env!("CARGO_PKG_VERSION");
    let digest = meta::digest().expect("the digest of a table always exists");
    let _ = writeln!(text, "/** The version of Oxbridge. */\nexport const VERSION = \"{version}\";\n");
    text += "/** What a binary must answer to `interface_digest()` to be used with this package. */\n";
    let _ = writeln!(text, "export const DIGEST = \"{digest}\";\n");
    text += "/** The calling convention of the C library that this package knows. */\n";
    let _ = writeln!(text, "export const ABI_VERSION = {ABI_VERSION};\n");
    text += "/** The largest `n` whose Fibonacci number fits into 64 bits. */\n";
    let _ = writeln!(text, "export const FIBONACCI_MAX = {FIBONACCI_MAX};\n");
    text += "/** The rows of each family, with the types of their arguments. */\nexport const ROWS = /** @type {const} */ ({\n";
    let mut families: Vec<&str> = rows.iter().map(|row| row.family).collect();
    families.dedup();
    for family in families {
        let _ = writeln!(text, "  {family}: {{");
        for row in rows.iter().filter(|row| row.family == family) {
            let types: Vec<_> = row.arguments.iter().map(|(_, ty)| format!("\"{}\"", ty.name())).collect();
            let _ = writeln!(text, "    {}: [{}],", row.name, types.join(", "));
        }
        text += "  },\n";
    }
    text += "});\n\n/** The rows that make a handle. @type {readonly string[]} */\n";
    let makers = rows.iter().filter(|row| row.returns == Type::Handle).map(|row| format!("\"{}\"", row.name));
    let _ = writeln!(text, "export const HANDLE_ROWS = [{}];", makers.collect::<Vec<_>>().join(", "));
    text += "\n/** Each error code: its number in C, and its class in JavaScript. */\n";
    text += "export const CODES = /** @type {const} */ ({\n";
    for &code in Code::ALL {
        let _ = writeln!(text, "  /** {} */", code.description());
        let _ = writeln!(text, "  {}: {{ status: {}, class: \"{}\" }},", code.name(), code as i32, code.class().name());
    }
    text += "});\n\n/** Each algorithm: its number, what people call it, the lengths of a digest and of a block, what\n * it is good for, the options that it takes with the least and the greatest number or length in bytes, whether it has no\n * length of its own, and whether its state can be saved. */\n";
    text += "export const ALGORITHMS = /** @type {const} */ ({\n";
    for &algorithm in Algorithm::ALL {
        let (name, id, title) = (key(algorithm.name()), algorithm as u32, algorithm.title());
        let (length, kind) = (algorithm.digest_length(), kind(algorithm));
        let block = algorithm.block_length().map_or("null".to_owned(), |length| length.to_string());
        let options: Vec<_> = algorithm.options().map(|(name, limits)| option(name, &limits)).collect();
        let options = if options.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", options.join(", ")) };
        let (extendable, saves) = (algorithm.is_extendable(), algorithm.saves());
        let _ = writeln!(text, "  {name}: {{\n    id: {id},\n    title: \"{title}\",\n    digestLength: {length},");
        let _ = writeln!(text, "    blockLength: {block},\n    kind: \"{kind}\",\n    options: {options},");
        let _ = writeln!(text, "    extendable: {extendable},\n    saves: {saves},\n  }},");
    }
    text += "});\n\n/** No saved hasher has more bytes. */\n";
    let _ = writeln!(text, "export const LONGEST_STATE = {};\n", longest_state());
    text += "/** Each option of an algorithm: its number, and whether its value is one. */\n";
    text += "export const OPTIONS = /** @type {const} */ ({\n";
    for &name in OptionName::ALL {
        let _ = writeln!(text, "  {}: {{ id: {}, isNumber: {} }},", name.name(), name as u8, name.is_number());
    }
    text += "});\n\n/** Each way to write bytes as text, and its number. */\n";
    text += "export const ENCODINGS = /** @type {const} */ ({\n";
    for &encoding in Encoding::ALL {
        let _ = writeln!(text, "  {}: {},", key(encoding.name()), encoding as u32);
    }
    text += "});\n";
    text
}

/// What an algorithm is good for, as JavaScript says it.
fn kind(algorithm: Algorithm) -> &'static str {
    match algorithm.kind() {
        Kind::Cryptographic => "cryptographic",
        Kind::Broken => "broken",
        Kind::Checksum => "checksum",
        other => unreachable!("{other:?} has no name in JavaScript"),
    }
}

/// An option with its limits; a number that JavaScript's own do not hold is a bigint.
fn option(name: OptionName, limits: &RangeInclusive<u64>) -> String {
    let wide = if *limits.end() < 1 << 53 { "" } else { "n" };
    format!("{}: [{}{wide}, {}{wide}]", name.name(), limits.start(), limits.end())
}

/// A property name, quoted where it must be.
fn key(name: &str) -> String {
    if name.chars().all(|c| c.is_ascii_alphanumeric()) { name.to_owned() } else { format!("\"{name}\"") }
}

/// `cabi-calls.js`: one JavaScript function for each C function.
///
/// They are printed and not built at load time because each then has a call site of its own,
/// which is what lets Deno and Bun compile the call into machine code.
pub(crate) fn calls(rows: &[&Function], export: &str) -> String {
    let mut text = format!(
        "// One JavaScript function for each C function of the library. Printed from the interface table; do not edit.\n\
         // Each has a call site of its own, so that a runtime can compile the call into machine code.\n\n\
         /**\n \
         * @param {{Record<string, any>}} lib the functions of the opened library\n \
         * @param {{import(\"{}\").Cell}} cell where C writes results\n \
         * @param {{(status: number) => void}} check throws unless the status is 0\n \
         * @param {{(length: number) => number | bigint}} size what C's size_t and uint64_t are given as\n \
         */\n\
         export const {export} = (lib, cell, check, size) => ({{\n",
        if export == "calls" { "./cabi.js" } else { "../../js/src/backends/cabi.js" }
    );
    for row in rows {
        let names: Vec<&str> = row.arguments.iter().map(|(name, _)| *name).collect();
        let _ = writeln!(text, "  /** {} */", parameter_types(row));
        // Only the last may be a string, because two would have the same memory; those before it are options.
        let data = row.arguments.iter().filter(|(_, ty)| *ty == Type::Bytes).map(|(name, _)| *name).next_back();
        let mut passed: Vec<String> = row
            .arguments
            .iter()
            .map(|(name, ty)| match ty {
                Type::Bytes if Some(*name) == data => "read, size(cell.length)".to_owned(),
                Type::Bytes | Type::BytesMut | Type::Indices => format!("{name}, size({name}.length)"),
                Type::Handle => format!("size({name})"),
                _ => (*name).to_owned(),
            })
            .collect();
        let result = match row.returns {
            Type::Nothing => "",
            Type::F64 => "cell.f64[0]",
            Type::U32 => "cell.u32[0]",
            Type::U64 => "cell.u64[0]",
            Type::Handle => "Number(cell.u64[0])",
            Type::Text => "cell.takeText()",
            Type::Bytes | Type::BytesMut | Type::Indices => unreachable!("no row returns a slice"),
        };
        if !result.is_empty() {
            passed.push("cell.out".to_owned());
        }
        let _ = writeln!(text, "  {}: ({}) => {{", row.name, names.join(", "));
        if let Some(name) = data {
            let _ = writeln!(text, "    const read = cell.read({name});");
        }
        let _ = writeln!(text, "    check(lib.oxb_{}({}));", row.name, passed.join(", "));
        if !result.is_empty() {
            let _ = writeln!(text, "    return {result};");
        }
        text += "  },\n";
    }
    text += "});\n";
    text
}

/// The JSDoc type of one function.
fn parameter_types(row: &Function) -> String {
    let parameters: Vec<String> = row.arguments.iter().map(|(name, ty)| format!("{name}: {}", js_type(*ty))).collect();
    format!("@type {{({}) => {}}}", parameters.join(", "), js_type(row.returns))
}

fn js_type(ty: Type) -> &'static str {
    match ty {
        Type::Bytes | Type::BytesMut => "Uint8Array",
        Type::Indices => "Uint32Array",
        Type::F64 | Type::U32 | Type::Handle => "number",
        Type::U64 => "bigint",
        Type::Text => "string",
        Type::Nothing => "void",
    }
}
