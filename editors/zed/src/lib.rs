//! Copydesk in Zed: starts the program `copydesk` that is on PATH.

use zed_extension_api::{Command, Extension, LanguageServerId, Result, Worktree, register_extension};

struct Copydesk;

impl Extension for Copydesk {
    fn new() -> Self {
        Self
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let command = worktree
            .which("copydesk")
            .ok_or("copydesk is not on PATH: cargo install copydesk, then restart Zed")?;
        Ok(Command { command, args: vec!["lsp".into()], env: worktree.shell_env() })
    }
}

register_extension!(Copydesk);
