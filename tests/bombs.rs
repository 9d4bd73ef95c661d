//! Texts made to hurt: none takes more than its size deserves.
//!
//! `cargo test --release --test bombs -- --nocapture` prints the table.

use copydesk::{
    analysis::{Memo, Settings, analyze},
    syntax::Language,
};
use std::time::{Duration, Instant};

const MEGABYTE: usize = 1 << 20;

/// The texts are this part of their full size in a debug build.
const PART: usize = if cfg!(debug_assertions) { 2 } else { 1 };

/// Seconds allowed per megabyte begun; a debug build on a busy machine needs the room.
const SECONDS: u64 = if cfg!(debug_assertions) { 30 } else { 4 };

/// How much longer than its half a text may take, once it takes a noticeable time.
const MOST_GROWTH: f64 = 3.2;
const NOTICEABLE: Duration = Duration::from_millis(700);

/// `piece` again and again, up to `size` bytes.
fn filled(piece: &str, size: usize) -> String {
    piece.repeat(size / piece.len())
}

/// `count` lines made by `line`.
fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count / PART).map(line).collect()
}

/// A word that no other number gives, of letters alone.
fn word(number: usize) -> String {
    let syllables = ["ba", "de", "ki", "lo", "mu", "na", "re", "si", "to", "vu"];
    format!("{number:06}").bytes().map(|digit| syllables[usize::from(digit - b'0')]).collect()
}

fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

fn bombs() -> Vec<(&'static str, String)> {
    let size = MEGABYTE / PART;
    let name = |number: usize| format!("{} {}", capitalised(&word(number % 997)), capitalised(&word(number)));
    let columns = 1_000;
    vec![
        ("ten megabytes in one line", filled("The minister said the talks would resume in May. ", 10 * size)),
        ("ten megabytes without a blank", filled("abcdefghij", 10 * size)),
        ("100,000 Markdown headings", lines(100_000, |number| format!("# Heading {number}\n"))),
        ("100,000 title lines", lines(100_000, |number| format!("The Harbor Talks Number {number}\n\n"))),
        ("200,000 names", lines(200_000, |number| format!("{} said so. ", name(number)))),
        (
            "200,000 names of few parts",
            lines(200_000, |number| {
                let (given, surname) = (word(number / 450), word(number % 450));
                format!("{} {} said so. ", capitalised(&given), capitalised(&surname))
            }),
        ),
        (
            "titles of one person",
            lines(30_000, |number| format!("{} Minister Anna Tarn left. ", capitalised(&word(number)))),
        ),
        ("200,000 names, a line each", lines(200_000, |number| format!("Mr. {} left.\n", name(number)))),
        ("a table bomb", filled("|x", 2 * columns) + "\n" + &filled("|-", 2 * columns) + "\n" + &filled("|\n", size)),
        ("deep quotes", filled("> ", 2_000) + "x\n" + &lines(400, |_| filled("> ", 2_000) + "y\n")),
        ("deep lists", lines(1_000, |depth| "  ".repeat(depth) + "- x\n")),
        ("open brackets", filled("[", size)),
        ("open images", filled("![", size)),
        ("open links", filled("[a](", size)),
        ("open angles", filled("<a ", size)),
        ("open comments", filled("<!-- ", size)),
        ("straight quotes", filled("\"", size)),
        ("quoted letters", filled("\"a\" ", size)),
        ("opening quotes", filled("“a ", size)),
        ("apostrophes", filled("'a ", size)),
        ("pipes", filled("|", size)),
        ("pipes by line", filled("|\n", size)),
        ("stars", filled("*a ", size)),
        ("stars and underscores", filled("*_", size)),
        ("backticks", filled("`a``", size)),
        ("quote marks", filled(">", size)),
        ("stops", filled("a.", size)),
        ("dots", filled(".", size)),
        ("hyphens", filled("a-", size)),
        ("at signs", filled("a@", size)),
        ("addresses", filled("http://a.com/(", size)),
        ("titles", filled("Mr. ", size)),
        ("initials", filled("A. ", size)),
        ("cues", filled("said ", size)),
        ("signatures", filled("\"We will go on\" \u{2014} Mara ", size)),
        ("lead-ins", filled("she said: \"we go on\" and ", size)),
        ("vague sources", filled("experts say that ", size)),
        ("capitals", filled("Anna ", size)),
        ("short lines", filled("a\n", size)),
        ("one line again and again", filled("Share this article\n", size)),
        (
            "one paragraph again and again",
            filled("The minister said the talks would resume in May, and left the house.\n\n", size),
        ),
        ("blanks", filled(" ", size)),
        ("no-break blanks", filled("\u{a0}", size)),
        ("line breaks", filled("\n", size)),
        ("NULs", filled("\0", size)),
        ("emoji", filled("👩\u{200d}👩\u{200d}👧", size)),
        ("combining marks", filled("\u{301}", size)),
        ("digits", filled("1,", size)),
        ("footnotes", filled("[^1]", size)),
        ("directives", filled("<!-- copydesk-off -->\n", size)),
        ("ampersands", filled("&amp;", size)),
    ]
}

/// What the analysis of `text` takes.
fn time(text: &str, language: Language) -> Duration {
    let started = Instant::now();
    let analysis = analyze(text, language, &Settings::default(), &mut Memo::default(), &|| false);
    assert!(analysis.is_some());
    started.elapsed()
}

/// A text that takes long takes about twice as long as its half, and that as its quarter; where all words are compared
/// with all others, four times. One step alone tells nothing: the machine may hiccup, and a text that is too long for one
/// article is read in parts, which costs something once.
fn grows_too_fast(text: &str, language: Language, whole: Duration) -> bool {
    let time_of = |share: usize| time(&text[..text.floor_char_boundary(text.len() / share)], language);
    let grows = |from: Duration, share: usize| from > time_of(share).mul_f64(MOST_GROWTH);
    whole > NOTICEABLE && grows(whole, 2) && grows(time_of(1), 2) && grows(time_of(2), 4)
}

#[test]
fn none_takes_more_than_its_size_deserves() {
    let mut slow = Vec::new();
    println!("{:32} {:>9} {:>12} {:>12}", "", "bytes", "plain", "Markdown");
    for (name, text) in bombs() {
        let times = [Language::PlainText, Language::Markdown].map(|language| (language, time(&text, language)));
        let [plain, markdown] = times.map(|(_, time)| time.as_millis());
        println!("{name:32} {:>9} {plain:>9} ms {markdown:>9} ms", text.len());
        let allowed = Duration::from_secs(SECONDS) * text.len().div_ceil(MEGABYTE) as u32;
        let too_slow =
            |&(language, time): &(Language, Duration)| time > allowed || grows_too_fast(&text, language, time);
        slow.extend(times.into_iter().filter(too_slow).map(|(language, time)| (name, language, time)));
    }
    assert!(slow.is_empty(), "{slow:?}");
}
