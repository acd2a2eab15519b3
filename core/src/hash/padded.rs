//! Hashes that take blocks of sixteen words, and pad the last one with the length of the message: MD5, SHA-1 and SHA-2
//! (RFC 1321, sections 3.1 and 3.2; FIPS 180-4, section 5.1).

use std::fmt;

/// What one of these hashes has of its own.
pub(super) struct Method<W: Word> {
    /// What the state begins with. What has fewer than eight words leaves the others as they are.
    pub(super) start: [W; 8],
    /// How many words the state has.
    pub(super) words: usize,
    /// How words and the length become bytes.
    pub(super) order: Order,
    /// The compression function, of one block after the other.
    pub(super) compress: fn(&mut [W; 8], &[W::Block]),
}

/// Which byte of a number comes first.
#[derive(Clone, Copy)]
pub(super) enum Order {
    Highest,
    Lowest,
}

/// A word of the state.
pub(super) trait Word: Copy + 'static {
    /// Sixteen of them.
    type Block: Copy + AsRef<[u8]> + AsMut<[u8]> + 'static;
    const ZEROS: Self::Block;
    const BLOCK: usize = size_of::<Self::Block>();
    /// How many bytes the length of the message has, in bits.
    const LENGTH: usize = 2 * size_of::<Self>();

    /// Whole blocks, and the bytes behind them.
    fn blocks(data: &[u8]) -> (&[Self::Block], &[u8]);

    /// Writes the word into as many bytes as it has.
    fn write(self, order: Order, out: &mut [u8]);

    /// The word of its bytes, of which the lowest is the first.
    fn read(bytes: &[u8]) -> Option<Self>;
}

macro_rules! word {
    ($word:ty, $block:literal) => {
        impl Word for $word {
            type Block = [u8; $block];
            const ZEROS: Self::Block = [0; $block];

            fn blocks(data: &[u8]) -> (&[Self::Block], &[u8]) {
                data.as_chunks()
            }

            fn write(self, order: Order, out: &mut [u8]) {
                let bytes = match order {
                    Order::Highest => self.to_be_bytes(),
                    Order::Lowest => self.to_le_bytes(),
                };
                out.copy_from_slice(&bytes);
            }

            fn read(bytes: &[u8]) -> Option<Self> {
                Some(Self::from_le_bytes(bytes.try_into().ok()?))
            }
        }
    };
}

word!(u32, 64);
word!(u64, 128);

/// What such a hash knows of the bytes that it has seen. The method is no parameter of its type, so that all hashes with
/// the same words are compiled once, and not into each place that has a use for them.
#[derive(Clone)]
pub(super) struct Blocks<W: Word> {
    method: &'static Method<W>,
    state: [W; 8],
    /// How many blocks were taken.
    count: u64,
    /// The block that is not full, and how much of it there is.
    block: W::Block,
    used: usize,
}

impl<W: Word> fmt::Debug for Blocks<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Blocks").finish_non_exhaustive()
    }
}

impl<W: Word> Blocks<W> {
    pub(super) const fn new(method: &'static Method<W>) -> Self {
        Blocks { method, state: method.start, count: 0, block: W::ZEROS, used: 0 }
    }

    #[inline(never)]
    pub(super) fn update(&mut self, mut data: &[u8]) {
        if self.used > 0 {
            let (now, later) = data.split_at(data.len().min(W::BLOCK - self.used));
            self.keep(now);
            data = later;
            if self.used < W::BLOCK {
                return;
            }
            (self.method.compress)(&mut self.state, &[self.block]);
            self.count += 1;
            self.used = 0;
        }
        let (blocks, rest) = W::blocks(data);
        if !blocks.is_empty() {
            (self.method.compress)(&mut self.state, blocks);
            self.count += blocks.len() as u64;
        }
        self.keep(rest);
    }

    /// Puts bytes into the block, which has room for them.
    fn keep(&mut self, data: &[u8]) {
        self.block.as_mut()[self.used..][..data.len()].copy_from_slice(data);
        self.used += data.len();
    }

    /// Writes the digest of what was taken, as much as there is room for.
    pub(super) fn finish(&self, out: &mut [u8]) {
        close(self.method, self.state, self.count, &self.block.as_ref()[..self.used], out);
    }

