/* What C code declares and does not define is in Rust, and for nobody else: on 64-bit ARM, blake3's C code calls back a
   function that Rust would export. */
#pragma GCC visibility push(hidden)
