//! Keeps the library in memory when its last worker leaves.

fn main() {
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        // Rust's thread-locals outlive a worker; unloading their code while a thread ends would crash.
        println!("cargo:rustc-cdylib-link-arg=-Wl,-z,nodelete");
    }
}
