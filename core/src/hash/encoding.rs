//! How a digest becomes text.

use std::str::FromStr;

use data_encoding::{BASE64, BASE64URL_NOPAD, HEXLOWER};

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
    Hex = 0, "hex", HEXLOWER;
    /// Base64 with padding (section 4).
    Base64 = 1, "base64", BASE64;
    /// Base64 in the URL-safe alphabet, without padding (section 5).
    Base64Url = 2, "base64url", BASE64URL_NOPAD;
}

impl FromStr for Encoding {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        super::by_name(Self::ALL, Self::name, name, "encoding")
    }
}
