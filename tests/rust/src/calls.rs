//! One function for each function of a case: reads its arguments, calls the crate.

use oxbridge_core::hash::{Algorithm, Encoding, bulk_hash, sha256};
use oxbridge_core::{Error, image, math};

use crate::protocol::{Arguments, Value};

/// What the crate answered.
pub type Answer = Result<Vec<Value>, Error>;

/// Answers one case; none if no such function or its arguments cannot be read.
pub fn call(function: &[u8], arguments: Arguments<'_>) -> Option<Answer> {
    match function {
        b"add" => call_add(arguments),
        b"fibonacci" => call_fibonacci(arguments),
        b"hash" => call_hash(arguments),
        b"sha256" => call_sha256(arguments),
        b"bulkHash" => call_bulk_hash(arguments),
        b"invertColors" => call_invert_colors(arguments),
        _ => None,
    }
}

fn call_add(mut arguments: Arguments<'_>) -> Option<Answer> {
    let (a, b) = (arguments.double()?, arguments.double()?);
    arguments.ended().then(|| Ok(vec![Value::Double(math::add(a, b))]))
}

fn call_fibonacci(mut arguments: Arguments<'_>) -> Option<Answer> {
    let n = arguments.number()?;
    arguments.ended().then(|| Ok(vec![Value::Number(math::fibonacci(n)?)]))
}

fn call_hash(mut arguments: Arguments<'_>) -> Option<Answer> {
    let (algorithm, encoding, data) = (arguments.text()?, arguments.text()?, arguments.bytes()?);
    arguments.ended().then(|| {
        let algorithm: Algorithm = algorithm.parse()?;
        Ok(vec![Form::named(&encoding)?.value(&algorithm.digest(&data))])
    })
}

fn call_sha256(mut arguments: Arguments<'_>) -> Option<Answer> {
    let (encoding, data) = (arguments.text()?, arguments.bytes()?);
    arguments.ended().then(|| Ok(vec![Form::named(&encoding)?.value(&sha256(&data))]))
}

fn call_bulk_hash(mut arguments: Arguments<'_>) -> Option<Answer> {
    let (algorithm, encoding) = (arguments.text()?, arguments.text()?);
    let (mut bytes, mut offsets) = (Vec::new(), vec![0]);
    while !arguments.ended() {
        bytes.extend(arguments.bytes()?);
        offsets.push(u32::try_from(bytes.len()).ok()?);
    }
    Some(bulk(&algorithm, &encoding, &bytes, &offsets))
}

fn bulk(algorithm: &str, encoding: &str, bytes: &[u8], offsets: &[u32]) -> Answer {
    let algorithm: Algorithm = algorithm.parse()?;
    // All digests in one value are a form that only this function has.
    let form = if encoding == "packed" { None } else { Some(Form::named(encoding)?) };
    let mut digests = vec![0; (offsets.len() - 1) * algorithm.digest_length()];
    bulk_hash(algorithm, bytes, offsets, &mut digests)?;
    Ok(match form {
        None => vec![Value::Bytes(digests)],
        Some(form) => digests.chunks_exact(algorithm.digest_length()).map(|digest| form.value(digest)).collect(),
    })
}

fn call_invert_colors(mut arguments: Arguments<'_>) -> Option<Answer> {
    let mut pixels = arguments.bytes()?;
    arguments.ended().then(|| {
        image::invert_colors(&mut pixels);
        Ok(vec![Value::Bytes(pixels)])
    })
}

/// What a digest shall become.
enum Form {
    Bytes,
    Text(Encoding),
}

impl Form {
    /// The form with this name; the crate knows the names of the encodings.
    fn named(name: &str) -> Result<Form, Error> {
        if name == "bytes" {
            return Ok(Form::Bytes);
        }
        name.parse().map(Form::Text)
    }

    fn value(&self, digest: &[u8]) -> Value {
        match self {
            Form::Bytes => Value::Bytes(digest.to_vec()),
            Form::Text(encoding) => {
                let mut text = String::with_capacity(encoding.encoded_length(digest.len()));
                encoding.encode(digest, &mut text);
                Value::Text(text)
            }
        }
    }
}
