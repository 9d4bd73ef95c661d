//! What the text says a person is, in its exact words.

use super::{View, names::Mention, words::Classes};
use crate::{
    model::tagger::Tag,
    syntax::{Token, TokenKind},
    text::Span,
};

/// Longest apposition after a name, in tokens.
const LONGEST_AFTER: usize = 16;
/// Longest apposition before a name, in tokens.
const LONGEST_BEFORE: usize = 14;
/// Farthest noun of a role from the start of its apposition, in tokens.
const FARTHEST_NOUN: usize = 9;
/// Mentions on either side that a role may touch.
const NEIGHBOURS: usize = 4;
/// Farthest noun of a role from its article, in tokens.
const FARTHEST_HEAD: usize = 6;

/// The roles that stand around `mentions[at]` of the mentions of a block, forms of address ("Mr.") included; bytes of the
/// block.
pub(super) fn around(view: &View, mentions: &[Mention], at: usize) -> Vec<Span> {
    let mention = mentions[at];
    let number = view.prose.sentences.partition_point(|sentence| sentence.tokens.1 <= mention.first);
    let Some(sentence) = view.prose.sentences.get(number) else { return Vec::new() };
    let words = Words {
        view,
        number,
        text: view.text,
        tokens: &view.prose.tokens,
        from: sentence.tokens.0 as usize,
        to: sentence.tokens.1 as usize,
        mentions: &mentions[at.saturating_sub(NEIGHBOURS)..mentions.len().min(at + 1 + NEIGHBOURS)],
    };
    let (first, end) = (mention.first as usize, mention.end as usize);
    let found = [
        words.title_before(first),
        words.apposition_before(first),
        words.apposition_after(end),
        words.office_held(end),
        words.said_to_be(end),
    ];
    let span = |(from, to): (usize, usize)| words.tokens[from].span.join(words.tokens[to - 1].span);
    found.into_iter().flatten().map(span).collect()
}

/// The words of a sentence and the names in it.
struct Words<'a> {
    view: &'a View<'a>,
    /// Of the sentence in the block.
    number: usize,
    text: &'a str,
    tokens: &'a [Token],
    from: usize,
    to: usize,
    mentions: &'a [Mention],
}

type Range = (usize, usize);

