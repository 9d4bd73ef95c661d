use super::Request;
use crate::lsp::{commands, peer::Peer, session::Session};
use serde_json::Value;
use std::sync::Arc;
use tower_lsp::{
    jsonrpc::Result,
    ls_types::{ExecuteCommandOptions, ExecuteCommandParams, ServerCapabilities, request},
};

/// `workspace/executeCommand`.
pub(in crate::lsp) struct ExecuteCommand;

impl Request for ExecuteCommand {
    type Method = request::ExecuteCommand;
    const PURPOSE: &str = "runs a command of the table below";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        let commands = commands::COMMANDS.iter().map(|command| command.name.to_owned()).collect();
        server.execute_command_provider = Some(ExecuteCommandOptions { commands, ..ExecuteCommandOptions::default() });
    }

    async fn answer(session: Arc<Session>, params: ExecuteCommandParams) -> Result<Option<Value>> {
        commands::run(session, &params.command, params.arguments).await
    }
}
