//! How a digest becomes text.

use std::str::FromStr;

use data_encoding::{BASE64, BASE64URL_NOPAD};

use crate::Error;

macro_rules! encodings {
    ($($(#[$doc:meta])* $variant:ident = $id:literal, $name:literal, $codec:ident;)*) => {
        /// A way to write bytes as text (RFC 4648).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[repr(u32)]
        pub enum Encoding {
            $($(#[$doc])* $variant = $id,)*
        }

        impl Encoding {
            /// Every encoding, in the order of their numbers.
            pub const ALL: &[Encoding] = &[$(Encoding::$variant),*];

            /// Returns the name that JavaScript knows it by.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Encoding::$variant => $name,)* }
            }

            /// Returns how many characters `length` bytes become.
            #[must_use]
            pub fn encoded_length(self, length: usize) -> usize {
                match self { $(Encoding::$variant => $codec.encode_len(length),)* }
            }

            /// Appends `bytes` as text to `text`.
            ///
            /// # Examples
            ///
            /// ```
            /// use oxbridge_core::hash::Encoding;
            ///
            /// let mut text = String::new();
            /// Encoding::Base64Url.encode(&[0xfb, 0xff], &mut text);
            /// assert_eq!(text, "-_8");
            /// ```
            pub fn encode(self, bytes: &[u8], text: &mut String) {
                match self { $(Encoding::$variant => $codec.encode_append(bytes, text),)* }
            }
        }
    };
}

encodings! {
    /// Lower-case hexadecimal digits (section 8, in lower case).
    Hex = 0, "hex", HEX;
    /// Base64 with padding (section 4).
    Base64 = 1, "base64", BASE64;
    /// Base64 in the URL-safe alphabet, without padding (section 5).
    Base64Url = 2, "base64url", BASE64URL_NOPAD;
}

/// Lower-case hexadecimal digits, in the form of the codecs of `data_encoding`.
struct Hex;
const HEX: Hex = Hex;

impl Hex {
    const fn encode_len(&self, length: usize) -> usize {
        2 * length
    }

    fn encode_append(&self, bytes: &[u8], text: &mut String) {
        let mut digits = [0; 128];
        for piece in bytes.chunks(digits.len() / 2) {
            let room = &mut digits[..2 * piece.len()];
            text.push_str(const_hex::encode_to_str(piece, room).expect("the room is twice as long"));
        }
    }
}

impl FromStr for Encoding {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL.iter().copied().find(|encoding| encoding.name() == name).ok_or_else(|| {
            let known: Vec<_> = Self::ALL.iter().map(|encoding| encoding.name()).collect();
            super::unknown(name, &known, "encoding")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_is_what_the_standard_library_writes_at_every_length() {
        for length in 0..300u32 {
            let bytes: Vec<u8> = (0..length).map(|at| (at * 7 + length).to_le_bytes()[0]).collect();
            let expected: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            let mut text = String::from("before ");
            Encoding::Hex.encode(&bytes, &mut text);
            assert_eq!(text, format!("before {expected}"));
            assert_eq!(Encoding::Hex.encoded_length(bytes.len()), expected.len());
        }
    }
}
