//! The sponge (FIPS 202, section 4), with a rate and a padding of whole bytes.

/// ARM has instructions for it.
#[cfg(target_arch = "aarch64")]
fn permute(lanes: &mut [u64; 25]) {
    keccak::Keccak::new().with_f1600(|permutation| permutation(lanes));
}

#[cfg(not(target_arch = "aarch64"))]
use super::unrolled::permute;

/// How the state is permuted for so many bytes.
#[cfg_attr(not(target_arch = "x86_64"), expect(unused_variables, reason = "other processors have one way"))]
fn permutation(length: usize) -> fn(&mut [u64; 25]) {
    #[cfg(target_arch = "x86_64")]
    if length >= super::avx512::LEAST && super::avx512::has_features() {
        return super::avx512::permute;
    }
    permute
}

const LANE: usize = 8; // bytes

/// What was absorbed. The rate is no parameter of its type, so that all that have one are compiled once.
#[derive(Clone)]
pub(super) struct Sponge {
    lanes: [u64; 25],
    /// How many bytes of the block are absorbed; fewer than the rate.
    position: usize,
}

impl std::fmt::Debug for Sponge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sponge").finish_non_exhaustive()
    }
}

impl Sponge {
    pub(super) const fn new() -> Self {
        Sponge { lanes: [0; 25], position: 0 }
    }

    /// Absorbs bytes; `rate` is a multiple of a lane, and the same each time.
    pub(super) fn absorb(&mut self, mut data: &[u8], rate: usize) {
        let permute = permutation(data.len());
        while self.position != 0 && !data.is_empty() {
            let room = rate - self.position;
            let (now, later) = data.split_at(room.min(data.len()));
            self.mix(now);
            data = later;
            if now.len() == room {
                permute(&mut self.lanes);
                self.position = 0;
            }
        }
        let mut blocks = data.chunks_exact(rate);
        for block in &mut blocks {
            for (lane, bytes) in self.lanes.iter_mut().zip(block.chunks_exact(LANE)) {
                *lane ^= u64::from_le_bytes(bytes.try_into().expect("a lane has 8 bytes"));
            }
            permute(&mut self.lanes);
        }
        self.mix(blocks.remainder());
    }

    /// Mixes bytes into the block, which has room for them.
    fn mix(&mut self, data: &[u8]) {
        for &byte in data {
            self.lanes[self.position / LANE] ^= u64::from(byte) << (8 * (self.position % LANE));
            self.position += 1;
        }
    }

    /// Pads what was absorbed with `padding`, whose bits end in the first 1 of pad10*1, and squeezes bytes.
    pub(super) fn squeeze(&self, padding: u8, rate: usize, out: &mut [u8]) {
        let mut lanes = self.lanes;
        lanes[self.position / LANE] ^= u64::from(padding) << (8 * (self.position % LANE));
        lanes[rate / LANE - 1] ^= 1 << 63;
        let permute = permutation(out.len());
        for block in out.chunks_mut(rate) {
            permute(&mut lanes);
            for (bytes, lane) in block.chunks_mut(LANE).zip(&lanes) {
                bytes.copy_from_slice(&lane.to_le_bytes()[..bytes.len()]);
            }
        }
    }

    /// The lanes, and the position in a byte.
    pub(super) fn save(&self) -> Vec<u8> {
        let position = u8::try_from(self.position).expect("no rate has more than 168 bytes");
        self.lanes.iter().flat_map(|lane| lane.to_le_bytes()).chain([position]).collect()
    }

    /// The sponge that was saved.
    pub(super) fn restore(saved: &[u8], rate: usize) -> Option<Self> {
        let (&position, bytes) = saved.split_last().filter(|(_, bytes)| bytes.len() == 25 * LANE)?;
        let mut sponge = Sponge { lanes: [0; 25], position: usize::from(position) };
        for (lane, bytes) in sponge.lanes.iter_mut().zip(bytes.chunks_exact(LANE)) {
            *lane = u64::from_le_bytes(bytes.try_into().expect("a lane has 8 bytes"));
        }
        (sponge.position < rate).then_some(sponge)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_and_short_parts_of_a_message_and_of_the_output_are_permuted_alike() {
        let message: Vec<u8> = (0..100_000_u32).map(|i| i.wrapping_mul(0x9e37_79b9).to_be_bytes()[0]).collect();
        for rate in [72, 104, 136, 144, 168] {
            let (mut whole, mut parts) = (Sponge::new(), Sponge::new());
            whole.absorb(&message, rate);
            message.chunks(1000).for_each(|part| parts.absorb(part, rate));
            assert_eq!((whole.lanes, whole.position), (parts.lanes, parts.position), "rate {rate}");

            // A block at a time: what a sponge gives first, when its state is what it was behind the block before.
            let mut squeezed = vec![0; 20_000];
            whole.squeeze(0x1f, rate, &mut squeezed);
            let mut lanes = parts.lanes;
            lanes[parts.position / LANE] ^= 0x1f << (8 * (parts.position % LANE));
            lanes[rate / LANE - 1] ^= 1 << 63;
            for (index, block) in squeezed.chunks(rate).enumerate() {
                permute(&mut lanes);
                let expected: Vec<u8> = lanes.iter().flat_map(|lane| lane.to_le_bytes()).take(block.len()).collect();
                assert_eq!(block, expected, "rate {rate}, block {index}");
            }
        }
    }
}
