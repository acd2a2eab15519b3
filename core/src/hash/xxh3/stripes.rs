//! The stripes of XXH3: 64 bytes, of which each word meets one of the secret. The widest vectors take them that there are:
//! AVX2, NEON, those of WebAssembly, or what the compiler makes of words.

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(all(target_arch = "aarch64", target_endian = "little"))]
mod neon;
#[cfg(target_arch = "wasm32")]
mod simd128;

pub(super) const STRIPE: usize = 64;
/// So many stripes are a block, after which the sums are scrambled.
pub(super) const BLOCK: usize = 16;

pub(super) type Secret = [u8; 192];
pub(super) type Sums = [u64; 8];

/// Takes whole stripes into the sums, which have `done` of their block.
#[inline(never)] // once, and not in each place that has stripes
pub(super) fn consume(sums: &mut Sums, done: &mut usize, data: &[u8], secret: &Secret) {
    #[cfg(target_arch = "x86_64")]
    if avx2::is_there() {
        return avx2::consume(sums, done, data, secret);
    }
    #[cfg(all(target_arch = "aarch64", target_endian = "little"))]
    return neon::consume(sums, done, data, secret);
    #[cfg(target_arch = "wasm32")]
    return simd128::consume(sums, done, data, secret);
    #[cfg(not(any(target_arch = "wasm32", all(target_arch = "aarch64", target_endian = "little"))))]
    each(sums, done, data, secret, accumulate, scramble);
}

/// Calls one function for each stripe and as many bytes of the secret, and the other after each block.
#[inline(always)]
fn each<State>(
    state: &mut State,
    done: &mut usize,
    data: &[u8],
    secret: &Secret,
    accumulate: impl Fn(&mut State, &[u8; STRIPE], &[u8; STRIPE]),
    scramble: impl Fn(&mut State, &[u8; STRIPE]),
) {
    let (mut stripes, _) = data.as_chunks();
    while !stripes.is_empty() {
        // Most are whole blocks, written out.
        if *done == 0
            && let Some((block, rest)) = stripes.split_first_chunk::<BLOCK>()
        {
            for (at, stripe) in block.iter().enumerate() {
                accumulate(state, stripe, secret[8 * at..].first_chunk().expect("a stripe of the secret is left"));
            }
            scramble(state, secret.last_chunk().expect("a secret is longer than a stripe"));
            stripes = rest;
            continue;
        }
        let (now, rest) = stripes.split_at(stripes.len().min(BLOCK - *done));
        for (stripe, keys) in now.iter().zip(secret[8 * *done..].windows(STRIPE).step_by(8)) {
            accumulate(state, stripe, keys.try_into().expect("a window is as long as a stripe"));
        }
        *done += now.len();
        if *done == BLOCK {
            scramble(state, secret.last_chunk().expect("a secret is longer than a stripe"));
            *done = 0;
        }
        stripes = rest;
    }
}

fn words_of(bytes: &[u8; STRIPE]) -> Sums {
    std::array::from_fn(|at| u64::from_le_bytes(bytes.as_chunks().0[at]))
}

/// Takes a stripe into the sums.
pub(super) fn accumulate(sums: &mut Sums, stripe: &[u8; STRIPE], keys: &[u8; STRIPE]) {
    let (words, keys) = (words_of(stripe), words_of(keys));
    *sums = std::array::from_fn(|at| {
        let mixed = words[at] ^ keys[at];
        sums[at].wrapping_add(words[at ^ 1]).wrapping_add((mixed & 0xffff_ffff).wrapping_mul(mixed >> 32))
    });
}

/// What is done after a block.
#[cfg(any(test, not(any(target_arch = "wasm32", all(target_arch = "aarch64", target_endian = "little")))))]
fn scramble(sums: &mut Sums, keys: &[u8; STRIPE]) {
    let keys = words_of(keys);
    *sums = std::array::from_fn(|at| (sums[at] ^ sums[at] >> 47 ^ keys[at]).wrapping_mul(super::PRIME32_1));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whichever way this processor goes: `npm run test:cpu` asks those with and without AVX2.
    #[test]
    fn vectors_give_what_words_give() {
        let data: Vec<u8> = (0..40 * 64u32).map(|at| (at.wrapping_mul(0x9e37_79b9) >> 24) as u8).collect();
        let secret = std::array::from_fn(|at| (at % 251).to_le_bytes()[0].wrapping_mul(151));
        for (from, count) in (0..BLOCK).flat_map(|from| (0..=40).map(move |count| (from, count))) {
            let mut sums = [[u64::MAX / 7; 8]; 2];
            let mut done = [from; 2];
            consume(&mut sums[0], &mut done[0], &data[..64 * count], &secret);
            each(&mut sums[1], &mut done[1], &data[..64 * count], &secret, accumulate, scramble);
            assert_eq!((sums[0], done[0]), (sums[1], done[1]), "{count} stripes from {from} on");
        }
    }
}
