//! Keeps the library in memory when its last worker leaves, and names it.

fn main() {
    match std::env::var("CARGO_CFG_TARGET_OS").as_deref() {
        // Rust's thread-locals outlive a worker; unloading their code while a thread ends would crash.
        Ok("linux") => println!("cargo:rustc-cdylib-link-arg=-Wl,-z,nodelete"),
        // A program keeps this name of the library it was linked with; by itself it is where the library was built.
        Ok("macos") => println!("cargo:rustc-cdylib-link-arg=-Wl,-install_name,@rpath/liboxbridge.dylib"),
        _ => {}
    }
}
