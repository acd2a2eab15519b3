//! Says what a native binary is, needs and offers: one fact a line, a key and a value with a tab between.
//!
//! It judges nothing; the rules are in `tests/inspect/rules.js`.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::process::ExitCode;

use object::read::archive::ArchiveFile;
use object::read::elf::{Dynamic, ElfFile64};
use object::read::macho::{LoadCommandVariant, MachOFile64};
use object::read::{ImportFlags, NameOrOrdinal};
use object::{Architecture, BinaryFormat, Endianness, File, Object as _, elf, macho};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: oxbridge-inspect FILE");
        return ExitCode::from(2);
    };
    match std::fs::read(&path).map_err(Into::into).and_then(|data| facts(&data)) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{path} cannot be read: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The facts of one file, as they are printed.
struct Facts(String);

impl Facts {
    fn add(&mut self, key: &str, value: impl std::fmt::Display) {
        writeln!(self.0, "{key}\t{value}").expect("a string takes all that is written to it");
    }

    fn add_bytes(&mut self, key: &str, value: &[u8]) {
        self.add(key, String::from_utf8_lossy(value));
    }

    /// A symbol, which a DLL may also have as a number.
    fn add_name(&mut self, key: &str, symbol: NameOrOrdinal<impl AsRef<[u8]>>, underscores: bool) {
        match symbol {
            NameOrOrdinal::Name(name) => self.add_bytes(key, c_name(name.as_ref(), underscores)),
            NameOrOrdinal::Ordinal(ordinal) => self.add(key, format_args!("#{ordinal}")),
        }
    }
}

fn facts(data: &[u8]) -> Result<String> {
    let mut facts = Facts(String::new());
    if data.starts_with(b"!<arch>\n") {
        archive(data, &mut facts)?;
    } else {
        library(data, &mut facts)?;
    }
    Ok(facts.0)
}

/// An archive of object files: the processor of these, and the symbols that they define.
fn archive(data: &[u8], facts: &mut Facts) -> Result<()> {
    facts.add("format", "archive");
    let archive = ArchiveFile::parse(data)?;
    let mut underscores = false;
    let mut processors = Vec::new();
    for member in archive.members() {
        let Ok(file) = File::parse(member?.data(data)?) else {
            continue; // Rust puts its metadata there too
        };
        underscores |= file.format() == BinaryFormat::MachO;
        processors.push(processor(file.architecture()));
    }
    processors.sort_unstable();
    processors.dedup();
    facts.add("processor", processors.join(" and "));
    for symbol in archive.symbols()?.into_iter().flatten() {
        facts.add_bytes("define", c_name(symbol?.name(), underscores));
    }
    Ok(())
}

/// A shared library.
fn library(data: &[u8], facts: &mut Facts) -> Result<()> {
    let file = File::parse(data)?;
    let format = match file.format() {
        BinaryFormat::Elf => "elf",
        BinaryFormat::MachO => "mach-o",
        BinaryFormat::Pe => "pe",
        other => return Err(format!("it has the format {other:?}").into()),
    };
    facts.add("format", format);
    facts.add("processor", processor(file.architecture()));
    let underscores = file.format() == BinaryFormat::MachO;
    for library in file.import_libraries()? {
        facts.add_bytes("library", library?.name());
    }
    let mut versions = BTreeSet::new();
    for import in file.imports()? {
        let import = import?;
        facts.add_name("import", import.name(), underscores);
        if let ImportFlags::Elf { version: Some(version), .. } = import.flags() {
            versions.insert(version);
        }
    }
    versions.into_iter().for_each(|version| facts.add_bytes("version", version));
    for export in file.exports()? {
        facts.add_name("export", export?.into_name(), underscores);
    }
    match &file {
        File::Elf64(file) => elf_facts(file, facts),
        File::MachO64(file) => macho_facts(file, facts),
        _ => Ok(()),
    }
}

/// What ELF says besides: whether the library stays in memory.
fn elf_facts(file: &ElfFile64<'_, Endianness>, facts: &mut Facts) -> Result<()> {
    let stays = |entry: Dynamic| entry.tag == elf::DT_FLAGS_1 && entry.val & elf::DF_1_NODELETE.0 != 0;
    if file.elf_dynamic_table()?.iter().any(stays) {
        facts.add("stays", "");
    }
    Ok(())
}

/// What Mach-O says besides: its own name, the oldest macOS, and where its signature is.
fn macho_facts(file: &MachOFile64<'_, Endianness>, facts: &mut Facts) -> Result<()> {
    let endian = file.endian();
    for command in file.macho_load_commands()? {
        let command = command?;
        match command.variant()? {
            LoadCommandVariant::IdDylib(own) => facts.add_bytes("id", command.string(endian, own.dylib.name)?),
            LoadCommandVariant::BuildVersion(build, _) => facts.add("macos", version(build.minos.get(endian).0)),
            LoadCommandVariant::VersionMin(oldest) => facts.add("macos", version(oldest.version.get(endian).0)),
            LoadCommandVariant::LinkeditData(place) if command.cmd() == macho::LC_CODE_SIGNATURE => {
                facts.add("signature", place.dataoff.get(endian));
            }
            _ => {}
        }
    }
    Ok(())
}

/// A version as Mach-O packs it: 16 bits, and twice 8.
fn version(packed: u32) -> String {
    let [_, _, minor, patch] = packed.to_be_bytes();
    let parts = [packed >> 16, minor.into(), patch.into()];
    let shown = if patch == 0 { &parts[..2] } else { &parts[..] };
    shown.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}

/// The name that C knows a symbol by: Mach-O puts an underscore before it.
fn c_name(symbol: &[u8], underscores: bool) -> &[u8] {
    if underscores { symbol.strip_prefix(b"_").unwrap_or(symbol) } else { symbol }
}

/// The processor, as `process.arch` has it.
fn processor(architecture: Architecture) -> String {
    match architecture {
        Architecture::X86_64 => "x64".into(),
        Architecture::Aarch64 => "arm64".into(),
        other => format!("{other:?}").to_lowercase(),
    }
}
