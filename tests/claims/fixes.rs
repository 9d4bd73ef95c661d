//! What the fixes make of a claim.

use crate::findings;
use copydesk::{
    analysis::{self, Memo, Settings},
    rules,
    syntax::Language,
};

#[test]
fn fixes_leave_grammatical_sentences() {
    let text = "Mara Venn designed the wall. Experts argue that it will fall. It is widely seen as a risk.";
    let mended = |at: usize| {
        let found = findings(text);
        found[at].fixes.iter().map(|fix| rules::apply(text, [fix])).collect::<Vec<_>>()
    };
    assert_eq!(
        mended(0),
        [
            "Mara Venn designed the wall. Mara Venn argues that it will fall. It is widely seen as a risk.",
            "Mara Venn designed the wall. Experts [who?] argue that it will fall. It is widely seen as a risk.",
        ]
    );
    assert_eq!(
        mended(1),
        [
            "Mara Venn designed the wall. Experts argue that it will fall. It is widely seen by Mara Venn as a risk.",
            "Mara Venn designed the wall. Experts argue that it will fall. It is widely seen [by whom?] as a risk.",
        ]
    );
}

/// The text with each claim rewritten in turn.
fn rewritten(text: &str) -> Vec<String> {
    let settings = Settings::default();
    let analysis = analysis::analyze(text, Language::PlainText, &settings, &mut Memo::default(), &|| false);
    let claims = analysis.map(|analysis| analysis.statements.claims).unwrap_or_default();
    let fixes = claims.iter().filter_map(|claim| rules::rewrite(text, claim));
    fixes.map(|fix| rules::apply(text, [&fix])).collect()
}

#[test]
fn bare_lead_ins_are_rewritten_with_the_source_behind() {
    for (text, expected) in [
        ("Experts say that the wall will fall.", "The wall will fall, according to [source]."),
        ("Experts say the wall will fall by May.", "The wall will fall by May, according to [source]."),
        ("It is believed that the wall is hollow.", "The wall is hollow, according to [source]."),
        ("The wall will fall, experts say.", "The wall will fall, according to [source]."),
        ("The mayor reportedly left before the vote.", "The mayor left before the vote, according to [source]."),
    ] {
        assert_eq!(rewritten(text), [expected]);
    }
}

#[test]
fn sentences_whose_grammar_does_not_show_how_are_not_rewritten() {
    for text in ["Critics called the wall a waste of money.", "In May, experts say, the wall will fall."] {
        assert!(rewritten(text).is_empty(), "{text}: {:?}", rewritten(text));
    }
}
