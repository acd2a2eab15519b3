//! Sets the linker flags of an addon, keeps the library in memory when its last worker leaves, and names it.

fn main() {
    napi_build::setup();
    match std::env::var("CARGO_CFG_TARGET_OS").as_deref() {
        // Rust's thread-locals outlive a worker; unloading their code while a thread ends would crash.
        Ok("linux") => println!("cargo:rustc-cdylib-link-arg=-Wl,-z,nodelete"),
        // By itself the name of a library is where it was built.
        Ok("macos") => println!("cargo:rustc-cdylib-link-arg=-Wl,-install_name,@rpath/oxbridge-napi.node"),
        _ => {}
    }
}