impl Words<'_> {
    /// "Russian Foreign Minister" Lavrov.
    fn title_before(&self, first: usize) -> Option<Range> {
        let last = first.checked_sub(1).filter(|&at| at >= self.from)?;
        let is_title = self.is_role(last) && !self.classes(last).any(Classes::KIN);
        if !is_title && !self.classes(last).any(Classes::HONORIFIC) {
            return None;
        }
        let mut start = last;
        while let Some(at) = start.checked_sub(1).filter(|&at| at >= self.from && !self.in_name(at)) {
            let step = self.title_step(at);
            if step == 0 {
                break;
            }
            start -= step;
        }
        Some((start, last + 1))
    }

    /// How many tokens, up to the one at `at`, belong to the title that goes on after it; 0 when it begins after it.
    fn title_step(&self, at: usize) -> usize {
        let classes = self.classes(at);
        if self.classes(at + 1).any(Classes::HONORIFIC) && !classes.any(Classes::TITLE.or(Classes::HONORIFIC)) {
            return 0;
        }
        let name = self.is_capital(at) && !classes.any(Classes::FUNCTION.or(Classes::CALENDAR));
        let modifier = classes.any(Classes::ROLE_MODIFIER)
            || !self.tokens[at].capital && self.is_role(at)
            || self.is_plain_noun(at);
        let joint = self.is_joint(at) && at > self.from && self.can_be_joined(at - 1);
        let owner = self.is_possessive(at) && at > self.from && self.is_capital(at - 1) && !self.in_name(at - 1);
        if owner { 2 } else { usize::from(name || modifier || joint) }
    }

    /// Lavrov, "the foreign minister of Russia", said.
    fn apposition_after(&self, end: usize) -> Option<Range> {
        if end >= self.to || !matches!(self.word(end), "," | "(" | "—" | "–") {
            return None;
        }
        let start = end + 1;
        if start >= self.to
            || self.classes(start).any(Classes::SPEECH)
            || self.classes(start).any(Classes::CLAUSE_OPENER)
        {
            return None;
        }
        let latest = self.to.min(start + LONGEST_AFTER);
        let stop = (start..latest).find(|&at| self.ends_apposition(at)).unwrap_or(latest);
        let noun = (start..stop).find(|&at| self.is_role(at)).filter(|noun| noun - end <= FARTHEST_NOUN)?;
        let foreign = self.in_name(noun + 1) || (start..noun).any(|at| self.in_name(at) || self.is_finite_verb(at));
        (!foreign).then_some((start, stop))
    }

    /// "The head of the ministry", Ivan Petrov, said.
    fn apposition_before(&self, first: usize) -> Option<Range> {
        let comma = first.checked_sub(1).filter(|&at| at > self.from && self.word(at) == ",")?;
        let earliest = comma.saturating_sub(LONGEST_BEFORE).max(self.from);
        let start = (earliest..comma).rev().find(|&at| self.ends_apposition(at)).map_or(earliest, |at| at + 1);
        let article =
            (start..comma).find(|&at| self.classes(at).any(Classes::DETERMINER) && self.role_after(at, comma))?;
        Some((article, comma))
    }

    /// Lavrov, who "heads the foreign ministry", said.
    fn office_held(&self, end: usize) -> Option<Range> {
        let who = end + usize::from(end < self.to && self.word(end) == ",");
        let verb = who + 1;
        let holds = verb < self.to && self.is_one_of(who, &["who"]) && self.classes(verb).any(Classes::ROLE_VERB);
        if !holds || verb + 1 >= self.to || self.tokens[verb + 1].kind == TokenKind::Number {
            return None;
        }
        Some((verb, self.phrase_end(verb + 1)))
    }

    /// Lavrov is "the foreign minister of Russia".
    fn said_to_be(&self, end: usize) -> Option<Range> {
        let verb = self.after_verb_of_being(end)?;
        let adverb =
            self.is_one_of(verb, &["then", "now", "once", "also", "still", "currently", "previously", "formerly"]);
        let article = verb + usize::from(adverb);
        let fits =
            article < self.to && self.classes(article).any(Classes::DETERMINER) && self.role_after(article, self.to);
        fits.then(|| (article, self.phrase_end(article + 1)))
    }

    /// The token after "is", "was", "became", "has been" at `at`.
    fn after_verb_of_being(&self, at: usize) -> Option<usize> {
        let is = |at: usize, words: &[&str]| at < self.to && self.is_one_of(at, words);
        if is(at, &["is", "was", "became", "remains"]) {
            Some(at + 1)
        } else {
            (is(at, &["has", "had"]) && is(at + 1, &["been", "become"])).then_some(at + 2)
        }
    }

    /// The noun of a role follows the article at `article` before any "of", verb or name.
    fn role_after(&self, article: usize, end: usize) -> bool {
        let reach = article + 1..end.min(article + 1 + FARTHEST_HEAD);
        let stop =
            |at: &usize| self.is_one_of(*at, &["of", "in", "for", "to", "who", "that"]) || self.is_finite_verb(*at);
        reach.take_while(|at| !stop(at)).any(|at| self.is_role(at) && !self.classes(at).any(Classes::KIN))
    }

    /// Where the noun phrase that holds `from` ends: at a mark, a relative pronoun or a conjunction of clauses.
    fn phrase_end(&self, from: usize) -> usize {
        let latest = self.to.min(from + LONGEST_AFTER);
        let ends = |at: &usize| {
            self.ends_apposition(*at)
                || self.classes(*at).any(Classes::CLAUSE_OPENER)
                || self.is_one_of(*at, &["that", "which", "because", "until", "before", "after", "since"])
        };
        (from..latest).find(ends).unwrap_or(latest)
    }

    /// "union" in "the union boss": a noun without a capital before the noun of a role, that no verb governs alone.
    fn is_plain_noun(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.kind == TokenKind::Word
            && !token.capital
            && self.tag(at) == Some(Tag::Noun)
            && !self.classes(at).any(Classes::FUNCTION.or(Classes::CALENDAR).or(Classes::KIN))
    }

    /// The part of speech of a token of the sentence.
    fn tag(&self, at: usize) -> Option<Tag> {
        self.view.tags(self.number).get(at.checked_sub(self.from)?).copied()
    }

    fn word(&self, at: usize) -> &str {
        self.tokens[at].of(self.text)
    }

    fn classes(&self, at: usize) -> Classes {
        Classes::of(self.tokens[at].lower)
    }

    fn is_one_of(&self, at: usize, words: &[&str]) -> bool {
        at < self.to && words.iter().any(|word| self.word(at).eq_ignore_ascii_case(word))
    }

    fn in_name(&self, at: usize) -> bool {
        self.mentions.iter().any(|mention| (mention.first as usize..mention.end as usize).contains(&at))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens[at].kind == TokenKind::Word && self.tokens[at].capital
    }

    fn is_finite_verb(&self, at: usize) -> bool {
        matches!(self.tag(at), Some(Tag::VerbThird | Tag::VerbPresent | Tag::VerbPast | Tag::Auxiliary))
    }

    /// A noun for what a person is; of a joined word its first or last part: "editor-in-chief".
    fn is_role(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if token.kind != TokenKind::Word {
            return false;
        }
        let word = self.word(at);
        let of_parts = || word.split('-').any(|part| Classes::of(Token::hash_of(part)).any(Classes::TITLE));
        self.classes(at).any(Classes::TITLE)
            || word.contains('-') && of_parts()
            || !token.capital && has_agent_ending(word)
    }

    fn is_possessive(&self, at: usize) -> bool {
        self.tokens[at].kind == TokenKind::Clitic
    }

    /// "and" between two roles: "State Councillor and Foreign Minister".
    fn is_joint(&self, at: usize) -> bool {
        matches!(self.word(at), "and" | "for" | "-" | "/" | "&")
    }

    fn can_be_joined(&self, at: usize) -> bool {
        !self.in_name(at) && (self.is_role(at) || self.classes(at).any(Classes::ROLE_MODIFIER))
    }

    fn ends_apposition(&self, at: usize) -> bool {
        matches!(self.word(at), "," | "." | ";" | ":" | "(" | ")" | "—" | "–" | "!" | "?" | "“" | "”" | "\"")
    }
}

const AGENT_ENDINGS: [&str; 10] =
    ["ist", "ographer", "keeper", "woman", "man", "maker", "master", "writer", "fighter", "worker"];

fn has_agent_ending(word: &str) -> bool {
    word.len() > 4 && AGENT_ENDINGS.iter().any(|ending| word.ends_with(ending))
}
