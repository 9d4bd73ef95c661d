use super::{
    lexicon::Class,
    words::{self, Word},
};

/// How a line ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Ending {
    /// A full stop, question or exclamation mark.
    Stop,
    /// A closing quotation mark or bracket after one.
    Closed,
    /// A colon, comma or semicolon.
    Open,
    /// An ellipsis.
    Ellipsis,
    /// An arrow, as links end.
    Arrow,
    /// A letter or digit.
    Word,
    /// Anything else, and lines without characters.
    #[default]
    Other,
}

/// What a line looks like, apart from what it says. Shares are from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Look {
    pub words: f32,
    pub bytes: f32,
    /// Share of words that are stop words, that begin with a capital.
    pub stop: f32,
    pub capital: f32,
    /// Share of words that begin with a capital among those that are no stop words and no numbers.
    pub title: f32,
    /// Share of digits among the bytes, of capitals among the letters, of marks of code among the bytes.
    pub digits: f32,
    pub upper: f32,
    pub code: f32,
    pub ending: Ending,
    /// Item of a list; begins with a small letter; two to four capitalised words and nothing else.
    pub bullet: bool,
    pub small: bool,
    pub name: bool,
    /// One number and nothing else; a year.
    pub count: bool,
    pub year: bool,
    /// A web address and nothing else.
    pub link: bool,
    /// Begins with a verb that prompts.
    pub prompt: bool,
    /// Counts.
    pub addressed: f32,
    pub ourselves: f32,
    /// Byte of the first colon; −1 where there is none.
    pub colon: f32,
}

impl Look {
    /// Looks at a line: its text, its words, and whether a bullet stands before it.
    pub fn new(text: &str, words: &[Word], bullet: bool) -> Self {
        let mut look = Self { words: words.len() as f32, bytes: text.len() as f32, bullet, ..Self::default() };
        look.ending = ending(text);
        look.link = is_link(text);
        look.small = text.starts_with(char::is_lowercase);
        look.look_at_words(text, words);
        look.look_at_bytes(text);
        look
    }

    /// Ends as a sentence does.
    pub fn is_closed(&self) -> bool {
        matches!(self.ending, Ending::Stop | Ending::Closed)
    }

    /// A long line that ends as a sentence does: the body of an article is made of them.
    pub fn is_paragraph(&self) -> bool {
        self.words >= 20.0 && self.is_closed()
    }

    /// It may be a title: no long line that ends as a sentence does.
    pub fn is_title(&self) -> bool {
        !(self.is_closed() && self.words >= 10.0)
    }

    /// A short line, or a middling one that does not end as a sentence does.
    pub fn is_short(&self) -> bool {
        self.words <= 14.0 && !(self.words >= 9.0 && self.is_closed())
    }

    fn look_at_words(&mut self, text: &str, words: &[Word]) {
        let (mut stop, mut capital, mut plain, mut titled) = (0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32);
        let mut name = (2..=4).contains(&words.len());
        for (at, word) in words.iter().enumerate() {
            let class = word.class;
            let is_stop = class.has(Class::STOP);
            let is_capital = matches!(word.shape, words::Shape::Capital | words::Shape::Upper);
            stop += f32::from(is_stop);
            capital += f32::from(is_capital);
            if !is_stop && word.shape != words::Shape::Number {
                plain += 1.0;
                titled += f32::from(is_capital);
            }
            name &= word.shape == words::Shape::Capital && !is_stop;
            self.year |=
                word.span.len() == 4 && matches!(word.span.of(text).as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..]);
            self.prompt |= at == 0 && class.has(Class::IMPERATIVE);
            self.addressed += f32::from(class.has(Class::ADDRESSED));
            self.ourselves += f32::from(class.has(Class::OURSELVES));
        }
        let all = self.words.max(1.0);
        self.stop = stop / all;
        self.capital = capital / all;
        self.title = titled / plain.max(1.0);
        self.name = name;
        self.count = words.len() == 1 && words[0].shape == words::Shape::Number;
    }

    fn look_at_bytes(&mut self, text: &str) {
        let [letters, upper, digits, code] = tally(text);
        self.digits = digits / self.bytes.max(1.0);
        self.upper = upper / letters.max(1.0);
        self.code = code / self.bytes.max(1.0);
        self.colon = memchr::memchr(b':', text.as_bytes()).map_or(-1.0, |at| at as f32);
    }
}

/// How many bytes of `text` are letters, capitals, digits, and marks that code is full of.
fn tally(text: &str) -> [f32; 4] {
    let mut counts = [0_u32; 4];
    for bytes in text.as_bytes().chunks(usize::from(u8::MAX)) {
        let few: u32 = bytes.iter().map(|&byte| COUNTS[usize::from(byte)]).sum();
        counts.iter_mut().zip(few.to_le_bytes()).for_each(|(count, few)| *count += u32::from(few));
    }
    counts.map(|count| count as f32)
}

/// What each byte adds to the four counts of [`tally`], a byte each: one addition counts them all.
static COUNTS: [u32; 256] = {
    let mut counts = [0; 256];
    let mut byte = 0;
    while byte < counts.len() {
        let c = byte as u8;
        let is_code =
            matches!(c, b'{' | b'}' | b'(' | b')' | b';' | b'=' | b'<' | b'>' | b'_' | b'[' | b']' | b'\\' | b'`');
        counts[byte] = u32::from_le_bytes([
            c.is_ascii_alphabetic() as u8,
            c.is_ascii_uppercase() as u8,
            c.is_ascii_digit() as u8,
            is_code as u8,
        ]);
        byte += 1;
    }
    counts
};

fn is_link(text: &str) -> bool {
    let starts = ["https://", "http://", "www."].iter().any(|start| text.starts_with(start));
    starts && !text.contains(char::is_whitespace)
}

fn ending(text: &str) -> Ending {
    let body = text.trim_end_matches(['"', '\u{201d}', '\'', '\u{2019}', ')']);
    let closed = body.len() < text.len();
    match body.chars().next_back() {
        Some('.') if body.ends_with("...") => Ending::Ellipsis,
        Some('.' | '!' | '?') if closed => Ending::Closed,
        Some('.' | '!' | '?') => Ending::Stop,
        Some(_) if closed => Ending::Other,
        Some(':' | ',' | ';') => Ending::Open,
        Some('…') => Ending::Ellipsis,
        Some('→' | '»' | '›' | '➔' | '➜' | '▶') => Ending::Arrow,
        Some(c) if c.is_alphanumeric() => Ending::Word,
        _ => Ending::Other,
    }
}
