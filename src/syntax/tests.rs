//! Both splitters, shown as `kind: words` a block with «markup» marked.

use super::{Block, BlockKind, Language, parse};

fn name(kind: BlockKind) -> String {
    match kind {
        BlockKind::FrontMatter => "front".into(),
        BlockKind::Heading(level) => format!("h{level}"),
        BlockKind::Paragraph => "p".into(),
        BlockKind::ListItem => "item".into(),
        BlockKind::TableRow => "row".into(),
        BlockKind::Quote => "quote".into(),
        BlockKind::Code => "code".into(),
        BlockKind::Comment => "comment".into(),
        BlockKind::Markup => "markup".into(),
    }
}

fn shown(text: &str, block: &Block) -> String {
    let words = block.span.of(text);
    let mut shown = String::new();
    let mut at = 0;
    for mark in &block.markup {
        shown += &words[at..mark.start as usize];
        shown += &format!("«{}»", mark.of(words));
        at = mark.end as usize;
    }
    format!("{}: {}{}", name(block.kind), shown, &words[at..]).replace(['\n', '\r'], "⏎")
}

#[track_caller]
fn check(language: Language, text: &str, expected: &[&str]) {
    let article = parse(text, language);
    let found: Vec<String> = article.blocks.iter().map(|block| shown(text, block)).collect();
    assert_eq!(found, expected);
}

#[track_caller]
fn markdown(text: &str, expected: &[&str]) {
    check(Language::Markdown, text, expected);
}

#[track_caller]
fn plain(text: &str, expected: &[&str]) {
    check(Language::PlainText, text, expected);
}

mod in_markdown {
    use super::*;

    #[test]
    fn headings_of_both_kinds() {
        markdown(
            "# Harbor *talks* ##\n\nBody.\n\nPlans ahead\n---\n\n### See `code` {#id}\n\n## `only`\n",
            &["h1: Harbor «*»talks", "p: Body.", "h2: Plans ahead", "h3: See", "h2: `only`"],
        );
    }

    #[test]
    fn front_matter_with_its_title() {
        for (text, title) in [
            ("---\ntitle: \"The Harbor\"\ntags: [a]\n---\n# One\n", Some("The Harbor")),
            ("\u{feff}+++\r\ntitle = 'The Harbor'\r\n+++\r\n# One\r\n", Some("The Harbor")),
            ("---\rtags: x\r---\r# One\r", None),
        ] {
            let article = parse(text, Language::Markdown);
            assert_eq!(article.title.map(|span| span.of(text)), title);
            assert_eq!(article.blocks[0].kind, BlockKind::FrontMatter);
            assert_eq!(shown(text, &article.blocks[1]), "h1: One");
        }
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        markdown("One.\n\n---\n\nTwo.\n\n---\n", &["p: One.", "markup: ---", "p: Two.", "markup: ---"]);
        markdown("---\nnever closed\n", &["markup: ---", "p: never closed"]);
    }

    #[test]
    fn lists_tight_loose_and_nested() {
        markdown(
            "- One\n- Two **bold**\n  - Deep\n    1. Deeper\n- [x] Done\n\nText.\n\n1. First\n\n   More.\n\n2. Second\n",
            &[
                "item: One",
                "item: Two «**»bold",
                "item: Deep",
                "item: Deeper",
                "item: Done",
                "p: Text.",
                "item: First",
                "item: More.",
                "item: Second",
            ],
        );
    }

    #[test]
    fn tables_by_row() {
        markdown(
            "| Area | *View* |\n|---|---|\n| Port | two words |\n| a \\| b | |\n",
            &["row: Area | «*»View", "row: Port | two words", "row: a «\\»| b"],
        );
    }

    #[test]
    fn quotes_keep_their_marks_out() {
        markdown(
            "> One line that\n> goes on.\n>\n> # Head\n",
            &["quote: One line that", "quote: goes on.", "quote: Head"],
        );
        markdown(
            "> A paragraph that was wrapped by its writer at seventy columns or\n> so and then goes on in the next line of the same quotation until\n> it ends.\n",
            &[
                "quote: A paragraph that was wrapped by its writer at seventy columns or⏎«>» so and then goes on in the next line of the same quotation until⏎«>» it ends.",
            ],
        );
    }

