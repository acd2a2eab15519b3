//! Prints which features of the processor a program finds, among those that the core and the C library choose by.
//!
//! Under valgrind these are not the processor's own: versions 3.19 to 3.24 know AVX2, and neither the SHA extensions nor
//! AVX-512.

fn main() {
    let mut found = vec![std::env::consts::ARCH];
    #[cfg(target_arch = "x86_64")]
    {
        macro_rules! add {
            ($($feature:tt)*) => { $(if std::arch::is_x86_feature_detected!($feature) { found.push($feature); })* };
        }
        add!("ssse3" "sse4.1" "avx2" "avx512vl" "sha");
    }
    println!("{}", found.join(" "));
}
