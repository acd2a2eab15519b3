//! The Rust consumer: a program that knows Oxbridge only by the public API of its core crate.
//!
//! It reads one case a line from stdin, calls the crate, and prints one result a line; [`protocol`] says how they look.
//! A line that is not a case is a message on stderr and exit code 2.

mod calls;
mod protocol;

use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    match answer_all(&mut io::stdin().lock(), &mut BufWriter::new(io::stdout().lock())) {
        Ok(None) => ExitCode::SUCCESS,
        Ok(Some(number)) => {
            eprintln!("consumer: line {number} is not a case");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("consumer: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Answers line by line; returns the number of the first line that is not a case.
fn answer_all(input: &mut impl BufRead, output: &mut impl Write) -> io::Result<Option<u64>> {
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.last() == Some(&b'\n') {
            line.pop();
        }
        let Some((id, result)) = answer(&line) else {
            output.flush()?;
            return Ok(Some(number));
        };
        protocol::write(output, id, &result)?;
    }
    output.flush()?;
    Ok(None)
}

/// Answers one line; none if it is not a case.
fn answer(line: &[u8]) -> Option<(&[u8], calls::Answer)> {
    let (id, mut arguments) = protocol::read(line)?;
    let function = arguments.name()?;
    Some((id, calls::call(function, arguments)?))
}
