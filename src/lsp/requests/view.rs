use crate::{
    analysis::Analysis,
    lsp::{documents::Snapshot, incoming, outgoing, peer::Peer, session::Session},
    people::Person,
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

    /// People may be written about at `offset`: it lies in no code, front matter or comment.
    pub(in crate::lsp) fn is_prose(&self, offset: u32) -> bool {
        let article = &self.analysis.article;
        let block = article.block_at(offset).and_then(|index| article.blocks.get(index));
        block.is_none_or(|block| block.kind.is_prose())
    }

    /// The line of the start of `span`, from one.
    pub(in crate::lsp) fn line_number(&self, span: Span) -> usize {
        self.snapshot.lines().line_of(span.start) + 1
    }

    /// Index of the person whose name stands at `offset`, and the mention. Behind a name a cursor still touches it.
    pub(in crate::lsp) fn mention_at(&self, offset: u32) -> Option<(usize, Span)> {
        self.person_at(offset, |person| &person.mentions)
    }

    /// Index of the person for whom the pronoun or role noun at `offset` stands, and its place.
    pub(in crate::lsp) fn reference_at(&self, offset: u32) -> Option<(usize, Span)> {
        self.person_at(offset, |person| &person.references)
    }

    /// Every place that stands for person number `person`, by name or not, in order.
    pub(in crate::lsp) fn places_of(&self, person: usize) -> Vec<Span> {
        let person = &self.analysis.people.people[person];
        let mut places = [&person.mentions[..], &person.references].concat();
        places.sort_unstable();
        places
    }

    fn person_at(&self, offset: u32, places: fn(&Person) -> &Vec<Span>) -> Option<(usize, Span)> {
        let people = self.analysis.people.people.iter().enumerate();
        let all = || people.clone().flat_map(|(index, person)| places(person).iter().map(move |span| (index, *span)));
        let inside = all().find(|(_, span)| span.contains(offset));
        inside.or_else(|| all().find(|(_, span)| span.touches(offset)))
    }
}
