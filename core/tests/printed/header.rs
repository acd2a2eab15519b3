//! Prints `oxbridge.h`.

use std::fmt::Write;

use oxbridge_core::Code;
use oxbridge_core::hash::{Algorithm, Encoding, OptionName};
use oxbridge_core::interface::{ABI_VERSION, Function, Type};

use crate::longest_state;

/// The whole header.
pub(crate) fn print(rows: &[&Function]) -> String {
    let mut text = String::from(HEAD);
    let _ = writeln!(text, "{ABI_VERSION}\n");
    text += "/* What a function returns: 0, or why it failed. */\nenum {\n  OXB_OK = 0,\n";
    for &code in Code::ALL {
        let name = code.name().trim_start_matches("ERR_");
        let _ = writeln!(text, "  /* {} */\n  OXB_ERR_{name} = {},", code.description(), code as i32);
    }
    text += "};\n\n/* Algorithms, and the lengths of their digests in bytes. */\nenum {\n";
    for &algorithm in Algorithm::ALL {
        let name = constant(algorithm.name());
        let _ = writeln!(text, "  OXB_{name} = {},", algorithm as u32);
        let _ = writeln!(text, "  OXB_{name}_LENGTH = {},", algorithm.digest_length());
    }
    let longest = Algorithm::ALL.iter().map(|algorithm| algorithm.digest_length()).max().unwrap_or(0);
    let _ =
        writeln!(text, "  /* No digest is longer, unless an option asks for it. */\n  OXB_LONGEST_DIGEST = {longest},");
    let longest = longest_state();
    let _ = writeln!(text, "  /* No saved hasher has more bytes. */\n  OXB_LONGEST_STATE = {longest},");
    text += "};\n\n/* Expands X for each algorithm with its number, its name, and the length of a digest. */\n";
    text += "#define OXB_ALGORITHMS(X)";
    for &algorithm in Algorithm::ALL {
        let (name, length) = (algorithm.name(), algorithm.digest_length());
        let _ = write!(text, " \\\n  X(OXB_{}, \"{name}\", {length})", constant(name));
    }
    text += "\n\n/* How a digest becomes text (RFC 4648). */\nenum {\n";
    for &encoding in Encoding::ALL {
        let _ = writeln!(text, "  OXB_{} = {},", constant(encoding.name()), encoding as u32);
    }
    text += "};\n\n/* The options of algorithms; see oxb_hash_with. */\nenum {\n";
    for &option in OptionName::ALL {
        let _ = writeln!(text, "  OXB_OPTION_{} = {},", snake(option.name()), option as u8);
    }
    text += "};\n";
    text += PUT_OPTIONS;
    text += FIXED;
    for row in rows {
        text += "\n";
        let lines = row.docs.iter().map(|line| line.trim());
        let _ = writeln!(text, "/* {} */", lines.collect::<Vec<_>>().join("\n   "));
        let _ = writeln!(text, "int32_t oxb_{}({});", row.name, parameters(row));
    }
    text += TAIL;
    text
}

/// `sha512-256` as a C constant.
fn constant(name: &str) -> String {
    name.to_uppercase().replace('-', "_")
}

/// `outputLength` as a C constant.
fn snake(name: &str) -> String {
    name.chars().fold(String::new(), |mut text, letter| {
        if letter.is_ascii_uppercase() {
            text.push('_');
        }
        text.push(letter.to_ascii_uppercase());
        text
    })
}

/// The parameters of one function; a slice is a pointer and a length in elements.
fn parameters(row: &Function) -> String {
    let mut parameters: Vec<String> = row
        .arguments
        .iter()
        .map(|(name, ty)| match ty {
            Type::Bytes => format!("const uint8_t *{name}, size_t {name}_length"),
            Type::BytesMut => format!("uint8_t *{name}, size_t {name}_length"),
            Type::Indices => format!("const uint32_t *{name}, size_t {name}_length"),
            number => format!("{} {name}", c_type(*number)),
        })
        .collect();
    if row.returns != Type::Nothing {
        parameters.push(format!("{} *result", c_type(row.returns)));
    }
    parameters.join(", ")
}

fn c_type(ty: Type) -> &'static str {
    match ty {
        Type::F64 => "double",
        Type::U32 => "uint32_t",
        Type::U64 | Type::Handle => "uint64_t",
        Type::Text => "oxb_text",
        Type::Bytes | Type::BytesMut | Type::Indices | Type::Nothing => unreachable!("not one C value"),
    }
}

const HEAD: &str = "\
/* Oxbridge for C. Printed from the interface table; do not edit.

   Every function returns a status: OXB_OK, or an OXB_ERR_ constant.
   A result is written through the last pointer, and only on success.
   A pointer with length 0 may be NULL; lengths count elements.
   Memory that a function writes to must not overlap its other arguments; where it does, the function fails.
   Every function may be called from any thread at any time, on memory that no other thread uses meanwhile.
   A handle names state in the library, such as a hasher, and is never 0. It belongs to the thread that made it: on any
   other it is OXB_ERR_DISPOSED, as it is after oxb_release, and what a thread has not released ends with it.
   Nothing unwinds into C: a bug in the library is OXB_ERR_INTERNAL. */
#ifndef OXBRIDGE_H
#define OXBRIDGE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern \"C\" {
#endif

/* The version of the calling convention that this header describes; compare it with oxb_abi_version(). */
#define OXB_ABI_VERSION ";

const PUT_OPTIONS: &str = "
/* Writes an option, such as OXB_OPTION_KEY, to `options`, which have room for 5 bytes more than the value; returns how many
   bytes it wrote, behind which the next one may stand. See oxb_hash_with. */
static inline size_t oxb_put_option(uint8_t *options, uint8_t option, const void *value, uint32_t length) {
  options[0] = option;
  for (int i = 0; i < 4; i++) {
    options[1 + i] = (uint8_t)(length >> 8 * i);
  }
  if (length > 0) {
    memcpy(options + 5, value, length);
  }
  return 5 + (size_t)length;
}

/* The same for an option that is a number: OXB_OPTION_SEED or OXB_OPTION_OUTPUT_LENGTH. It takes 13 bytes. */
static inline size_t oxb_put_number(uint8_t *options, uint8_t option, uint64_t number) {
  uint8_t value[8];
  for (int i = 0; i < 8; i++) {
    value[i] = (uint8_t)(number >> 8 * i);
  }
  return oxb_put_option(options, option, value, sizeof value);
}
";

const FIXED: &str = "
/* Text that the library allocated: UTF-8, not terminated. Give it back with oxb_free. */
typedef struct oxb_text {
  char *data;
  size_t length;
  size_t capacity;
} oxb_text;

/* The version of the library's calling convention. */
uint32_t oxb_abi_version(void);

/* The interface table as JSON, { abi, version, digest, functions }; lives as long as the library. */
const char *oxb_interface(void);

/* The message of the last failure on this thread; valid until the next failure on it. */
const char *oxb_error_message(void);

/* The argument at fault in the last failure on this thread, or an empty string; valid as the message. */
const char *oxb_error_argument(void);

/* The name of a status, such as \"ERR_OUT_OF_RANGE\", or an empty string; lives as long as the library. */
const char *oxb_error_name(int32_t status);

/* Gives text back and empties it, so that doing it twice is harmless; NULL is allowed. */
void oxb_free(oxb_text *text);
";

const TAIL: &str = "
#ifdef __cplusplus
}
#endif

#endif
";
