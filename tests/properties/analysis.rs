//! The engine under edits: incremental equals from scratch, and everything it says lies in the text.

use crate::{generate, spans::spans};
use copydesk::{
    analysis::{Analysis, Memo, Section, Settings, analyze},
    syntax::Language,
    text::Span,
};
use proptest::prelude::*;

fn fresh(text: &str, language: Language) -> Analysis {
    analyze(text, language, &Settings::default(), &mut Memo::default(), &|| false).expect("nobody cancels")
}

fn check_sections(sections: &[Section], within: Span) -> Result<(), TestCaseError> {
    let mut end = within.start;
    for section in sections {
        prop_assert!(within.covers(section.span) && section.span.covers(section.heading) && section.span.start >= end);
        end = section.span.end;
        check_sections(&section.children, section.span)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(generate::config(150))]

    #[test]
    fn incremental_equals_from_scratch(
        start in generate::article(30),
        edits in prop::collection::vec(generate::edit(), 1..12),
        language in generate::language(),
    ) {
        let mut text = start;
        let mut memo = Memo::default();
        let settings = Settings::default();
        for edit in edits {
            generate::apply(&mut text, edit);
            let incremental = analyze(&text, language, &settings, &mut memo, &|| false).expect("nobody cancels");
            prop_assert_eq!(incremental, fresh(&text, language));
        }
    }

    #[test]
    fn typing_equals_from_scratch(
        start in generate::article(30),
        place in any::<prop::sample::Index>(),
        typed in generate::article(2),
        language in generate::language(),
    ) {
        let mut text = start;
        let mut memo = Memo::default();
        let settings = Settings::default();
        let places: Vec<usize> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).collect();
        let mut at = *place.get(&places);
        for key in typed.chars() {
            text.insert(at, key);
            at += key.len_utf8();
            let incremental = analyze(&text, language, &settings, &mut memo, &|| false).expect("nobody cancels");
            prop_assert_eq!(incremental, fresh(&text, language));
        }
    }

    #[test]
    fn an_abandoned_run_leaves_no_trace(
        before in generate::article(20),
        text in generate::article(20),
        patience in 0..20_u32,
        language in generate::language(),
    ) {
        let mut memo = Memo::default();
        let settings = Settings::default();
        let left = std::cell::Cell::new(patience);
        analyze(&before, language, &settings, &mut memo, &|| left.replace(left.get().saturating_sub(1)) == 0);
        let after = analyze(&text, language, &settings, &mut memo, &|| false).expect("nobody cancels");
        prop_assert_eq!(after, fresh(&text, language));
    }

    #[test]
    fn everything_said_lies_in_the_text(text in generate::article(40), language in generate::language()) {
        let analysis = fresh(&text, language);
        for span in spans(&analysis) {
            prop_assert!(text.get(span.range()).is_some(), "{:?}", span);
        }
        check_sections(&analysis.outline, Span::new(0, text.len()))?;
        prop_assert_eq!(analysis.facts.len(), analysis.article.blocks.len());
        prop_assert_eq!(analysis.words, text.split_whitespace().count());
        prop_assert_eq!(analysis.furniture.len(), analysis.article.blocks.len());
    }

    #[test]
    fn fixes_apply(text in generate::article(30), language in generate::language()) {
        for finding in &fresh(&text, language).findings {
            for fix in &finding.fixes {
                let mut end = 0;
                for edit in &fix.edits {
                    prop_assert!(edit.span.start >= end, "edits of {:?} overlap", fix.title);
                    end = edit.span.end;
                }
                let mut fixed = text.clone();
                for edit in fix.edits.iter().rev() {
                    fixed.replace_range(edit.span.range(), &edit.text);
                }
                prop_assert_ne!(&fixed, &text, "{:?} does nothing", fix.title);
            }
        }
    }

    #[test]
    fn odd_texts_are_analysed(text in generate::text(80), language in generate::language()) {
        for span in spans(&fresh(&text, language)) {
            prop_assert!(text.get(span.range()).is_some(), "{:?}", span);
        }
    }
}

/// A blank line changes what stands apart, and so which line is the title, although no block says anything else.
#[test]
fn a_blank_line_typed_is_seen() {
    let minister = "Anna Koroleva, the transport minister, said the talks would resume. ";
    let analysts = "Several analysts have described the port as a ruin. ";
    let body = format!("{minister}{analysts}{}", minister.repeat(3));
    let pages = format!(
        "rts argue that the plan will fail. \nShare this article\nExperts argue that the plan will fail. .\n\
         1. To deepen the harbor:\nin the U.S. at 5 p.m. on Sept. 3\n\n1. To deepen the harbor:\n{body}\n\
         | Port | View |\n|---|---|\n| North | idle |\n\n<!-- copydesk-ignore -->\n\nBy Anna Koroleva\n[^1]\n\
         > Quoted words .The minister met “her aides \nSubscribe to our newsletter\nTK "
    );
    let (mut memo, settings) = (Memo::default(), Settings::default());
    for text in [format!("Expe\n{pages}"), format!("Expe\n\n{pages}")] {
        let typed = analyze(&text, Language::PlainText, &settings, &mut memo, &|| false).expect("nobody cancels");
        assert!(typed == fresh(&text, Language::PlainText), "{text}");
    }
}

/// A passage that is typed until it is like another, and on until it is not, is told of meanwhile and no longer.
#[test]
fn a_passage_typed_again_is_told_of() {
    let wall = "The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.";
    let bread = "Prices of bread rose by a tenth last year while wages stood still, the bakers wrote on Friday.";
    let (mut memo, settings) = (Memo::default(), Settings::default());
    let mut told = Vec::new();
    let typed = (0..wall.len()).step_by(7).map(|end| &wall[..end]);
    let deleted = (0..wall.len()).step_by(9).map(|start| &wall[start..]);
    for last in typed.chain([wall, wall]).chain(deleted) {
        let text = format!("{wall}\n\n{bread}\n\n{last}\n");
        let analysis = analyze(&text, Language::PlainText, &settings, &mut memo, &|| false).expect("nobody cancels");
        assert!(analysis == fresh(&text, Language::PlainText), "{last}");
        told.push(analysis.findings.iter().any(|finding| finding.rule == "boilerplate/repeated-passage"));
    }
    told.dedup();
    assert_eq!(told, [false, true, false]);
}

/// What the memo keeps does not grow with the number of versions.
#[test]
fn the_memo_forgets() {
    let mut memo = Memo::default();
    let settings = Settings::default();
    let mut most = 0;
    for version in 0..500 {
        let text: String = (0..10).map(|line| format!("Line {line} of version {version} says nothing.\n")).collect();
        analyze(&text, Language::PlainText, &settings, &mut memo, &|| false).expect("nobody cancels");
        most = most.max(memo.len());
    }
    assert!(most <= 100, "{most}");
}
