//! What code is chosen by when it runs: the features of the processor that this crate and its dependencies ask for. For
//! tests only, which show with it on which processor they ran.

/// The names of those that the processor has, in the order of their age.
pub(crate) fn features() -> Vec<&'static str> {
    #[cfg(target_arch = "x86_64")]
    {
        macro_rules! detected {
            ($($name:tt)*) => {
                [$(($name, std::arch::is_x86_feature_detected!($name))),*]
            };
        }
        let all = detected!(
            "sse2" "ssse3" "sse4.1" "sse4.2" "pclmulqdq" "avx" "avx2" "bmi1" "bmi2" "sha" "avx512f" "avx512bw" "avx512vl" "vpclmulqdq"
        );
        all.into_iter().filter(|(_, has)| *has).map(|(name, _)| name).collect()
    }
    #[cfg(not(target_arch = "x86_64"))]
    Vec::new()
}

/// `--show-output` shows it, and `npm run test:cpu` reads it.
#[test]
fn the_features_of_the_processor_are_printed() {
    let features = features();
    println!("FEATURES {}", features.join(" "));
    // Every processor of this architecture has it.
    assert_eq!(features.contains(&"sse2"), cfg!(target_arch = "x86_64"));
}
