//! Keccak-f[1600] (FIPS 202, section 3.3) for WebAssembly, where the crate `keccak` keeps all lanes in memory and takes twice
//! the time.
//!
//! The lanes are local variables, and some of them complemented, as the Keccak team's implementation overview has it in
//! section 2.2: a row then needs one complement and not five, and WebAssembly has no instruction for one.

/// The constants of the rounds, for the step iota.
const ROUNDS: [u64; 24] = [
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

/// The lanes that are complemented between rounds.
const COMPLEMENTED: [usize; 6] = [1, 2, 8, 12, 17, 20];

/// Permutes the state.
pub(super) fn permute(state: &mut [u64; 25]) {
    let mut a = *state;
    for lane in COMPLEMENTED {
        a[lane] = !a[lane];
    }
    for constant in ROUNDS {
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
        // Rho and pi, and chi for each plane.
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
        a[0..5].copy_from_slice(&[
            b[0] ^ (b[1] | b[2]) ^ constant,
            b[1] ^ (!b[2] | b[3]),
            b[2] ^ (b[3] & b[4]),
            b[3] ^ (b[4] | b[0]),
            b[4] ^ (b[0] & b[1]),
        ]);
        a[5..10].copy_from_slice(&[
            g[0] ^ (g[1] | g[2]),
            g[1] ^ (g[2] & g[3]),
            g[2] ^ (g[3] | !g[4]),
            g[3] ^ (g[4] | g[0]),
            g[4] ^ (g[0] & g[1]),
        ]);
        a[10..15].copy_from_slice(&[
            k[0] ^ (k[1] | k[2]),
            k[1] ^ (k[2] & k[3]),
            k[2] ^ (!k[3] & k[4]),
            !k[3] ^ (k[4] | k[0]),
            k[4] ^ (k[0] & k[1]),
        ]);
        a[15..20].copy_from_slice(&[
            m[0] ^ (m[1] & m[2]),
            m[1] ^ (m[2] | m[3]),
            m[2] ^ (!m[3] | m[4]),
            !m[3] ^ (m[4] & m[0]),
            m[4] ^ (m[0] | m[1]),
        ]);
        a[20..25].copy_from_slice(&[
            s[0] ^ (!s[1] & s[2]),
            !s[1] ^ (s[2] | s[3]),
            s[2] ^ (s[3] & s[4]),
            s[3] ^ (s[4] | s[0]),
            s[4] ^ (s[0] & s[1]),
        ]);
    }
    for lane in COMPLEMENTED {
        a[lane] = !a[lane];
    }
    *state = a;
}
