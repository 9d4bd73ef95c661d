use super::Request;
use crate::{
    lsp::{
        documents::{Kind, Snapshot},
        outgoing,
        peer::Peer,
        session::Session,
    },
    syntax::{BlockKind, Language},
    text::Span,
};
use std::sync::Arc;
use tower_lsp::{
    jsonrpc::Result,
    ls_types::{
        DocumentLink, DocumentLinkOptions, DocumentLinkParams, ServerCapabilities, Uri,
        request::DocumentLinkRequest,
    },
};

/// `textDocument/documentLink`.
pub(in crate::lsp) struct DocumentLinks;

impl Request for DocumentLinks {
    type Method = DocumentLinkRequest;
    const PURPOSE: &str = "addresses in articles and in people.toml, and files that Markdown links to";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        server.document_link_provider = Some(DocumentLinkOptions {
            resolve_provider: Some(false),
            work_done_progress_options: Default::default(),
        });
    }

    async fn answer(session: Arc<Session>, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        let snapshot = session.documents().snapshot(&params.text_document.uri);
        let Some(snapshot) = snapshot.filter(|snapshot| snapshot.kind != Kind::Other) else { return Ok(None) };
        snapshot.outcome().await;
        let encoding = session.peer().encoding;
        let links = links(&snapshot).into_iter().map(|(span, target)| DocumentLink {
            range: outgoing::range(span, &snapshot, encoding),
            target: Some(target),
            tooltip: None,
            data: None,
        });
        Ok(Some(links.collect()))
    }
}

/// The links outside code, in order.
fn links(snapshot: &Snapshot) -> Vec<(Span, Uri)> {
    let mut links = addresses(snapshot.text());
    if snapshot.kind == Kind::Article(Language::Markdown) {
        links.extend(targets(snapshot.text(), &snapshot.uri));
    }
    links.retain(|(span, _)| !is_code(snapshot, *span));
    links.sort_by_key(|(span, _)| *span);
    links.dedup_by_key(|(span, _)| span.start);
    links
}

fn is_code(snapshot: &Snapshot, span: Span) -> bool {
    let Some(analysis) = snapshot.analysis() else { return false };
    let block = analysis.article.block_at(span.start).and_then(|index| analysis.article.blocks.get(index));
    block.is_some_and(|block| block.kind == BlockKind::Code)
}

/// Web addresses written out.
fn addresses(text: &str) -> Vec<(Span, Uri)> {
    let starts = text.match_indices("://").filter_map(|(at, _)| {
        let before = &text[..at];
        ["https", "http"].iter().find(|scheme| before.ends_with(*scheme)).map(|scheme| at - scheme.len())
    });
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | ')' | ']' | '|' | '`');
    let address = |piece: Span| {
        let address = piece.of(text).trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’']);
        let start = piece.start as usize;
        Some((Span::new(start, start + address.len()), address.parse().ok()?))
    };
    pieces(text, starts, ends).filter_map(address).collect()
}

/// Relative targets of Markdown links, from the folder of the article `uri`.
fn targets<'a>(text: &'a str, uri: &'a Uri) -> impl Iterator<Item = (Span, Uri)> + 'a {
    let starts = text.match_indices("](").map(|(at, opening)| at + opening.len());
    let ends = |c: char| c.is_whitespace() || matches!(c, ')' | '<');
    let ended = pieces(text, starts, ends).filter(|piece| (piece.end as usize) < text.len());
    ended.filter_map(|piece| {
        let target = piece.of(text);
        let is_relative = !target.is_empty() && !target.starts_with(['#', '/']) && !target.contains(':');
        let folder = uri.as_str().rsplit_once('/')?.0;
        let whole = is_relative.then(|| format!("{folder}/{target}"))?;
        Some((piece, whole.parse().ok()?))
    })
}

/// What begins at each of `starts`, which ascend, up to a character that `ends` it or the end of the text. What begins
/// inside another piece is none: every byte is looked at once.
fn pieces(
    text: &str,
    starts: impl Iterator<Item = usize>,
    ends: impl Fn(char) -> bool,
) -> impl Iterator<Item = Span> {
    let mut done = 0;
    starts.filter_map(move |start| {
        if start < done {
            return None;
        }
        done = text[start..].find(&ends).map_or(text.len(), |length| start + length);
        Some(Span::new(start, done))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses_of(text: &str) -> Vec<&str> {
        addresses(text).into_iter().map(|(span, _)| span.of(text)).collect()
    }

    #[test]
    fn addresses_end_before_the_marks_of_the_sentence() {
        let text = "See https://harbour.example/plan?a=1. (And http://x.example/b), “https://c.example/é”; ://no";
        assert_eq!(addresses_of(text), ["https://harbour.example/plan?a=1", "http://x.example/b"]);
    }

    #[test]
    fn relative_targets_are_found_from_the_folder_of_the_article() {
        let uri = "file:///desk/draft.md".parse().expect("an address");
        let text = "[plan](plan.md) [top](#top) [site](https://x.example) [root](/etc)";
        let targets: Vec<_> = targets(text, &uri).map(|(_, target)| target.as_str().to_owned()).collect();
        assert_eq!(targets, ["file:///desk/plan.md"]);
    }
}
