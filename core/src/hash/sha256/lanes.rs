//! SHA-256 of as many messages at once as a vector has words: each instruction takes a word of every one of them. The
//! names are those of FIPS 180-4, sections 4.1.1, 4.1.2 and 6.2.2.

pub(super) mod avx2;
pub(super) mod avx512;

use super::METHOD;
use super::side_by_side::{BLOCK, Digests, Tail, block_of, blocks_of, write_tail};
use crate::hash::sha2;

/// The compression function in vectors: `compress` takes a block of each message into the state of each, in a file that
/// says what vectors are and do.
macro_rules! compression {
    ($features:literal, $Vector:ty) => {
        /// Takes a block of each message into its state, of which each word stands beside those of the others.
        ///
        /// # Panics
        ///
        /// If the processor cannot do it; see [`is_available`].
        pub(in super::super) fn compress(states: &mut [[u32; LANES]; 8], blocks: [&[u8; BLOCK]; LANES]) {
            assert!(is_available(), "the processor has vectors of that width");
            // SAFETY: the processor has the features that the function is compiled for.
            unsafe { compress_in_vectors(states, blocks) };
        }

        #[target_feature(enable = $features)]
        fn compress_in_vectors(states: &mut [[u32; LANES]; 8], blocks: [&[u8; BLOCK]; LANES]) {
            let mut w = words_of(blocks);
            let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h]: [$Vector; 8] =
                std::array::from_fn(|word| loaded(&states[word]));
            let (sixteens, _) = $crate::hash::sha2::K32.as_chunks::<4>();
            for (at, k) in sixteens.iter().enumerate() {
                let k = k.as_flattened();
                // What is the first word in one round is the second in the next. The rounds are written out, because
                // the words are in registers only if their places are known.
                macro_rules! round {
                    ($t:literal $a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident) => {
                        let sum_1 = parity(turned::<6, 26>($e), turned::<11, 21>($e), turned::<25, 7>($e));
                        let t1 = sum(sum(sum($h, sum(w[$t], all(k[$t]))), ch($e, $f, $g)), sum_1);
                        let sum_0 = parity(turned::<2, 30>($a), turned::<13, 19>($a), turned::<22, 10>($a));
                        $d = sum($d, t1);
                        $h = sum(t1, sum(sum_0, maj($a, $b, $c)));
                    };
                }
                macro_rules! next {
                    ($t:literal) => {
                        let [x, y] = [w[($t + 1) % 16], w[($t + 14) % 16]];
                        let sigma_0 = parity(turned::<7, 25>(x), turned::<18, 14>(x), shifted::<3>(x));
                        let sigma_1 = parity(turned::<17, 15>(y), turned::<19, 13>(y), shifted::<10>(y));
                        w[$t] = sum(sum(w[$t], sigma_0), sum(w[($t + 9) % 16], sigma_1));
                    };
                }
                round!(0 a b c d e f g h);
                round!(1 h a b c d e f g);
                round!(2 g h a b c d e f);
                round!(3 f g h a b c d e);
                round!(4 e f g h a b c d);
                round!(5 d e f g h a b c);
                round!(6 c d e f g h a b);
                round!(7 b c d e f g h a);
                round!(8 a b c d e f g h);
                round!(9 h a b c d e f g);
                round!(10 g h a b c d e f);
                round!(11 f g h a b c d e);
                round!(12 e f g h a b c d);
                round!(13 d e f g h a b c);
                round!(14 c d e f g h a b);
                round!(15 b c d e f g h a);
                if at < 3 {
                    next!(0); next!(1); next!(2); next!(3); next!(4); next!(5); next!(6); next!(7);
                    next!(8); next!(9); next!(10); next!(11); next!(12); next!(13); next!(14); next!(15);
                }
            }
            for (word, more) in states.iter_mut().zip([a, b, c, d, e, f, g, h]) {
                store(word, sum(loaded(word), more));
            }
        }
    };
}
use compression;

/// A compression function of several messages.
pub(super) struct Lanes<Few, const N: usize> {
    pub compress: fn(&mut [[u32; N]; 8], [&[u8; BLOCK]; N]),
    /// For how many messages it is faster than one after the other.
    pub least: usize,
    /// Digests fewer, whose indices are given.
    pub few: Few,
}

/// Digests messages, whose indices are given, those with the fewest blocks first.
pub(super) fn digest<const N: usize>(
    lanes: &Lanes<impl Fn(&[u8], &mut Digests), N>,
    messages: &[&[u8]],
    indices: &[u8],
    digests: &mut Digests,
) {
    for indices in indices.chunks(N) {
        if indices.len() < lanes.least {
            (lanes.few)(indices, digests);
        } else {
            digest_together(lanes, messages, indices, digests);
        }
    }
}

/// Digests as many messages as there are lanes, or fewer, but one at least.
fn digest_together<Few, const N: usize>(
    lanes: &Lanes<Few, N>,
    messages: &[&[u8]],
    indices: &[u8],
    digests: &mut Digests,
) {
    let count = indices.len();
    // Lanes that are left over do what the last does.
    let messages: [&[u8]; N] = std::array::from_fn(|lane| messages[usize::from(indices[lane.min(count - 1)])]);
    let mut tails: [Tail; N] = [[[0; BLOCK]; 2]; N];
    for (message, tail) in messages.iter().zip(&mut tails) {
        write_tail(message, tail);
    }
    let blocks = messages.map(|message| blocks_of(message.len()));
    debug_assert!(blocks.is_sorted(), "{blocks:?}");
    let mut states = METHOD.start.map(|word| [word; N]);
    let (mut taken, mut finished) = (0, 0);
    while count - finished >= lanes.least {
        // Those that are finished take their last block again, which nobody looks at.
        let block = |lane: usize| block_of(messages[lane], &tails[lane], taken.min(blocks[lane] - 1));
        (lanes.compress)(&mut states, std::array::from_fn(block));
        taken += 1;
        while finished < count && blocks[finished] == taken {
            digests[usize::from(indices[finished])] = digest_of(of_lane(&states, finished));
            finished += 1;
        }
    }
    for lane in finished..count {
        let mut state = of_lane(&states, lane);
        let whole = messages[lane].as_chunks().0;
        sha2::compress256(&mut state, whole.get(taken..).unwrap_or_default());
        sha2::compress256(&mut state, &tails[lane][taken.saturating_sub(whole.len())..blocks[lane] - whole.len()]);
        digests[usize::from(indices[lane])] = digest_of(state);
    }
}

/// The state of one message.
fn of_lane<const N: usize>(states: &[[u32; N]; 8], lane: usize) -> [u32; 8] {
    std::array::from_fn(|word| states[word][lane])
}

/// The words of a state, each from its highest byte.
fn digest_of(state: [u32; 8]) -> [u8; 32] {
    let mut digest = [0; 32];
    for (bytes, word) in digest.as_chunks_mut().0.iter_mut().zip(state) {
        *bytes = word.to_be_bytes();
    }
    digest
}
