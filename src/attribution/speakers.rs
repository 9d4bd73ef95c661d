//! Who speaks the quoted words of a block, as far as the block tells.

use super::{
    block::{BlockCue, Quotation},
    cues::Form,
    explanation::Tie,
    lexicon as l,
    quotations::Quoted,
    sentence::{Sentence, Source},
    source::Class,
    subjects, words as w,
};
use crate::{
    syntax::{Prose, TokenKind},
    text::{Span, count_words},
};

/// Who speaks quoted words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// The source of the cue of this number in the block.
    Cue(usize),
    /// The name before a colon: "Venn: …". Bytes of the block.
    Name(Span),
    /// The block does not tell.
    Unknown,
}

/// Words between a cue and the quoted words beside it.
const BESIDE: usize = 3;
/// Words between quoted words and a cue later in their sentence.
const LATER: usize = 16;
/// A title in quotation marks has less words than this, and few of them are long.
const TITLE: usize = 10;
const TITLE_LONG_WORDS: usize = 7;
/// Words between marks that are speech by their number.
const SPEECH: usize = 3;

/// What leads up to quoted words without a cue.
pub struct Lead {
    /// Where the quoted words begin. Bytes of the block, like the others.
    quotation: u32,
    speaker: Span,
    tie: Tie,
}

/// "She had one thing to ask of him: “…”", "Venn's “…” pledge".
pub fn leads(s: &Sentence) -> Vec<Lead> {
    let opens = |at: &usize| s.quote_mark(*at) && s.in_quotation(*at) && s.quoted[*at - 1] != s.quoted[*at];
    let lead = |at: usize| {
        let (source, tie) = if s.is_before(at, &[w::COLON]) {
            (subjects::of_main_verb(s, at - 1)?, Tie::Led)
        } else if s.possessive_mark(at - 1) {
            let owner = s.phrase(at - 1)?;
            (Source::base(owner.start, at - 1), Tie::Owned)
        } else {
            return None;
        };
        Some(Lead { quotation: s.tokens[at].span.start, speaker: s.span(source.start..source.end), tie })
    };
    (1..s.len()).filter(opens).filter_map(lead).collect()
}

/// The quotations of a block with their speakers.
pub fn find(text: &str, prose: &Prose, quoted: &[Quoted], cues: &[BlockCue], leads: &[Lead]) -> Vec<Quotation> {
    let mut all: Vec<Quotation> = Vec::with_capacity(quoted.len());
    let mut last = Speaker::Unknown;
    for quoted in quoted {
        let words = count_words(quoted.span.of(text));
        let is_speech = is_speech(quoted.span.of(text), words);
        let search = Search { text, prose, quotation: quoted.span, cues, leads };
        let is_speech = is_speech && (words >= SPEECH || search.is_spoken()) || search.is_reply();
        let (speaker, tie) = if is_speech { search.speaker(last) } else { (Speaker::Unknown, Tie::Nothing) };
        if speaker != Speaker::Unknown {
            last = speaker;
        }
        all.push(Quotation { quoted: *quoted, speaker, tie, is_speech, words });
    }
    all
}

/// Neither a title ("Gone With the Wind") nor a word or two talked about.
fn is_speech(quotation: &str, words: usize) -> bool {
    let inner = quotation.trim_end_matches(['”', '"', '\'', '’']);
    if words < SPEECH && !inner.ends_with([',', '.', '?', '!']) {
        return false;
    }
    let mut long = quotation
        .split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'')
        .map(|word| word.trim_matches(['\'', '’']))
        .filter(|word| word.chars().count() > 3)
        .peekable();
    if long.peek().is_none() || words >= TITLE || inner.ends_with(['?', '!']) {
        return true;
    }
    let (capitals, all) = long
        .fold((0, 0), |(capitals, all), word| (capitals + usize::from(word.starts_with(char::is_uppercase)), all + 1));
    !(capitals == all && all <= TITLE_LONG_WORDS && (all > 1 || words < SPEECH))
}

struct Search<'a> {
    text: &'a str,
    prose: &'a Prose,
    quotation: Span,
    cues: &'a [BlockCue],
    /// In order.
    leads: &'a [Lead],
}