    #[test]
    fn code_and_html_hold_no_prose() {
        markdown(
            "```rust\nlet x = 1;\n```\n\n    indented\n\n<div>\n<p>x</p>\n</div>\n\n<!-- copydesk-off -->\n\nEnd.\n",
            &[
                "code: ```rust⏎let x = 1;⏎```",
                "code: indented",
                "markup: <div>⏎<p>x</p>⏎</div>",
                "comment: <!-- copydesk-off -->",
                "p: End.",
            ],
        );
        markdown("<!-- a --> Words. <!-- b -->\n", &["comment: <!-- a -->", "p: Words.", "comment: <!-- b -->"]);
    }

    #[test]
    fn inline_markup_is_no_prose() {
        markdown(
            "See [the *port*](http://x.y \"t\") and <http://a.b> or `code`, ![alt](i.png) AT&amp;T[^1] x<!-- c -->y \\*z.\n\n[^1]: A note.\n",
            &[
                "p: See «[»the «*»port«*](http://x.y \"t\")» and «<http://a.b>» or «`code`», «![alt](i.png)» AT«&amp;»T«[^1]» x«<!-- c -->»y «\\»*z.",
                "p: A note.",
            ],
        );
        markdown("![only an image](i.png)\n", &["markup: ![only an image](i.png)"]);
    }

    #[test]
    fn pasted_lines_stay_lines_and_wrapped_lines_join() {
        markdown(
            "Share this\nRead more\nThe **talks** ended.\n",
            &["p: Share this", "p: Read more", "p: The «**»talks«**» ended."],
        );
        markdown(
            "The talks that were to begin on Monday in the old customs house ended\nbefore they began, since nobody who had been invited came, and *those\nwho* came had not been invited.\n",
            &[
                "p: The talks that were to begin on Monday in the old customs house ended⏎before they began, since nobody who had been invited came, and «*»those⏎who«*» came had not been invited.",
            ],
        );
    }

    #[test]
    fn table_bombs_and_brackets_end() {
        let bomb = "|x".repeat(2_000) + "|\n" + &"|-".repeat(2_000) + "|\n" + &"|\n".repeat(2_000);
        assert!(!parse(&bomb, Language::Markdown).blocks.is_empty());
        for mark in ["[", "*", "_", "`", "<", "![", "[a](", "> ", "- "] {
            parse(&mark.repeat(3_000), Language::Markdown);
        }
    }
}

mod in_plain_text {
    use super::*;

    const BODY: &str =
        "The ministers met in the old customs house and spoke for two hours about the harbor and its new cranes.";

    #[track_caller]
    fn with_body(text: &str, expected: &[&str]) {
        let text = text.replace("BODY", BODY);
        let expected: Vec<String> = expected.iter().map(|line| line.replace("BODY", BODY)).collect();
        plain(&text, &expected.iter().map(String::as_str).collect::<Vec<_>>());
    }

    #[test]
    fn the_title_stands_above_the_body() {
        with_body(
            "Harbor talks end without a deal\n\nBODY\n\nBODY\n",
            &["h1: Harbor talks end without a deal", "p: BODY", "p: BODY"],
        );
        with_body(
            "\u{a0}\u{a0}Harbor Talks End: A Deal in the Making\n\n\u{a0}Harbor Talks End\n\nBODY\n\u{a0}\nBODY",
            &["h1: Harbor Talks End: A Deal in the Making", "h2: Harbor Talks End", "p: BODY", "p: BODY"],
        );
    }

    #[test]
    fn sections_stand_between_paragraphs() {
        with_body("BODY\nIn Retrospect\nBODY\nBODY\n", &["p: BODY", "h2: In Retrospect", "p: BODY", "p: BODY"]);
        with_body("BODY\n\nWhat comes next\n\nBODY\n", &["p: BODY", "h2: What comes next", "p: BODY"]);
        with_body("BODY\n\nTHE ROAD AHEAD\n\nBODY\n", &["p: BODY", "h2: THE ROAD AHEAD", "p: BODY"]);
        with_body(
            "BODY\n\nThe Road Ahead\n==============\nBODY\n",
            &["p: BODY", "h1: The Road Ahead", "markup: ==============", "p: BODY"],
        );
    }

