use crate::{
    analysis::Analysis,
    lsp::{documents::Snapshot, incoming, outgoing, peer::Peer, session::Session},
    text::Span,
};
use tower_lsp::ls_types::{Location, Position, Range};

/// One version of a document with its analysis: all that a request needs.
pub(in crate::lsp) struct View<'a> {
    /// The client's session.
    pub session: &'a Session,
    /// The version.
    pub snapshot: &'a Snapshot,
    /// What is known of it.
    pub analysis: &'a Analysis,
}

impl<'a> View<'a> {
    /// `snapshot` with its `analysis`.
    pub(in crate::lsp) fn new(session: &'a Session, snapshot: &'a Snapshot, analysis: &'a Analysis) -> Self {
        Self { session, snapshot, analysis }
    }

    /// The whole text.
    pub(in crate::lsp) fn text(&self) -> &'a str {
        self.snapshot.text()
    }

    /// What the client can do.
    pub(in crate::lsp) fn peer(&self) -> &'a Peer {
        self.session.peer()
    }

    /// The byte offset of `position`.
    pub(in crate::lsp) fn offset(&self, position: Position) -> u32 {
        incoming::offset(position, self.snapshot, self.peer().encoding)
    }

    /// The bytes of `range`.
    pub(in crate::lsp) fn span(&self, range: Range) -> Span {
        incoming::span(range, self.snapshot, self.peer().encoding)
    }

    /// The range of `span`.
    pub(in crate::lsp) fn range(&self, span: Span) -> Range {
        outgoing::range(span, self.snapshot, self.peer().encoding)
    }

    /// Where `span` is found.
    pub(in crate::lsp) fn location(&self, span: Span) -> Location {
        outgoing::location(span, self.snapshot, self.peer().encoding)
    }
}