    /// The state, how many blocks it has taken, and the one that is not full: how much of it there is, and that.
    #[inline(never)]
    pub(super) fn save(&self) -> Vec<u8> {
        let mut saved = vec![0; self.method.words * size_of::<W>() + W::LENGTH + W::BLOCK];
        let (state, rest) = saved.split_at_mut(self.method.words * size_of::<W>());
        for (bytes, word) in state.chunks_exact_mut(size_of::<W>()).zip(self.state) {
            word.write(Order::Lowest, bytes);
        }
        rest[..8].copy_from_slice(&self.count.to_le_bytes());
        rest[W::LENGTH] = u8::try_from(self.used).expect("a block has at most 128 bytes");
        rest[W::LENGTH + 1..][..self.used].copy_from_slice(&self.block.as_ref()[..self.used]);
        saved
    }

    /// What was saved, if it could have been.
    #[inline(never)]
    pub(super) fn restore(method: &'static Method<W>, saved: &[u8]) -> Option<Self> {
        let mut blocks = Blocks::new(method);
        let (state, rest) = saved.split_at_checked(method.words * size_of::<W>())?;
        for (word, bytes) in blocks.state.iter_mut().zip(state.chunks_exact(size_of::<W>())) {
            *word = W::read(bytes)?;
        }
        let (count, rest) = rest.split_at_checked(W::LENGTH)?;
        let (count, higher) = count.split_first_chunk()?;
        blocks.count = u64::from_le_bytes(*count);
        // No message has more bits than 64 bits can say, and MD5, SHA-1 and SHA-256 could not write how many.
        let bits_of_block = (8 * W::BLOCK).trailing_zeros();
        let fits = blocks.count >> (64 - bits_of_block) == 0;
        let (&used, rest) = rest.split_first()?;
        let (kept, zeros) = rest.split_at_checked(used.into())?;
        let is_clean = higher.iter().chain(zeros).all(|&byte| byte == 0);
        if !fits || !is_clean || rest.len() != W::BLOCK - 1 {
            return None;
        }
        blocks.keep(kept);
        Some(blocks)
    }
}

/// Writes the digest of one message.
#[inline(never)]
pub(super) fn digest<W: Word>(method: &Method<W>, data: &[u8], out: &mut [u8]) {
    let (blocks, rest) = W::blocks(data);
    let mut state = method.start;
    if !blocks.is_empty() {
        (method.compress)(&mut state, blocks);
    }
    close(method, state, blocks.len() as u64, rest, out);
}

/// Pads what is behind the last block, and writes the first words of the state, as many as there is room for.
#[inline(never)]
fn close<W: Word>(method: &Method<W>, mut state: [W; 8], count: u64, rest: &[u8], out: &mut [u8]) {
    let Method { order, compress, .. } = method;
    let mut last = W::ZEROS;
    last.as_mut()[..rest.len()].copy_from_slice(rest);
    last.as_mut()[rest.len()] = 0x80;
    if rest.len() + 1 + W::LENGTH > W::BLOCK {
        compress(&mut state, &[last]);
        last = W::ZEROS;
    }
    let bits = (u128::from(count) << W::BLOCK.trailing_zeros() | rest.len() as u128) << 3;
    let length = &mut last.as_mut()[W::BLOCK - W::LENGTH..];
    match order {
        Order::Highest => length.copy_from_slice(&bits.to_be_bytes()[16 - W::LENGTH..]),
        Order::Lowest => length.copy_from_slice(&bits.to_le_bytes()[..W::LENGTH]),
    }
    compress(&mut state, &[last]);
    for (bytes, word) in last.as_mut().chunks_exact_mut(size_of::<W>()).zip(state) {
        word.write(*order, bytes);
    }
    out.copy_from_slice(&last.as_ref()[..out.len()]);
}