impl Search<'_> {
    /// A word or two are speech when they are a sentence, or a cue stands beside them.
    fn is_spoken(&self) -> bool {
        let opens = |sentence: &crate::syntax::Sentence| sentence.span.start == self.quotation.start;
        let beside = |cue: &BlockCue| {
            let gap = self.between(cue.span.end, self.quotation.start);
            cue.span.end <= self.quotation.start && count_words(gap) <= 1
        };
        self.prose.sentences.iter().any(opens)
            || self.right_after().is_some()
            || self.candidates().any(|(_, cue)| cue.lists.any(l::SAYING) && beside(cue))
    }

    /// A word or two with a comma, and their cue right behind them: "“Okay,” Venn said".
    fn is_reply(&self) -> bool {
        let inner = self.quotation.of(self.text).trim_end_matches(['”', '"', '\'', '’', '“']);
        inner.ends_with([',', '?', '!']) && self.right_after().is_some()
    }

    fn speaker(&self, last: Speaker) -> (Speaker, Tie) {
        if let Some(name) = signature(self.text, self.quotation.end) {
            return (Speaker::Name(name), Tie::Signed);
        }
        let after = self.right_after();
        let before = || self.before_in_sentence();
        if after.is_none()
            && let Some((name, opens)) = self.name_before_colon()
            && (opens || before().is_none())
        {
            return (Speaker::Name(name), Tie::Colon);
        }
        let tied = |cue: Option<usize>, tie: Tie| cue.map(|cue| (Speaker::Cue(cue), tie));
        tied(after, Tie::Behind)
            .or_else(|| tied(before(), Tie::Before))
            .or_else(|| self.led())
            .or_else(|| tied(self.later_in_sentence(), Tie::Later))
            .or_else(|| (last != Speaker::Unknown).then_some((last, Tie::SameSpeaker)))
            .or_else(|| tied(self.in_block(), Tie::Paragraph))
            .unwrap_or((Speaker::Unknown, Tie::Nothing))
    }

    fn led(&self) -> Option<(Speaker, Tie)> {
        let lead = self.leads.binary_search_by_key(&self.quotation.start, |lead| lead.quotation).ok()?;
        let lead = &self.leads[lead];
        Some((Speaker::Name(lead.speaker), lead.tie))
    }

    /// The cues near the words that can say who speaks them, with their numbers.
    fn candidates(&self) -> impl DoubleEndedIterator<Item = (usize, &BlockCue)> {
        let here = self.cues.partition_point(|cue| cue.span.start < self.quotation.start);
        let (from, to) = (here.saturating_sub(NEAR), self.cues.len().min(here + NEAR));
        (from..to).map(|at| (at, &self.cues[at])).filter(|(_, cue)| cue.can_quote())
    }

    fn between(&self, start: u32, end: u32) -> &str {
        Span { start, end: end.max(start) }.of(self.text)
    }

    /// "…," Venn said; "…," said Venn.
    fn right_after(&self) -> Option<usize> {
        let inner = self.quotation.of(self.text).trim_end_matches(['”', '"', '\'', '’', '“']);
        self.candidates()
            .filter(|(_, cue)| cue.start() >= self.quotation.end && !self.opens_sentence(cue))
            .find(|(_, cue)| {
                let between = self.between(self.quotation.end, cue.start());
                let same = !between.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with(char::is_uppercase);
                same && is_joint(between) && (!between.trim().is_empty() || inner.ends_with([',', '?', '!', '—', '-']))
            })
            .map(|(at, _)| at)
    }

    /// The source is a pronoun with a capital: it begins a sentence of its own.
    fn opens_sentence(&self, cue: &BlockCue) -> bool {
        cue.class == Class::Pronoun && cue.head.is_some_and(|head| head.of(self.text).starts_with(['H', 'S', 'T', 'W']))
    }

    /// Venn said "…". The last cue, but verbs of saying go before others, and what stands right before the words goes
    /// before what only leads up to them ("began", ", explaining the deal,").
    fn before_in_sentence(&self) -> Option<usize> {
        let mut best: Option<(usize, u8)> = None;
        for (at, cue) in self.candidates() {
            let inside = self.prose.sentences[cue.sentence].span.contains(self.quotation.start);
            if !inside || cue.span.end > self.quotation.start {
                continue;
            }
            let beside = self.between(cue.span.end, self.quotation.start).split_whitespace().nth(BESIDE).is_none();
            let aside = matches!(cue.form, Form::Participle | Form::Infinitive) || cue.lists.any(l::QUOTE_ONLY);
            let rank = match cue.lists.any(l::SAYING) {
                true if beside || !aside => 2,
                _ if aside => 0,
                _ if cue.form == Form::Active => 1,
                _ => 2,
            };
            if best.is_none_or(|(_, best)| best <= rank) {
                best = Some((at, rank));
            }
        }
        best.map(|(at, _)| at)
    }

    fn later_in_sentence(&self) -> Option<usize> {
        let sentence = self.prose.sentences.partition_point(|sentence| sentence.span.end < self.quotation.end);
        self.candidates()
            .filter(|(_, cue)| cue.sentence == sentence && cue.start() >= self.quotation.end)
            .find(|(_, cue)| count_words(self.between(self.quotation.end, cue.span.start)) < LATER)
            .map(|(at, _)| at)
    }

    /// The last cue before the words, or the first that names a speaker after them.
    fn in_block(&self) -> Option<usize> {
        let before = self.candidates().rev().find(|(_, cue)| cue.span.end <= self.quotation.start);
        let after = || {
            self.candidates().find(|(_, cue)| {
                cue.span.start >= self.quotation.end && cue.is_named_speech() && cue.class != Class::Described
            })
        };
        before.or_else(after).map(|(at, _)| at)
    }

    /// Mara Venn: "…", and whether nothing stands before the name.
    fn name_before_colon(&self) -> Option<(Span, bool)> {
        let end = self.prose.tokens.partition_point(|token| token.span.start < self.quotation.start);
        let (colon, before) = self.prose.tokens[..end].split_last()?;
        if colon.of(self.text) != ":" {
            return None;
        }
        let name = before.iter().rev().take(4).take_while(|token| token.capital && token.kind == TokenKind::Word);
        let start = name.last()?.span.start;
        let opens = self.prose.sentences.binary_search_by_key(&start, |sentence| sentence.span.start).is_ok();
        let full =
            before.iter().rev().take(2).filter(|token| token.capital && token.kind == TokenKind::Word).count() == 2;
        let name = before.last().filter(|_| opens || full).map(|last| Span { start, end: last.span.end });
        name.map(|name| (name, opens))
    }
}

