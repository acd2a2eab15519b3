//! How cases and results look on a line.
//!
//! ```text
//! id <TAB> function <TAB> argument ...
//! id <TAB> ok <TAB> value ...
//! id <TAB> err <TAB> code <TAB> argument
//! ```
//!
//! Arguments and values are `f:<bits of a double, 16 hex digits>`, `n:<decimal>`, `b:<hex digits>`, `t:<text>`;
//! hex digits are lower case.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::calls::Answer;

/// A value of a result.
pub enum Value {
    /// The bits of a double.
    Double(f64),
    /// An integer.
    Number(u64),
    /// Bytes.
    Bytes(Vec<u8>),
    /// Text without TAB and newline.
    Text(String),
}

/// The fields of a line that are not read yet.
pub struct Arguments<'a> {
    rest: Option<&'a [u8]>,
}

/// Returns the id of a line and its other fields; none if the id is empty.
pub fn read(line: &[u8]) -> Option<(&[u8], Arguments<'_>)> {
    let mut fields = Arguments { rest: Some(line) };
    let id = fields.name()?;
    (!id.is_empty()).then_some((id, fields))
}

impl<'a> Arguments<'a> {
    /// Reads a field as it is.
    pub fn name(&mut self) -> Option<&'a [u8]> {
        let rest = self.rest?;
        let tab = rest.iter().position(|&byte| byte == b'\t');
        self.rest = tab.map(|tab| &rest[tab + 1..]);
        Some(&rest[..tab.unwrap_or(rest.len())])
    }

    /// Reads a field of the form that `prefix` marks.
    fn argument(&mut self, prefix: &str) -> Option<&'a [u8]> {
        self.name()?.strip_prefix(prefix.as_bytes())
    }

    /// Reads `f:`.
    pub fn double(&mut self) -> Option<f64> {
        let bytes = decode(self.argument("f:")?)?;
        Some(f64::from_be_bytes(bytes.try_into().ok()?))
    }

    /// Reads `n:`.
    pub fn number(&mut self) -> Option<u32> {
        let digits = self.argument("n:")?;
        // `parse` would also take a sign.
        let decimal = digits.iter().all(u8::is_ascii_digit).then(|| str::from_utf8(digits).ok())??;
        decimal.parse().ok()
    }

    /// Reads `b:`.
    pub fn bytes(&mut self) -> Option<Vec<u8>> {
        decode(self.argument("b:")?)
    }

    /// Reads `t:`; what is not UTF-8 becomes U+FFFD, which no name holds.
    pub fn text(&mut self) -> Option<Cow<'a, str>> {
        self.argument("t:").map(String::from_utf8_lossy)
    }

    /// Whether every field is read.
    pub fn ended(&self) -> bool {
        self.rest.is_none()
    }
}

/// Returns the bytes that lower-case hex digits spell.
fn decode(hex: &[u8]) -> Option<Vec<u8>> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = hex.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|&[high, low]| Some(digit(high)? << 4 | digit(low)?)).collect()
}

/// Writes one result line.
pub fn write(output: &mut impl Write, id: &[u8], answer: &Answer) -> io::Result<()> {
    output.write_all(id)?;
    match answer {
        Ok(values) => {
            output.write_all(b"\tok")?;
            for value in values {
                write_value(output, value)?;
            }
        }
        Err(error) => write!(output, "\terr\t{}\t{}", error.code().name(), error.argument().unwrap_or_default())?,
    }
    output.write_all(b"\n")
}

fn write_value(output: &mut impl Write, value: &Value) -> io::Result<()> {
    match value {
        Value::Double(number) => write!(output, "\tf:{:016x}", number.to_bits()),
        Value::Number(number) => write!(output, "\tn:{number}"),
        Value::Text(text) => write!(output, "\tt:{text}"),
        Value::Bytes(bytes) => {
            const DIGITS: &[u8; 16] = b"0123456789abcdef";
            let digits = |&byte: &u8| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
            output.write_all(b"\tb:")?;
            output.write_all(&bytes.iter().flat_map(digits).collect::<Vec<_>>())
        }
    }
}
