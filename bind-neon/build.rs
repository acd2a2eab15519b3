//! Keeps the library in memory when its last worker leaves, names it, and keeps the lists of its exports.

fn main() {
    match std::env::var("CARGO_CFG_TARGET_OS").as_deref() {
        // Rust's thread-locals outlive a worker; unloading their code while a thread ends would crash.
        Ok("linux") => println!("cargo:rustc-cdylib-link-arg=-Wl,-z,nodelete"),
        // By itself the name of a library is where it was built.
        Ok("macos") => println!("cargo:rustc-cdylib-link-arg=-Wl,-install_name,@rpath/oxbridge-neon.node"),
        // Neon finds what it exports in a section that nothing refers to, and MinGW's linker throws such sections away.
        Ok("windows") if std::env::var("CARGO_CFG_TARGET_ENV").as_deref() == Ok("gnu") => {
            println!("cargo:rustc-cdylib-link-arg=-Wl,--no-gc-sections");
        }
        _ => {}
    }
}
