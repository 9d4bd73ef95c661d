use super::{
    lexicon::{self, Abbreviation},
    prose::{Sentence, Token, TokenKind},
};
use crate::text::Span;

/// Groups `tokens` into sentences. A sentence ends after a full stop, question or exclamation mark or ellipsis with the
/// closing marks and footnotes that touch it, where what follows can open a sentence.
pub(super) fn split(block: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut splitter = Splitter { block, tokens, first: 0, quote_open: false };
    let mut sentences = Vec::with_capacity(block.len() / 120 + 1);
    let mut at = 0;
    while at < tokens.len() {
        let stop = splitter.stop(at);
        splitter.watch_quotes(at);
        at += 1;
        let Some(stop) = stop else { continue };
        let end = splitter.close(at);
        (at..end).for_each(|closing| splitter.watch_quotes(closing));
        if end < tokens.len() && splitter.breaks(stop, at - 1, end) {
            sentences.push(sentence(tokens, splitter.first, end));
            splitter.first = end;
        }
        at = end;
    }
    if splitter.first < tokens.len() {
        sentences.push(sentence(tokens, splitter.first, tokens.len()));
    }
    sentences
}

fn sentence(tokens: &[Token], first: usize, end: usize) -> Sentence {
    Sentence {
        span: Span { start: tokens[first].span.start, end: tokens[end - 1].span.end },
        tokens: (first as u32, end as u32),
    }
}

/// What may end a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// A full stop or an ellipsis.
    Full,
    /// A question or exclamation mark.
    Cry,
    /// A word with its own stop: an abbreviation that may end a sentence.
    Abbreviated,
    /// One capital with a stop.
    Initial,
    /// A clock time's `a.m.` or `p.m.`.
    Time,
}

/// A walk over the tokens of a block.
struct Splitter<'a> {
    block: &'a str,
    tokens: &'a [Token],
    /// First token of the sentence at hand.
    first: usize,
    /// A straight double quotation mark was opened and not yet closed.
    quote_open: bool,
}

