//! The requests, one file each. A new request is its file and one line in the table below: the table dispatches it
//! and announces it, so what the server says it can do is what it does.

mod own_files;
mod paint;
mod view;

pub(super) use view::View;

use super::{
    documents::{Outcome, Snapshot},
    peer::Peer,
    ready,
    reference::{FIRST_VERSION, Understood},
    session::Session,
};
use std::sync::Arc;
use tower_lsp::{
    jsonrpc::{Error, Result},
    ls_types::{ServerCapabilities, Uri, request},
};

/// The parameters of a request.
pub(super) type Params<R> = <<R as Request>::Method as request::Request>::Params;
/// The answer to a request.
pub(super) type Answer<R> = <<R as Request>::Method as request::Request>::Result;

/// A request that the server answers.
pub(super) trait Request {
    /// Its name, parameters and answer in the protocol.
    type Method: request::Request;
    /// What it does, for the table in `docs/protocol.md`.
    const PURPOSE: &str;
    /// The version of Copydesk that answered it first.
    const SINCE: &str = FIRST_VERSION;

    /// Says in `server` that the request is answered, as far as `peer` can make use of it.
    fn announce(peer: &Peer, server: &mut ServerCapabilities);

    /// Answers. What happens before the first `await` sees the documents as they were when the request came.
    fn answer(session: Arc<Session>, params: Params<Self>) -> impl Future<Output = Result<Answer<Self>>> + Send;
}

/// A request about one open document, answered from its analysis alone.
pub(super) trait DocumentRequest {
    /// See [`Request::Method`].
    type Method: request::Request<Params: Send, Result: Default + Send>;
    /// See [`Request::PURPOSE`].
    const PURPOSE: &str;

    /// See [`Request::announce`].
    fn announce(peer: &Peer, server: &mut ServerCapabilities);

    /// The document that is asked about.
    fn document(params: &<Self::Method as request::Request>::Params) -> &Uri;

    /// Answers from `view`. Documents that are not open or not analysed get the empty answer instead.
    fn answer(
        view: &View,
        params: <Self::Method as request::Request>::Params,
    ) -> <Self::Method as request::Request>::Result;

    /// Answers about a file of ours, which has no analysis. Most requests have nothing to say of these.
    fn answer_in_own_file(
        _session: &Session,
        _file: &Snapshot,
        _params: <Self::Method as request::Request>::Params,
    ) -> <Self::Method as request::Request>::Result {
        Default::default()
    }
}

impl<R: DocumentRequest> Request for R {
    type Method = R::Method;
    const PURPOSE: &str = R::PURPOSE;

    fn announce(peer: &Peer, server: &mut ServerCapabilities) {
        R::announce(peer, server);
    }

    async fn answer(session: Arc<Session>, params: Params<Self>) -> Result<Answer<Self>> {
        let snapshot = session.documents().snapshot(R::document(&params));
        let Some(snapshot) = snapshot else { return Ok(Answer::<Self>::default()) };
        match analysed(&session, &snapshot).await? {
            Some(view) => Ok(ready::leave(R::answer(&view, params))),
            None => Ok(R::answer_in_own_file(&session, &snapshot, params)),
        }
    }
}

/// `snapshot` once it is analysed; `None` for what holds no article.
pub(super) async fn analysed<'a>(session: &'a Session, snapshot: &'a Snapshot) -> Result<Option<View<'a>>> {
    match snapshot.outcome().await {
        Outcome::Done(analysis) => Ok(Some(View::new(session, snapshot, analysis))),
        Outcome::Off => Ok(None),
        Outcome::Outdated => Err(Error::content_modified()),
        Outcome::Failed => Err(Error::internal_error()),
    }
}

/// Declares the modules of all requests, their table, and `routes!`: the methods of the router's trait, called like the
/// modules, that dispatch to them.
macro_rules! requests {
    ($($route:ident::$request:ident;)+) => {
        $(pub(super) mod $route;)+

        static TABLE: &[Entry] = &[$(Entry::of::<$route::$request>()),+];

        macro_rules! routes {
            () => {
                $(async fn $route(
                    &self,
                    params: requests::Params<requests::$route::$request>,
                ) -> Result<requests::Answer<requests::$route::$request>> {
                    <requests::$route::$request as requests::Request>::answer(self.0.clone(), params).await
                })+
            };
        }
        pub(super) use routes;
    };
}

requests! {
    code_action::CodeActions;
    code_action_resolve::ResolveCodeAction;
    code_lens::CodeLenses;
    code_lens_resolve::ResolveCodeLens;
    completion::Completion;
    completion_resolve::ResolveCompletion;
    diagnostic::PullDiagnostics;
    document_highlight::Highlights;
    document_link::DocumentLinks;
    document_symbol::DocumentSymbols;
    execute_command::ExecuteCommand;
    folding_range::FoldingRanges;
    goto_definition::Definition;
    hover::HoverCard;
    inlay_hint::InlayHints;
    prepare_rename::PrepareRename;
    references::References;
    rename::Rename;
    selection_range::SelectionRanges;
    symbol::Symbols;
    symbol_resolve::ResolveSymbol;
    semantic_tokens_full::FullTokens;
    semantic_tokens_full_delta::DeltaTokens;
    semantic_tokens_range::RangeTokens;
    workspace_diagnostic::WorkspaceDiagnostics;
}

/// A line of the table.
struct Entry {
    method: &'static str,
    purpose: &'static str,
    since: &'static str,
    announce: fn(&Peer, &mut ServerCapabilities),
}

impl Entry {
    const fn of<R: Request>() -> Self {
        use request::Request as _;
        Self { method: R::Method::METHOD, purpose: R::PURPOSE, since: R::SINCE, announce: R::announce }
    }
}

/// `server` with all that the table announces to `peer`.
pub(super) fn capabilities(peer: &Peer, mut server: ServerCapabilities) -> ServerCapabilities {
    for entry in TABLE {
        (entry.announce)(peer, &mut server);
    }
    server
}

/// Every request of the table.
pub(super) fn understood() -> Vec<Understood> {
    let row = |&Entry { method: name, purpose, since, .. }: &Entry| Understood { name, purpose, since };
    TABLE.iter().map(row).collect()
}
