use crate::lsp::{self, End};
use clap::Args;
use std::{
    fs::OpenOptions,
    path::{Path, PathBuf},
    process::ExitCode,
};
use tracing_subscriber::filter::LevelFilter;

#[derive(Args)]
pub(super) struct Arguments {
    /// Speaks over standard input and output, as it does anyway: some editors insist on saying so.
    #[arg(long)]
    stdio: bool,
    /// Writes the log to a file instead of standard error.
    #[arg(long, value_name = "FILE")]
    log_file: Option<PathBuf>,
    /// What is logged: off, error, warn, info, debug or trace.
    #[arg(long = "log", value_name = "LEVEL", default_value = "warn")]
    level: LevelFilter,
}

/// Serves an editor until it ends. Succeeds after `shutdown` and `exit` alone.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    if let Err(error) = start_log(arguments) {
        eprintln!("copydesk: {error}");
        return ExitCode::from(2);
    }
    match lsp::run() {
        Ok(End::Exit) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("copydesk: {error}");
            ExitCode::from(2)
        }
    }
}

fn start_log(arguments: &Arguments) -> Result<(), String> {
    let log = tracing_subscriber::fmt().with_max_level(arguments.level).with_ansi(false);
    match &arguments.log_file {
        None => log.with_writer(std::io::stderr).init(),
        Some(path) => log.with_writer(open(path)?).init(),
    }
    Ok(())
}

fn open(path: &Path) -> Result<std::sync::Mutex<std::fs::File>, String> {
    let file = OpenOptions::new().create(true).append(true).open(path);
    file.map(std::sync::Mutex::new).map_err(|error| format!("{}: cannot log here: {error}", path.display()))
}