impl Splitter<'_> {
    fn text(&self, at: usize) -> &str {
        self.tokens[at].of(self.block)
    }

    /// Token `at` touches the one before it.
    fn touches(&self, at: usize) -> bool {
        at > 0 && self.tokens[at].span.start == self.tokens[at - 1].span.end
    }

    fn watch_quotes(&mut self, at: usize) {
        if self.tokens[at].kind == TokenKind::Quote && self.text(at) == "\"" {
            self.quote_open = !self.quote_open;
        }
    }

    /// How token `at` may end the sentence.
    fn stop(&self, at: usize) -> Option<Stop> {
        let token = &self.tokens[at];
        let text = self.text(at);
        match token.kind {
            TokenKind::Punctuation => match text.as_bytes()[0] {
                b'.' => (text.len() > 1 || !self.numbers_item(at)).then_some(Stop::Full),
                b'!' | b'?' => Some(Stop::Cry),
                _ => matches!(text, "…" | "。" | "！" | "？" | "؟" | "।").then_some(Stop::Full),
            },
            TokenKind::Word if text.ends_with('.') => stop_of_word(text),
            _ => None,
        }
    }

    /// The stop at `at` follows a number or letter that opens the sentence: `1. The talks`.
    fn numbers_item(&self, at: usize) -> bool {
        at == self.first + 1 && self.touches(at) && {
            let item = self.text(self.first);
            item.len() <= 3 && item.bytes().all(|byte| byte.is_ascii_digit()) || item.len() == 1
        }
    }

    /// The token after the closing marks and footnotes that belong to a stop before token `at`.
    fn close(&self, mut at: usize) -> usize {
        let mut quote_open = self.quote_open;
        while at < self.tokens.len() {
            let text = self.text(at);
            let closing = if self.touches(at) {
                match text {
                    "\"" => quote_open || !self.opens_after(at),
                    ")" | "]" | "}" | "”" | "’" | "'" | "''" | "»" | "›" | "." | "…" | "..." => true,
                    _ => {
                        self.tokens[at].kind == TokenKind::Punctuation && text.starts_with(['!', '?'])
                            || self.is_note(at)
                    }
                }
            } else {
                matches!(text, "”" | "''" | "»")
            };
            if closing {
                quote_open &= text != "\"";
                at += 1;
            } else if self.is_bracketed_note(at) {
                at += 3;
            } else {
                break;
            }
        }
        at
    }

    /// Something stands right after the mark at `at`: it opens what follows.
    fn opens_after(&self, at: usize) -> bool {
        at + 1 < self.tokens.len() && self.touches(at + 1) && self.tokens[at + 1].kind.is_wordlike()
    }

    /// A footnote's number that touches the stop before it: `agreed.¹`, `agreed.12 The`.
    fn is_note(&self, at: usize) -> bool {
        let text = self.text(at);
        let raised = text.chars().all(|c| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '†' | '‡' | '*'));
        let digits = text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
        let detached = at + 1 == self.tokens.len() || !self.touches(at + 1);
        raised || digits && detached && at > 1 && self.tokens[at - 2].kind == TokenKind::Word
    }

    /// A footnote's number in brackets that touches the stop: `[12]`.
    fn is_bracketed_note(&self, at: usize) -> bool {
        at + 2 < self.tokens.len()
            && self.touches(at)
            && self.text(at) == "["
            && self.tokens[at + 1].kind.is_wordlike()
            && self.text(at + 1).len() <= 4
            && self.text(at + 2) == "]"
    }

    /// The sentence ends between the stop at `at` with its closing marks and token `next`.
    fn breaks(&self, stop: Stop, at: usize, next: usize) -> bool {
        let Some(opening) = self.opening(next) else { return false };
        let closed = next > at + 1;
        let token = &self.tokens[opening];
        let quoted = opening > next;
        match stop {
            Stop::Full => !self.touches(next) || self.splits_touching(at, next),
            Stop::Cry if closed => !self.names_speaker(opening),
            Stop::Cry => {
                !(at > 0 && self.touches(at) && lexicon::is_exclaiming(&self.tokens[at - 1])) || is_opener(token)
            }
            Stop::Abbreviated => is_opener(token) || quoted || closed,
            Stop::Time => token.kind == TokenKind::Word && !lexicon::follows_time(token),
            Stop::Initial => is_opener(token) && !self.in_name(at) || quoted,
        }
    }

    /// The token with which a sentence would open at `next`, past marks that may stand before it; `None` when no
    /// sentence opens there.
    fn opening(&self, next: usize) -> Option<usize> {
        let mut at = next;
        while at < self.tokens.len() && at < next + 4 {
            let token = &self.tokens[at];
            match token.kind {
                TokenKind::Quote => {}
                TokenKind::Punctuation => {
                    let text = self.text(at);
                    let before = matches!(
                        text,
                        "(" | "["
                            | "{"
                            | "-"
                            | "--"
                            | "–"
                            | "—"
                            | "•"
                            | "*"
                            | "¿"
                            | "¡"
                            | "#"
                            | "$"
                            | "£"
                            | "€"
                            | "."
                            | "..."
                            | "…"
                    );
                    if !before {
                        return (!text.is_ascii()).then_some(at);
                    }
                }
                TokenKind::Clitic => return None,
                TokenKind::Number | TokenKind::Address => return Some(at),
                TokenKind::Word => return self.capitalised(at).then_some(at),
            }
            at += 1;
        }
        None
    }

    /// The word opens with a capital, has one inside (`iPhone`), or is written in a script without capitals.
    fn capitalised(&self, at: usize) -> bool {
        let mut letters = self.text(at).chars();
        let first = letters.next().unwrap_or(' ');
        first.is_uppercase() || !first.is_lowercase() || letters.next().is_some_and(char::is_uppercase)
    }

    /// A stop without a blank after it still ends a sentence between a word and a capital (`agreed.Beijing`), after
    /// closing marks, and in scripts that write no blanks.
    fn splits_touching(&self, at: usize, next: usize) -> bool {
        if next > at + 1 || !self.text(at).is_ascii() {
            return true;
        }
        let before = at.checked_sub(1).map_or("", |before| self.text(before));
        let wordy = before.chars().count() > 1 && before.ends_with(char::is_lowercase);
        wordy && self.tokens[next].kind != TokenKind::Number && self.text(at).len() == 1
    }

    /// What follows a closed quotation is its speaker and a verb of saying: `“Enough!” Mr. Trump told reporters.`
    fn names_speaker(&self, opening: usize) -> bool {
        let upcoming = &self.tokens[opening..self.tokens.len().min(opening + 5)];
        let name = upcoming.iter().take_while(|token| token.kind == TokenKind::Word && token.capital).count();
        let verb = upcoming.get(name).is_some_and(lexicon::is_saying);
        verb && name > 0
    }

    /// The initial at `at` follows a capitalised word of the same sentence, so it is part of a name: `John F. Kennedy`.
    fn in_name(&self, at: usize) -> bool {
        at > self.first && self.tokens[at - 1].capital && self.text(at) != "I."
    }
}

fn stop_of_word(text: &str) -> Option<Stop> {
    let word = text.trim_end_matches('.');
    if matches!(word, "a.m" | "p.m" | "A.M" | "P.M" | "am" | "pm") {
        return Some(Stop::Time);
    }
    if word.contains('.') {
        return Some(Stop::Abbreviated);
    }
    match lexicon::abbreviation(word) {
        Some(Abbreviation::Final) => Some(Stop::Abbreviated),
        Some(_) => None,
        None => Some(Stop::Initial),
    }
}

fn is_opener(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.capital && lexicon::is_opener(token)
}

