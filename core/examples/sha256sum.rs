//! Prints the SHA-256 digest of each file that is named, as `sha256sum` does.
//!
//! `cargo run --example sha256sum -- Cargo.toml README.md`

use std::{env, fs, io};

use oxbridge_core::hash::{Encoding, sha256};

fn main() -> io::Result<()> {
    for path in env::args().skip(1) {
        let mut digest = String::new();
        Encoding::Hex.encode(&sha256(&fs::read(&path)?), &mut digest);
        println!("{digest}  {path}");
    }
    Ok(())
}
