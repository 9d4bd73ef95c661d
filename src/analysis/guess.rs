use crate::syntax::Language;
use rustc_hash::FxBuildHasher;
use std::hash::BuildHasher;

/// How much of a file is looked at.
const SAMPLE: usize = 8 << 10;
/// Lines that must look technical before a file is called no article.
const FEWEST: usize = 2;

/// Whether a file is prose at all. Logs, tables of numbers, lists of requirements, build files and source code are not.
///
/// Plain text is judged by its first lines, each as prose, as technical, or as neither; Markdown says with its own marks
/// what is code.
pub fn is_article(text: &str, language: Language) -> bool {
    Styles::default().is_article(text, language)
}

/// How the lines of the last version of a file are written, each with its hash.
#[derive(Debug, Default)]
pub(super) struct Styles(Vec<(u64, Style)>);

impl Styles {
    /// What [`is_article`] says of `text`; only lines that changed are looked at.
    pub(super) fn is_article(&mut self, text: &str, language: Language) -> bool {
        if language == Language::Markdown {
            return true;
        }
        let mut all = 0;
        let mut prose = 0;
        let mut technical = 0;
        let mut technical_lines = 0;
        let sample = sample(text);
        let lines = sample.lines().map(str::trim).filter(|line| !line.is_empty());
        for (number, line) in lines.enumerate() {
            all += line.len();
            match self.style_of(number, line) {
                Style::Prose => prose += line.len(),
                Style::Technical => {
                    technical += line.len();
                    technical_lines += 1;
                }
                Style::Neither => {}
            }
            if 3 * prose > sample.len() {
                // What is left cannot be technical enough.
                return true;
            }
        }
        technical_lines < FEWEST || technical < 2 * prose || technical * 4 < all
    }

    /// How `line` is written; it is line `number` of those looked at.
    fn style_of(&mut self, number: usize, line: &str) -> Style {
        let hash = FxBuildHasher.hash_one(line);
        if let Some((_, style)) = self.0.get(number).filter(|(known, _)| *known == hash) {
            return *style;
        }
        let style = Style::of(line);
        match self.0.get_mut(number) {
            Some(known) => *known = (hash, style),
            None => self.0.push((hash, style)),
        }
        style
    }
}

/// How a line is written.
#[derive(Clone, Copy, Debug)]
enum Style {
    Prose,
    Technical,
    Neither,
}

impl Style {
    fn of(line: &str) -> Self {
        let marks = Marks::of(line);
        let symbols = marks.symbols * 6 > marks.printed;
        let numbers = marks.digits > 0 && marks.letters * 6 < marks.printed;
        if symbols
            || numbers
            || marks.calls
            || marks.joints > 0
            || starts_with_time(line)
            || is_comment(line)
            || ends_like_code(line)
        {
            Self::Technical
        } else if marks.small_words >= 4 {
            Self::Prose
        } else {
            Self::Neither
        }
    }
}

/// What a line is made of.
#[derive(Default)]
struct Marks {
    /// Bytes that are no blanks.
    printed: usize,
    digits: usize,
    letters: usize,
    /// Marks that prose hardly uses.
    symbols: usize,
    /// Words of small letters alone.
    small_words: usize,
    /// Words that are joined as names in programs are: `one_two`, `one::two`, `one==two`.
    joints: usize,
    /// A bracket right after a word, as in `print(`.
    calls: bool,
}

impl Marks {
    fn of(line: &str) -> Self {
        let mut marks = Self::default();
        line.split_ascii_whitespace().for_each(|word| marks.add(word));
        marks
    }

    fn add(&mut self, word: &str) {
        let bytes = word.as_bytes();
        let small = bytes.iter().take_while(|byte| byte.is_ascii_lowercase()).count();
        let end = bytes.iter().rev().take_while(|byte| may_end_word(**byte)).count();
        if small > 0 && small + end >= bytes.len() {
            self.printed += bytes.len();
            self.letters += small;
            self.symbols += bytes[small..].iter().filter(|&&byte| is_symbol(byte)).count();
            self.small_words += 1;
        } else if !is_of_web(word) {
            self.printed += bytes.len();
            for &byte in bytes {
                self.digits += usize::from(byte.is_ascii_digit());
                self.letters += usize::from(byte.is_ascii_alphabetic() || !byte.is_ascii());
                self.symbols += usize::from(is_symbol(byte));
            }
            self.joints += usize::from(is_joined(bytes));
            self.calls |= calls(word);
        }
    }
}

/// A mark that stands at the end of words of prose.
fn may_end_word(byte: u8) -> bool {
    matches!(byte, b',' | b'.' | b';' | b':' | b'!' | b'?' | b'"' | b')')
}

fn is_of_web(word: &str) -> bool {
    word.contains("://") || word.contains('@') || word.starts_with(['#', '_'])
}

/// A bracket opens right after a word of it.
fn calls(word: &str) -> bool {
    let opens = |pair: &[u8]| (pair[0].is_ascii_alphanumeric() || pair[0] == b'_') && pair[1] == b'(';
    word.contains('(') && word.as_bytes().windows(2).any(opens) && !word.ends_with("(s)")
}

fn is_symbol(byte: u8) -> bool {
    matches!(
        byte,
        b'{' | b'}' | b'[' | b']' | b'<' | b'>' | b'=' | b'\\' | b'|' | b'+' | b'*' | b'^' | b'~' | b';' | b'`'
    )
}

fn is_joined(word: &[u8]) -> bool {
    if !word.iter().any(|byte| matches!(byte, b'_' | b':' | b'=' | b'-')) {
        return false;
    }
    let inner = |joint: &[u8]| {
        word.windows(joint.len() + 2).any(|window| {
            window[0].is_ascii_alphanumeric()
                && &window[1..=joint.len()] == joint
                && window[joint.len() + 1].is_ascii_alphanumeric()
        })
    };
    [b"_".as_slice(), b"::", b"==", b">=", b"<=", b"~=", b"->"].into_iter().any(inner)
}

/// A time with seconds near the start: the line of a log.
fn starts_with_time(line: &str) -> bool {
    let start = &line.as_bytes()[..line.len().min(40)];
    let is_time = |window: &[u8]| {
        window.iter().enumerate().all(|(at, byte)| if at % 3 == 2 { *byte == b':' } else { byte.is_ascii_digit() })
    };
    start.contains(&b':') && start.windows(8).any(is_time)
}

fn is_comment(line: &str) -> bool {
    ["//", "/*", "*/", "#!", "#include", "<?", "<!DOCTYPE"].iter().any(|mark| line.starts_with(mark))
}

fn ends_like_code(line: &str) -> bool {
    line.ends_with(['{', '}', '\\']) || line.ends_with(");") || line.ends_with("):") || line.ends_with("</")
}

/// The beginning of `text`, cut at a line: what is looked at.
fn sample(text: &str) -> &str {
    if text.len() <= SAMPLE {
        return text;
    }
    let end = memchr::memrchr(b'\n', &text.as_bytes()[..SAMPLE]).unwrap_or_else(|| text.floor_char_boundary(SAMPLE));
    &text[..end]
}
