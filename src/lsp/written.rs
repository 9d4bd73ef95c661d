//! The JSON of diagnostics, kept for the next version: most of them stand where they stood.

use super::outgoing::Outgoing;
use rustc_hash::FxHasher;
use serde_json::value::{RawValue, to_raw_value};
use std::{
    hash::{Hash, Hasher},
    vec::IntoIter,
};

/// The diagnostics of a document that were written last, in order. What it holds never changes what is told: it only
/// saves writing it again.
#[derive(Debug, Default)]
pub(super) struct Written(Vec<Line>);

/// A diagnostic and its JSON.
type Line = (Outgoing<'static>, Box<RawValue>);

impl Written {
    /// Writes `diagnostics` in place of the last ones. Quick where they stand in order.
    pub fn renew(&mut self, diagnostics: Vec<Outgoing>) {
        let mut last = std::mem::take(&mut self.0).into_iter();
        let lines = diagnostics.into_iter().filter_map(|next| known(&mut last, &next).or_else(|| write(next)));
        self.0 = lines.collect();
    }

    /// The diagnostics.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Outgoing<'static>> {
        self.0.iter().map(|(diagnostic, _)| diagnostic)
    }

    /// The JSON of each.
    pub fn json(&self) -> impl Iterator<Item = &RawValue> {
        self.0.iter().map(|(_, json)| &**json)
    }

    /// A name for all of them: a hash of all that the client shows.
    pub fn name(&self) -> String {
        let mut hasher = FxHasher::default();
        self.json().for_each(|json| json.get().hash(&mut hasher));
        format!("{:016x}", hasher.finish())
    }
}

/// Takes the line of `next` from `last`, and whatever stands before it.
fn known(last: &mut IntoIter<Line>, next: &Outgoing) -> Option<Line> {
    while last.as_slice().first().is_some_and(|(old, _)| old.range.start < next.range.start) {
        last.next();
    }
    let mut here = last.as_slice().iter().take_while(|(old, _)| old.range.start == next.range.start);
    let skipped = here.position(|(old, _)| old == next)?;
    last.nth(skipped)
}

/// A diagnostic that cannot be written, which none is, is left out.
fn write(diagnostic: Outgoing) -> Option<Line> {
    let json = to_raw_value(&diagnostic);
    let json = json.inspect_err(|error| tracing::error!("a diagnostic could not be written: {error}")).ok()?;
    Some((diagnostic.into_owned(), json))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{documents::Snapshot, outgoing, peer::Peer},
        *,
    };
    use crate::{syntax::Language, text::Encoding, workspace::Source};
    use proptest::{prelude::*, sample::select};
    use std::sync::Arc;

    /// Claims, furniture and people that findings are made of, and what moves them.
    const PIECES: &[&str] = &[
        "Experts argue that the plan will fail. ",
        "Several analysts have described the port as a ruin. ",
        "According to officials, 45 percent of 1,200 cranes are idle. ",
        "Anna Koroleva, the transport minister, said the talks would resume. ",
        "Anna Korolyova left early. ",
        "\nShare this article\n",
        "\nRead More: Cranes of the North\n",
        "\n\n",
        "\r\n",
        "é",
        "😀",
        " ",
    ];

    const ARTICLE: &str = "Experts argue that the plan will fail.

The harbor is widely regarded as lost.

Share this article

The minister said so on Monday.

Read More: Cranes of the North

According to officials, 45 percent of 1,200 cranes are idle.
";

    fn snapshot(text: &str) -> Snapshot {
        let source = Source { text: text.to_owned(), marked: false, language: Language::PlainText };
        Snapshot::of_file("file:///a.txt".parse().expect("an address"), &source, Arc::default())
    }

    fn diagnostics<'a>(snapshot: &'a Snapshot, peer: &Peer) -> Vec<Outgoing<'a>> {
        let findings = &snapshot.analysis().expect("it is analysed").findings;
        findings.iter().map(|finding| outgoing::diagnostic(finding, snapshot, peer)).collect()
    }

    fn json(written: &Written) -> Vec<&str> {
        written.json().map(RawValue::get).collect()
    }

    /// `text` with `piece` in place of what stands between two shares of it.
    fn edited(text: &str, (start, length, piece): (f64, f64, &str)) -> String {
        let boundary = |share: f64| text.floor_char_boundary((share.min(1.0) * text.len() as f64) as usize);
        [&text[..boundary(start)], piece, &text[boundary(start + length)..]].concat()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_version_is_written_as_if_it_were_the_first(
            pieces in prop::collection::vec(select(PIECES), 4..40),
            edits in prop::collection::vec((0.0..1.0, prop_oneof![2 => Just(0.0), 1 => 0.0..0.1], select(PIECES)), 1..16),
            encoding in select(vec![Encoding::Utf8, Encoding::Utf16, Encoding::Utf32]),
        ) {
            let peer = Peer { encoding, shows_related: true, ..Peer::default() };
            let mut written = Written::default();
            let mut text = pieces.concat();
            for edit in edits {
                let snapshot = snapshot(&text);
                let mut first = Written::default();
                first.renew(diagnostics(&snapshot, &peer));
                written.renew(diagnostics(&snapshot, &peer));
                prop_assert_eq!(json(&written), json(&first));
                prop_assert_eq!(written.name(), first.name());
                prop_assert!(written.diagnostics().eq(first.diagnostics()));
                text = edited(&text, edit);
            }
        }
    }

    #[test]
    fn a_key_in_one_line_writes_the_others_no_more() {
        let before = snapshot(ARTICLE);
        let after = snapshot(&ARTICLE.replace("The harbor", "So the harbor"));
        let mut written = Written::default();
        written.renew(diagnostics(&before, &Peer::default()));
        let kept: Vec<*const str> = written.json().map(|json| json.get() as *const str).collect();
        written.renew(diagnostics(&after, &Peer::default()));
        let is_kept = |json: &RawValue| kept.contains(&(json.get() as *const str));
        let written_anew = written.json().filter(|json| !is_kept(json)).count();
        assert_eq!((kept.len(), json(&written).len(), written_anew), (5, 5, 1));
    }
}
