//! A mention with its name taken apart: what its own block tells of it.

use super::{
    View,
    echoes::EchoKind,
    fold::folded,
    lists::{Listed, listed},
    names::Mention,
    spelling::transliterated,
    words::Classes,
};
use crate::{
    syntax::{Token, TokenKind},
    text::Span,
};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Whether a name or its form of address speaks of a man or a woman.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    /// He.
    Man,
    /// She.
    Woman,
}

/// A mention with its name taken apart.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// Bytes of the block, without a possessive.
    pub span: Span,
    /// The name as written, without markup.
    pub surface: Arc<str>,
    /// Its parts. Never empty.
    pub form: Form,
    /// What the form of address before it or the given name says.
    pub gender: Option<Gender>,
    /// What the form of address alone says.
    pub addressed: Option<Gender>,
    /// The pronoun that follows in the sentence, before another name.
    pub pronoun: Option<Gender>,
    /// The noun of the title right before it, by [`Token::lower`].
    pub title: Option<u32>,
    /// A word of kin stands before or after it: "his wife, Ilse", "Ilse, his wife".
    pub kin: bool,
    /// It stands in capitals.
    pub shouted: bool,
}

/// A name taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// Its parts without particles and suffixes, folded.
    pub parts: Arc<[String]>,
    /// The same [`transliterated`]: equal for renderings of one foreign name.
    pub keys: Arc<[String]>,
}

/// Names taken apart, by their text in the file: what the text alone gives.
pub(super) type Known<'a> = FxHashMap<&'a str, (Arc<str>, Form)>;

/// Takes a mention apart. `latest`: the first token of the next mention of the block; `known`: the names taken apart so
/// far, by their text in the file.
pub(super) fn take_apart<'a>(view: &View<'a>, mention: Mention, latest: Option<u32>, known: &mut Known<'a>) -> Named {
    let tokens = &view.prose.tokens[mention.first as usize..mention.end as usize];
    let span = view.span(mention);
    let take = || {
        let surface = surface(view, tokens);
        let form = Form::new(&surface);
        (surface.into(), form)
    };
    let (surface, form) = known.entry(span.of(view.text)).or_insert_with(take).clone();
    let shouted = !surface.chars().any(char::is_lowercase);
    let addressed = addressed(view, mention);
    Named {
        span,
        gender: addressed.or_else(|| gender_of_given(view, tokens, &form.parts)),
        addressed,
        pronoun: pronoun_after(view, mention, latest),
        title: classes_before(view, mention).filter(|(_, classes)| is_title(*classes)).map(|(word, _)| word),
        kin: is_kin(view, mention),
        surface,
        form,
        shouted,
    }
}

impl Form {
    pub fn new(surface: &str) -> Self {
        let parts = parts(surface);
        let keys = parts.iter().map(|part| transliterated(part)).collect();
        Self { parts: parts.into(), keys }
    }

    /// Each part with its key.
    pub fn pairs(&self) -> impl DoubleEndedIterator<Item = (&str, &str)> {
        self.parts.iter().zip(self.keys.iter()).map(|(part, key)| (part.as_str(), key.as_str()))
    }
}

fn is_title(classes: Classes) -> bool {
    classes.any(Classes::TITLE) && !classes.any(Classes::HONORIFIC.or(Classes::KIN))
}

/// The word right before a mention, and its classes.
fn classes_before(view: &View, mention: Mention) -> Option<(u32, Classes)> {
    let before = &view.prose.tokens[mention.first.checked_sub(1)? as usize];
    Some((before.lower, Classes::of(before.lower)))
}

/// The pronoun that follows a mention in its sentence, before the token `latest`.
fn pronoun_after(view: &View, mention: Mention, latest: Option<u32>) -> Option<Gender> {
    let sentences = &view.prose.sentences;
    let sentence = sentences.get(sentences.partition_point(|sentence| sentence.tokens.1 <= mention.first))?;
    let end = sentence.tokens.1.min(latest.unwrap_or(u32::MAX));
    let echoes = &view.names.echoes;
    let after = echoes.partition_point(|echo| echo.token < mention.end);
    echoes[after..].iter().take_while(|echo| echo.token < end).find_map(|echo| match echo.kind {
        EchoKind::Man => Some(Gender::Man),
        EchoKind::Woman => Some(Gender::Woman),
        EchoKind::Role(_) => None,
    })
}

/// "his wife Ilse", "his wife, Ilse", "Ilse, his wife".
fn is_kin(view: &View, mention: Mention) -> bool {
    let tokens = &view.prose.tokens;
    let kin = |at: usize| tokens.get(at).is_some_and(|token| Classes::of(token.lower).any(Classes::KIN));
    let comma = |at: usize| tokens.get(at).is_some_and(|token| token.of(view.text) == ",");
    let (first, end) = (mention.first as usize, mention.end as usize);
    let before = first.checked_sub(1).is_some_and(|at| kin(at) || comma(at) && at > 0 && kin(at - 1));
    before || comma(end) && tokens.get(end + 1).is_some_and(|token| !token.capital) && kin(end + 2)
}

/// The parts of a name without particles and suffixes, folded; of a name of nothing else, all. Never empty.
fn parts(surface: &str) -> Vec<String> {
    let mut parts: Vec<String> = (surface.split([' ', '-', '.', '\u{2010}', '\u{2011}', '"', '“', '”']))
        .map(|part| folded(part.trim_matches(['\'', '’', '‘', ','])))
        .filter(|part| !part.is_empty())
        .collect();
    let all = parts.clone();
    parts.retain(|part| !Classes::of(Token::hash_of(part)).any(Classes::SUFFIX.or(Classes::PARTICLE)));
    if parts.is_empty() {
        parts = if all.is_empty() { vec![folded(surface)] } else { all };
    }
    parts
}

/// The words of a name with single blanks, without the markup between them.
fn surface(view: &View, tokens: &[Token]) -> String {
    let mut surface = String::new();
    let mut end = None;
    for token in tokens {
        if end.is_some_and(|end| end < token.span.start) {
            surface.push(' ');
        }
        surface.push_str(token.of(view.text));
        end = Some(token.span.end);
    }
    surface
}

/// The gender of the form of address before the name.
fn addressed(view: &View, mention: Mention) -> Option<Gender> {
    let (_, classes) = classes_before(view, mention)?;
    match (classes.any(Classes::MASCULINE), classes.any(Classes::FEMININE)) {
        (true, false) => Some(Gender::Man),
        (false, true) => Some(Gender::Woman),
        _ => None,
    }
}

/// The gender of those who bear the first word of the name as a given name.
fn gender_of_given(view: &View, tokens: &[Token], parts: &[String]) -> Option<Gender> {
    let given: Listed =
        tokens.iter().find(|token| token.kind == TokenKind::Word).map(|token| listed(token, token.of(view.text)))?;
    match (given.masculine(), given.feminine()) {
        (true, false) if parts.len() > 1 || given.surname() == 0 => Some(Gender::Man),
        (false, true) if parts.len() > 1 || given.surname() == 0 => Some(Gender::Woman),
        _ => None,
    }
}