    #[test]
    fn numbered_headings_keep_their_number() {
        with_body(
            "BODY\n\n  1. To deepen the harbor:\n\nBODY\n\n  2) Building cranes\n\nBODY\n",
            &["p: BODY", "h2: 1. To deepen the harbor:", "p: BODY", "h2: 2) Building cranes", "p: BODY"],
        );
        with_body(
            "BODY\n1. One thing\n2. Another thing\nBODY\n",
            &["p: BODY", "item: One thing", "item: Another thing", "p: BODY"],
        );
    }

    #[test]
    fn marks_of_headings_without_words_are_markup() {
        plain("One.\n\n## ##\n\n#\n", &["p: One.", "markup: ## ##", "markup: #"]);
    }

    #[test]
    fn what_is_no_heading() {
        for line in [
            "By Ann Okafor and Jo Lind",
            "Monday, June 17, 2024",
            "Key points from the meeting included:",
            "They left early.",
            "“We Will Win”",
            "Photo: Ann Okafor",
            "Cranes at the harbor on Monday. (AP)",
            "www.example.com",
            "(Applause)",
            "and the rest",
        ] {
            with_body(&format!("BODY\n\n{line}\n\nBODY\n"), &["p: BODY", &format!("p: {line}"), "p: BODY"]);
        }
        with_body(
            "BODY\n\nHome Page\nLatest News\nContact Us\n",
            &["p: BODY", "p: Home Page", "p: Latest News", "p: Contact Us"],
        );
    }

    #[test]
    fn bullets_tables_quotes_and_rules() {
        plain(
            "- One\n* Two\n• Three\n–  Four\n1. Five\n(2) Six\na) Seven\n—Dash\n-5 degrees\n*\n",
            &[
                "item: One",
                "item: Two",
                "item: Three",
                "item: Four",
                "item: Five",
                "item: Six",
                "item: Seven",
                "p: —Dash",
                "p: -5 degrees",
                "markup: *",
            ],
        );
        plain(
            "| a | b |\n|:-:|---|\n| c | d |\nx\ty\tz\n",
            &["row: | a | b |", "markup: |:-:|---|", "row: | c | d |", "row: x\ty\tz"],
        );
        plain("> They wrote\n>> this.\n\n***\n", &["quote: They wrote", "quote: this.", "markup: ***"]);
        plain("## Pasted heading ##\n#\n#topic\n", &["h2: Pasted heading", "markup: #", "p: #topic"]);
    }

    #[test]
    fn hard_wrapped_lines_are_one_paragraph() {
        plain(
            "The talks that were to begin on Monday in the old customs house ended\nbefore they began, since nobody who had been invited came, and those\nwho came had not been invited.\nThe next talks are to begin in May, if they begin, in the same house,\nwhich has a new roof.\n",
            &[
                "p: The talks that were to begin on Monday in the old customs house ended⏎before they began, since nobody who had been invited came, and those⏎who came had not been invited.",
                "p: The next talks are to begin in May, if they begin, in the same house,⏎which has a new roof.",
            ],
        );
        plain(
            "- The talks that were to begin on Monday in the old customs house\n  ended before they began.\n- Others\n",
            &[
                "item: The talks that were to begin on Monday in the old customs house⏎  ended before they began.",
                "item: Others",
            ],
        );
    }

    #[test]
    fn all_line_breaks_and_blanks_count() {
        plain(
            "\u{feff}One.\r\n\u{a0}\u{200b}\r\nTwo.\rThree.\u{2028}Four.\n\u{a0}",
            &["p: One.", "p: Two.", "p: Three.\u{2028}Four."],
        );
        plain("", &[]);
        plain("\n \n", &[]);
    }
}