/// Modules of such hashes: in each a function, and the state.
macro_rules! padded {
    ($($(#[$doc:meta])* $name:ident = $word:ty, $length:literal, $method:expr;)*) => {$(
        pub(super) mod $name {
            #[allow(unused_imports, reason = "not every method has something to use")]
            use super::*;
            use crate::hash::one::Running;
            use crate::hash::options::Options;
            use crate::hash::padded::{self, Blocks, Method, Order};

            static METHOD: Method<$word> = $method;

            $(#[$doc])*
            #[must_use]
            pub fn $name(data: &[u8]) -> [u8; $length] {
                let mut digest = [0; $length];
                padded::digest(&METHOD, data, &mut digest);
                digest
            }

            #[derive(Clone, Debug)]
            pub(in crate::hash) struct State(Blocks<$word>);

            impl Running for State {
                fn new(_options: &Options<'_>) -> Self {
                    State(Blocks::new(&METHOD))
                }

                fn update(&mut self, data: &[u8]) {
                    self.0.update(data);
                }

                fn finish(&self, out: &mut [u8]) {
                    self.0.finish(out);
                }

                fn once(_options: &Options<'_>, data: &[u8], out: &mut [u8]) {
                    padded::digest(&METHOD, data, out);
                }

                fn save(&self) -> Option<Vec<u8>> {
                    Some(self.0.save())
                }

                fn restore(saved: &[u8]) -> Option<Self> {
                    Blocks::restore(&METHOD, saved).map(State)
                }
            }
        }
    )*};
}

pub(super) use padded;

#[cfg(test)]
mod tests {
    use digest::Digest;

    /// Around each length at which the padding needs another block, in one piece and in two.
    #[test]
    fn lengths_around_blocks_are_padded_as_the_crates_pad_them() {
        macro_rules! same {
            ($($module:ident::$name:ident = $other:ty;)*) => {$(
                use super::super::$module::$name::State as $name;
                for length in 0..=400 {
                    let message: Vec<u8> = (0..length).map(|at: usize| (at * 31 + length).to_le_bytes()[0]).collect();
                    let expected = <$other>::digest(&message);
                    for cut in [0, 1, length / 3, length / 2, length.saturating_sub(1), length] {
                        use super::super::one::Running;
                        let (mut state, cut) = ($name::new(&Default::default()), cut.min(length));
                        state.update(&message[..cut]);
                        let mut state = $name::restore(&state.save().expect("it is saved")).expect("it was saved");
                        state.update(&message[cut..]);
                        let mut digest = expected.clone();
                        digest.fill(0);
                        state.finish(&mut digest);
                        assert_eq!(digest, expected, "{} of {length} bytes, cut at {cut}", stringify!($name));
                    }
                }
            )*};
        }
        same! {
            md5::md5 = ::md5::Md5;
            sha1::sha1 = ::sha1::Sha1;
            sha2::sha224 = ::sha2::Sha224;
            sha2::sha384 = ::sha2::Sha384;
            sha2::sha512 = ::sha2::Sha512;
            sha2::sha512_224 = ::sha2::Sha512_224;
            sha2::sha512_256 = ::sha2::Sha512_256;
        }
    }

    #[test]
    fn what_could_not_be_saved_is_refused() {
        use super::super::one::Running;
        use super::super::sha2::sha384::State as Wide;
        use super::super::sha256::State as Narrow;

        let narrow = Narrow::new(&Default::default()).save().expect("it is saved");
        let wide = Wide::new(&Default::default()).save().expect("it is saved");
        assert_eq!((narrow.len(), wide.len()), (32 + 8 + 64, 64 + 16 + 128));
        let with = |saved: &[u8], at: usize, byte: u8| {
            let mut saved = saved.to_vec();
            saved[at] = byte;
            saved
        };
        assert!(Narrow::restore(&narrow).is_some());
        assert!(Wide::restore(&wide).is_some());
        assert!(Narrow::restore(&narrow[1..]).is_none());
        assert!(Narrow::restore(&[&narrow[..], &[0]].concat()).is_none());
        assert!(Wide::restore(&[]).is_none());
        // More blocks than a length in bits can say.
        assert!(Narrow::restore(&with(&narrow, 38, 0x7f)).is_some());
        assert!(Narrow::restore(&with(&narrow, 39, 1)).is_none());
        assert!(Wide::restore(&with(&wide, 70, 0x3f)).is_some());
        assert!(Wide::restore(&with(&wide, 70, 0x40)).is_none());
        assert!(Wide::restore(&with(&wide, 72, 1)).is_none());
        // A block that is full, and one with something behind what it has.
        assert!(Narrow::restore(&with(&narrow, 40, 63)).is_some());
        assert!(Narrow::restore(&with(&narrow, 40, 64)).is_none());
        assert!(Wide::restore(&with(&wide, 80, 127)).is_some());
        assert!(Wide::restore(&with(&wide, 80, 128)).is_none());
        assert!(Narrow::restore(&with(&narrow, 41, 1)).is_none());
    }
}