#[cfg(test)]
mod tests {
    use crate::syntax::Prose;

    /// The text of `sentences`, joined by `joint`, splits into just these.
    #[track_caller]
    fn check_joined(joint: &str, sentences: &[&str]) {
        let text = sentences.join(joint);
        let prose = Prose::new(&text, &[]);
        let found: Vec<&str> = prose.sentences.iter().map(|sentence| sentence.span.of(&text)).collect();
        assert_eq!(found, sentences);
    }

    #[track_caller]
    fn check(sentences: &[&str]) {
        check_joined(" ", sentences);
    }

    #[test]
    fn titles_and_initials_do_not_end_a_sentence() {
        check(&["Gen. Anna B. Koroleva met Mr. Okafor, Dr. Lind and Sen. J.K. Marsh on Monday.", "They left."]);
        check(&["Lt. Col. Ray Ortiz and St. John’s Rev. Hall spoke.", "Nobody listened."]);
        check(&["It was World War I.", "The army had changed."]);
        check(&["We spoke with her and I.", "Then the rain began."]);
    }

    #[test]
    fn acronyms_end_a_sentence_before_an_opener() {
        check(&["U.S. officials flew to the U.N. General Assembly.", "They came back."]);
        check(&["He moved to the U.S.", "The visa took a year."]);
        check(&["She works at Harbor Lines Inc.", "In May the firm grew."]);
        check(&["Harbor Lines Inc. Chairman Tom Vale resigned."]);
        check(&["They sell paper, ink, etc.", "However, nobody buys."]);
        check(&["The firm has a Ph.D. Program for staff."]);
    }

    #[test]
    fn clock_times_go_on_with_days_and_zones() {
        check(&["Polls close at 8 p.m. Tuesday and open at 7 a.m. EST.", "Results follow."]);
        check(&["The vote ended at 8 p.m.", "Turnout was low."]);
        check(&["The vote ended at 8 p.m.", "Officials counted all night."]);
    }

    #[test]
    fn numbers_do_not_end_a_sentence() {
        check(&["No. 5 fell by 3.5 percent to $1.2 billion in Sept. 2019.", "No.", "Nobody asked."]);
        check(&["1. The talks begin.", "2. They end."]);
        check(&["See p. 12 and fig. 3 of vol. 2.", "It is all there."]);
        check(&["Growth was 3.5.", "Prices rose by 12."]);
        check(&["Sales rose in 2024.", "2025 will be worse."]);
    }

    #[test]
    fn closing_marks_belong_to_their_sentence() {
        check(&["“We will win.”", "The crowd cheered."]);
        check(&["\"We will win.\"", "\"We lost.\""]);
        check(&["(He left early.)", "She stayed."]);
        check(&["They agreed.[1]", "Beijing did not.[12]", "So it ended.¹", "Done."]);
        check(&["He called it “a disaster.”[3]", "No one replied."]);
        check(&["“Is it over?” she asked.", "It was."]);
        check(&["“Enough!” Mr. Vale told reporters.", "He left."]);
        check(&["“Enough!”", "Mr. Vale turned and left."]);
        check(&["‘It is over.’", "They went home."]);
        check(&["``It is over.''", "They went home."]);
    }

    #[test]
    fn missing_blanks_are_seen() {
        check_joined("", &["The sides agreed.", "Beijing did not."]);
        check_joined("", &["He said \"no.\"", "Then he left."]);
        check_joined("", &["“We agreed.”", "“They did not.”"]);
        check(&["Write to Node.js or visit example.com/Page.Html today.", "Thanks."]);
    }

    #[test]
    fn cries_and_ellipses() {
        check(&["Yahoo! Finance wrote about it.", "Why?", "Who knows!"]);
        check(&["Well… maybe it will.", "It may..."]);
        check(&["He waited...", "The door opened."]);
        check(&["What?!", "Nobody said so."]);
        check(&["iPhones sold.", "iPads did not."]);
    }

    #[test]
    fn dashes_brackets_and_quotes_open_a_sentence() {
        check(&["They left.", "— Nobody knew why."]);
        check(&["They left.", "(The door stayed open.)", "“Why?”"]);
        check(&["They left (see p. 4) at noon.", "[Nobody] saw them."]);
        check(&["Mr. Vale (D., Calif.) voted no.", "$5 million was lost."]);
    }

    #[test]
    fn scripts_without_capitals_break_at_stops() {
        check_joined("", &["会谈结束。", "双方同意。"]);
    }

    #[test]
    fn every_token_lies_in_one_sentence() {
        let text = "One. Two [3] “four”. 5 six… (Seven.) eight";
        let prose = Prose::new(text, &[]);
        let mut next = 0;
        for sentence in &prose.sentences {
            assert_eq!(sentence.tokens.0, next);
            next = sentence.tokens.1;
        }
        assert_eq!(next as usize, prose.tokens.len());
    }
}