/// Cues on either side that are looked at: no prose has more in a paragraph.
const NEAR: usize = 64;

/// Words of a signature: a name and a role.
const SIGNATURE: usize = 12;

/// The name that signs what stands before byte `from`: "— Mara Venn, harbour master" and nothing behind it.
pub fn signature(text: &str, from: u32) -> Option<Span> {
    let rest = text.get(from as usize..)?;
    let signed = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
    let name = signed.strip_prefix(['—', '–', '―', '-'])?.trim_start();
    // Looked at first: behind most quotations stands much more.
    if name.split_whitespace().nth(SIGNATURE).is_some() || name.contains(['“', '”', '"', '\n']) {
        return None;
    }
    let end = name.find([',', '(']).unwrap_or(name.trim_end_matches(['.', ' ']).len());
    let capitals = name[..end].split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    let named = name.starts_with(char::is_uppercase) && capitals > 0 && capitals * 2 > count_words(&name[..end]);
    let start = text.len() - name.len();
    named.then(|| Span::new(start, start + end))
}

/// Only marks, an adverb and a joining word stand between quoted words and their speaker.
fn is_joint(between: &str) -> bool {
    let mut words = between.split(|c: char| c.is_whitespace() || matches!(c, ',' | '—' | '–' | '-'));
    words.all(|word| word.is_empty() || word.ends_with("ly") || matches!(word, "as" | "but" | "and"))
}
