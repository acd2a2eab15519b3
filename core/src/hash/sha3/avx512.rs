//! Keccak-f[1600] (FIPS 202, section 3.3) with AVX-512: the five lanes of a plane are in one vector, in less than half of the
//! time that `unrolled.rs` needs on x86-64.
#![expect(unsafe_code, reason = "vectors are loaded and stored through pointers; see the SAFETY comments")]

use super::unrolled::ROUNDS;
use std::arch::x86_64::{
    __m512i, _mm512_mask_permutexvar_epi64, _mm512_mask_storeu_epi64, _mm512_maskz_loadu_epi64,
    _mm512_maskz_set1_epi64, _mm512_permutex2var_epi64, _mm512_permutexvar_epi64, _mm512_rol_epi64, _mm512_rolv_epi64,
    _mm512_setr_epi64, _mm512_ternarylogic_epi64, _mm512_unpackhi_epi64, _mm512_unpacklo_epi64, _mm512_xor_si512,
};

/// For fewer bytes it does not pay: what runs within a millisecond after such wide vectors were used takes 2 to 4 hundredths
/// longer (Ice Lake).
pub(super) const LEAST: usize = 8192;

/// Whether this processor has what [`permute`] needs.
pub(super) fn has_features() -> bool {
    is_x86_feature_detected!("avx512f")
}

/// Permutes the state. It asserts what it needs, so that it is a function as any other.
///
/// # Panics
///
/// If the processor cannot do it; see [`has_features`].
pub(super) fn permute(state: &mut [u64; 25]) {
    assert!(has_features(), "the processor has AVX-512");
    // SAFETY: it has, as was just asserted.
    unsafe { rounds(state) }
}

/// The lanes of a plane in the order of x; three more are not used.
const LANES: u8 = 0b0001_1111;
/// The table of an exclusive or of three.
const XOR: i32 = 0b1001_0110;
/// That of chi: `a ^ (!b & c)`.
const CHI: i32 = 0b1101_0010;

#[target_feature(enable = "avx512f")]
fn rounds(state: &mut [u64; 25]) {
    let lanes = |[a, b, c, d, e]: [i64; 5]| _mm512_setr_epi64(a, b, c, d, e, 0, 0, 0);
    let previous = lanes([4, 0, 1, 2, 3]);
    let next = lanes([1, 2, 3, 4, 0]);
    let rho = [
        lanes([0, 1, 62, 28, 27]),
        lanes([36, 44, 6, 55, 20]),
        lanes([3, 10, 43, 25, 39]),
        lanes([41, 45, 15, 21, 8]),
        lanes([18, 2, 61, 56, 14]),
    ];
    // Pi makes sheets of planes: that of y becomes the sheet of x = y, where it has at y what it had at 3y + x.
    let pi = [0, 1, 2, 3, 4].map(|x| lanes([0, 1, 2, 3, 4].map(|y| (3 * y + x) % 5)));
    // How planes are put together again: of pairs of lanes of the sheets 0 and 1, of such of 2 and 3, which are counted from 8
    // on, and of what sheet 4 has put where there was no pair.
    let of_pairs = [lanes([0, 1, 8, 9, 6]), lanes([2, 3, 10, 11, 7]), lanes([4, 5, 12, 13, 14])];

    let at = state.as_mut_ptr().cast::<i64>();
    // SAFETY: of each vector, only the five lanes of the mask are read, and the state has five times five.
    let load = |plane: usize| unsafe { _mm512_maskz_loadu_epi64(LANES, at.add(5 * plane)) };
    let mut planes: [__m512i; 5] = std::array::from_fn(load);
    for &constant in &ROUNDS {
        // Theta.
        let [a, b, c, d, e] = planes;
        let parity = _mm512_ternarylogic_epi64::<XOR>(_mm512_ternarylogic_epi64::<XOR>(a, b, c), d, e);
        let before = _mm512_permutexvar_epi64(previous, parity);
        let behind = _mm512_permutexvar_epi64(next, _mm512_rol_epi64::<1>(parity));
        // Rho and pi.
        let sheets: [__m512i; 5] = std::array::from_fn(|y| {
            let mixed = _mm512_ternarylogic_epi64::<XOR>(planes[y], before, behind);
            _mm512_permutexvar_epi64(pi[y], _mm512_rolv_epi64(mixed, rho[y]))
        });
        // Chi and iota.
        let [mut a, b, c, d, e]: [__m512i; 5] = std::array::from_fn(|x| {
            _mm512_ternarylogic_epi64::<CHI>(sheets[x], sheets[(x + 1) % 5], sheets[(x + 2) % 5])
        });
        a = _mm512_xor_si512(a, _mm512_maskz_set1_epi64(1, constant.cast_signed()));
        // Pairs of lanes at even y and at odd y, with two lanes of the last sheet behind them; then planes.
        let with_e = |pairs, y, z| {
            _mm512_mask_permutexvar_epi64(pairs, 0b1100_0000, _mm512_setr_epi64(0, 0, 0, 0, 0, 0, y, z), e)
        };
        let even_ab = with_e(_mm512_unpacklo_epi64(a, b), 0, 2);
        let even_cd = with_e(_mm512_unpacklo_epi64(c, d), 4, 4);
        let odd_ab = with_e(_mm512_unpackhi_epi64(a, b), 1, 3);
        let odd_cd = _mm512_unpackhi_epi64(c, d);
        planes = [
            _mm512_permutex2var_epi64(even_ab, of_pairs[0], even_cd),
            _mm512_permutex2var_epi64(odd_ab, of_pairs[0], odd_cd),
            _mm512_permutex2var_epi64(even_ab, of_pairs[1], even_cd),
            _mm512_permutex2var_epi64(odd_ab, of_pairs[1], odd_cd),
            _mm512_permutex2var_epi64(even_ab, of_pairs[2], even_cd),
        ];
    }
    for (plane, lanes) in planes.into_iter().enumerate() {
        // SAFETY: as above; only the five lanes are written.
        unsafe { _mm512_mask_storeu_epi64(at.add(5 * plane), LANES, lanes) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_permutation_of_the_crate_where_the_processor_has_what_it_needs() {
        let mut lanes: [u64; 25] = std::array::from_fn(|lane| (lane as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        for _ in 0..100 {
            let mut expected = lanes;
            keccak::Keccak::new().with_f1600(|permutation| permutation(&mut expected));
            // The assertion is what keeps it from a processor without.
            let permuted = std::panic::catch_unwind(|| {
                let mut state = lanes;
                permute(&mut state);
                state
            });
            assert_eq!(permuted.ok(), has_features().then_some(expected));
            lanes = expected;
        }
    }
}
