//! Keccak-f[1600] (FIPS 202, section 3.3) with its lanes in local variables, where the crate `keccak` keeps them in memory:
//! less than four tenths of its time in WebAssembly, and eight tenths on x86-64 with the instructions BMI1 and BMI2, which
//! complement and mask in one step, and rotate into another register. Without such instructions, some lanes are kept
//! complemented, so that most steps need no complement (Keccak implementation overview, section 2.2).
#![cfg_attr(target_arch = "x86_64", expect(unsafe_code, reason = "instructions that were found at run time"))]

/// The constants of the rounds, for the step iota.
pub(super) static ROUNDS: [u64; 24] = [
    0x0000_0000_0000_0001,
    0x0000_0000_0000_8082,
    0x8000_0000_0000_808a,
    0x8000_0000_8000_8000,
    0x0000_0000_0000_808b,
    0x0000_0000_8000_0001,
    0x8000_0000_8000_8081,
    0x8000_0000_0000_8009,
    0x0000_0000_0000_008a,
    0x0000_0000_0000_0088,
    0x0000_0000_8000_8009,
    0x0000_0000_8000_000a,
    0x0000_0000_8000_808b,
    0x8000_0000_0000_008b,
    0x8000_0000_0000_8089,
    0x8000_0000_0000_8003,
    0x8000_0000_0000_8002,
    0x8000_0000_0000_0080,
    0x0000_0000_0000_800a,
    0x8000_0000_8000_000a,
    0x8000_0000_8000_8081,
    0x8000_0000_0000_8080,
    0x0000_0000_8000_0001,
    0x8000_0000_8000_8008,
];

/// Permutes the state.
pub(super) fn permute(state: &mut [u64; 25]) {
    #[cfg(target_arch = "x86_64")]
    if is_x86_feature_detected!("bmi1") && is_x86_feature_detected!("bmi2") {
        // SAFETY: the processor has the instructions.
        return unsafe { permute_with_bmi(state) };
    }
    complement(state);
    rounds::<true>(state);
    complement(state);
}

/// The same, compiled for more instructions.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "bmi1,bmi2")]
fn permute_with_bmi(state: &mut [u64; 25]) {
    rounds::<false>(state);
}

/// Complements the lanes that [`rounds`] may have complemented.
fn complement(state: &mut [u64; 25]) {
    for lane in [1, 2, 8, 12, 17, 20] {
        state[lane] = !state[lane];
    }
}

#[inline(always)]
fn rounds<const COMPLEMENTED: bool>(state: &mut [u64; 25]) {
    let mut a = *state;
    for constant in &ROUNDS {
        // Theta.
        let c0 = a[0] ^ a[5] ^ a[10] ^ a[15] ^ a[20];
        let c1 = a[1] ^ a[6] ^ a[11] ^ a[16] ^ a[21];
        let c2 = a[2] ^ a[7] ^ a[12] ^ a[17] ^ a[22];
        let c3 = a[3] ^ a[8] ^ a[13] ^ a[18] ^ a[23];
        let c4 = a[4] ^ a[9] ^ a[14] ^ a[19] ^ a[24];
        let d0 = c4 ^ c1.rotate_left(1);
        let d1 = c0 ^ c2.rotate_left(1);
        let d2 = c1 ^ c3.rotate_left(1);
        let d3 = c2 ^ c4.rotate_left(1);
        let d4 = c3 ^ c0.rotate_left(1);
        // Rho and pi.
        let b = [
            a[0] ^ d0,
            (a[6] ^ d1).rotate_left(44),
            (a[12] ^ d2).rotate_left(43),
            (a[18] ^ d3).rotate_left(21),
            (a[24] ^ d4).rotate_left(14),
        ];
        let g = [
            (a[3] ^ d3).rotate_left(28),
            (a[9] ^ d4).rotate_left(20),
            (a[10] ^ d0).rotate_left(3),
            (a[16] ^ d1).rotate_left(45),
            (a[22] ^ d2).rotate_left(61),
        ];
        let k = [
            (a[1] ^ d1).rotate_left(1),
            (a[7] ^ d2).rotate_left(6),
            (a[13] ^ d3).rotate_left(25),
            (a[19] ^ d4).rotate_left(8),
            (a[20] ^ d0).rotate_left(18),
        ];
        let m = [
            (a[4] ^ d4).rotate_left(27),
            (a[5] ^ d0).rotate_left(36),
            (a[11] ^ d1).rotate_left(10),
            (a[17] ^ d2).rotate_left(15),
            (a[23] ^ d3).rotate_left(56),
        ];
        let s = [
            (a[2] ^ d2).rotate_left(62),
            (a[8] ^ d3).rotate_left(55),
            (a[14] ^ d4).rotate_left(39),
            (a[15] ^ d0).rotate_left(41),
            (a[21] ^ d1).rotate_left(2),
        ];
        a[0..5].copy_from_slice(&chi::<0, COMPLEMENTED>(b));
        a[5..10].copy_from_slice(&chi::<1, COMPLEMENTED>(g));
        a[10..15].copy_from_slice(&chi::<2, COMPLEMENTED>(k));
        a[15..20].copy_from_slice(&chi::<3, COMPLEMENTED>(m));
        a[20..25].copy_from_slice(&chi::<4, COMPLEMENTED>(s));
        // Iota.
        a[0] ^= constant;
    }
    *state = a;
}

/// The step chi for one plane, in which lanes of [`complement`] may be complemented before and after.
#[inline(always)]
fn chi<const PLANE: usize, const COMPLEMENTED: bool>([a, e, i, o, u]: [u64; 5]) -> [u64; 5] {
    if !COMPLEMENTED {
        return [a ^ (!e & i), e ^ (!i & o), i ^ (!o & u), o ^ (!u & a), u ^ (!a & e)];
    }
    match PLANE {
        0 => [a ^ (e | i), e ^ (!i | o), i ^ (o & u), o ^ (u | a), u ^ (a & e)],
        1 => [a ^ (e | i), e ^ (i & o), i ^ (o | !u), o ^ (u | a), u ^ (a & e)],
        2 => [a ^ (e | i), e ^ (i & o), i ^ (!o & u), !o ^ (u | a), u ^ (a & e)],
        3 => [a ^ (e & i), e ^ (i | o), i ^ (!o | u), !o ^ (u & a), u ^ (a | e)],
        _ => [a ^ (!e & i), !e ^ (i | o), i ^ (o & u), o ^ (u | a), u ^ (a & e)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_and_without_more_instructions_it_is_the_permutation_of_the_crate() {
        let mut lanes: [u64; 25] = std::array::from_fn(|lane| (lane as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        for _ in 0..100 {
            let (mut plain, mut expected) = (lanes, lanes);
            keccak::Keccak::new().with_f1600(|permutation| permutation(&mut expected));
            complement(&mut plain);
            rounds::<true>(&mut plain);
            complement(&mut plain);
            permute(&mut lanes);
            assert_eq!([plain, lanes], [expected, expected]);
        }
    }
}
