//! Everything that is printed from the tables, held to the tables.
//!
//! `UPDATE=1 cargo test -p oxbridge-core --all-features --test printed` prints it again.

#[path = "printed/digests.rs"]
mod digests;
#[path = "printed/header.rs"]
mod header;
#[path = "printed/javascript.rs"]
mod javascript;

use std::path::Path;
use std::{env, fs};

use oxbridge_core::hash::{Algorithm, Hasher};
use oxbridge_core::interface::{FUNCTIONS, Function};

/// The rows that are shipped, or those that fail on purpose.
fn rows(fault: bool) -> Vec<&'static Function> {
    FUNCTIONS.iter().filter(|function| (function.family == "fault") == fault).collect()
}

/// The length of the longest saved hasher: some hold the bytes of short messages.
fn longest_state() -> usize {
    let lengths = Algorithm::ALL.iter().filter(|algorithm| algorithm.saves()).flat_map(|&algorithm| {
        let mut hasher = Hasher::new(algorithm);
        (0..1000).map(move |_| {
            let saved = hasher.save().expect("its state is saved");
            hasher.update(&[7]);
            saved.len()
        })
    });
    lengths.max().expect("some states are saved")
}

/// Compares a file of the repository with what the tables say, or writes it.
fn hold(path: &str, expected: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    if env::var_os("UPDATE").is_some() {
        fs::write(&file, expected).expect("the printed file can be written");
    }
    let actual = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        actual == expected,
        "{path} does not say what the tables say; \
         run: UPDATE=1 cargo test -p oxbridge-core --all-features --test printed"
    );
}

#[test]
fn the_c_header_declares_the_table() {
    hold("bind-cabi/include/oxbridge.h", &header::print(&rows(false)));
}

#[test]
fn javascript_knows_the_names_the_codes_and_the_algorithms() {
    hold("js/src/interface.js", &javascript::interface(&rows(false)));
}

#[test]
fn javascript_has_a_function_for_each_digest() {
    hold("js/src/hash-digests.js", &digests::print());
}

#[test]
fn javascript_calls_each_c_function() {
    hold("js/src/backends/cabi-calls.js", &javascript::calls(&rows(false), "calls"));
}

#[test]
fn the_suite_calls_each_c_function_that_fails_on_purpose() {
    hold("tests/fault/cabi-calls.js", &javascript::calls(&rows(true), "faultCalls"));
}
