use super::{Request, View, hover};
use crate::lsp::{documents::Outcome, markup::Markup, peer::Peer, session::Session};
use std::sync::Arc;
use tower_lsp::{
    jsonrpc::Result,
    ls_types::{CompletionItem, Documentation, ServerCapabilities, Uri, request::ResolveCompletionItem},
};

/// `completionItem/resolve`.
pub(in crate::lsp) struct ResolveCompletion;

impl Request for ResolveCompletion {
    type Method = ResolveCompletionItem;
    const PURPOSE: &str = "who the person of a completion is";

    /// Announced with the request whose items it completes.
    fn announce(_: &Peer, _: &mut ServerCapabilities) {}

    async fn answer(session: Arc<Session>, mut item: CompletionItem) -> Result<CompletionItem> {
        let asked = item.data.as_ref().and_then(|data| {
            let uri: Uri = data["uri"].as_str()?.parse().ok()?;
            Some((session.documents().snapshot(&uri)?, data["person"].as_str()?.to_owned()))
        });
        let Some((snapshot, name)) = asked else { return Ok(item) };
        if let Outcome::Done(analysis) = snapshot.outcome().await {
            let view = View::new(&session, &snapshot, analysis);
            let markup: Markup = hover::about(&view, &name);
            item.documentation = Some(Documentation::MarkupContent(markup.content(session.peer().reads_markdown)));
        }
        Ok(item)
    }
}
