use clap::{Args, Command};
use clap_complete::Shell;
use std::{io, process::ExitCode};

#[derive(Args)]
pub(super) struct Arguments {
    /// The shell.
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments, command: &mut Command) -> anyhow::Result<ExitCode> {
    clap_complete::generate(arguments.shell, command, "copydesk", &mut io::stdout());
    Ok(ExitCode::SUCCESS)
}

/// Prints the manual page of the whole command.
pub(super) fn manual(command: Command) -> anyhow::Result<ExitCode> {
    clap_mangen::Man::new(command).render(&mut io::stdout())?;
    Ok(ExitCode::SUCCESS)
}
