//! The edges of names: what the model takes too much or leaves out.

use super::{
    View,
    candidates::{Candidate, Casing},
    lists::listed,
    names::Mention,
    words::Classes,
};
use crate::syntax::{Token, TokenKind};
use rustc_hash::FxHashSet;

/// Most words of a nickname in quotation marks.
const LONGEST_NICKNAME: usize = 3;
/// Ordinals of monarchs and popes.
const ORDINALS: [&str; 15] =
    ["II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI"];

/// Mends the edges of the mentions of one block, in order; drops what is a title alone.
pub(super) fn mend(view: &View, mentions: &mut Vec<Mention>) {
    let names = Names { view, tokens: &view.prose.tokens };
    mentions.retain_mut(|mention| {
        names.strip_titles(mention)
            && names.strip_calendar(mention)
            && !names.is_of_firm(mention)
            && !names.begins_clause(mention)
            && !names.is_initials(mention)
    });
    for at in 0..mentions.len() {
        let earliest = at.checked_sub(1).map_or(0, |before| mentions[before].end);
        let latest = mentions.get(at + 1).map_or(names.tokens.len() as u32, |after| after.first);
        let mention = &mut mentions[at];
        names.take_initials(mention, earliest);
        names.take_particles(mention, earliest);
        names.take_suffix(mention, latest);
    }
    names.join_nicknames(mentions);
}

struct Names<'a> {
    view: &'a View<'a>,
    tokens: &'a [Token],
}

impl Names<'_> {
    fn word(&self, at: u32) -> &str {
        self.tokens[at as usize].of(self.view.text)
    }

    fn classes(&self, at: u32) -> Classes {
        Classes::of(self.tokens[at as usize].lower)
    }

    fn is_title(&self, at: u32) -> bool {
        let classes = self.classes(at);
        classes.any(Classes::TITLE.or(Classes::HONORIFIC)) && !classes.any(Classes::NAME_LIKE.or(Classes::KIN))
    }

    /// "Barbara Singer": a given name before, and a word that is a surname too.
    fn is_name_with_title_like_surname(&self, mention: &Mention) -> bool {
        let listed = |at: u32| listed(&self.tokens[at as usize], self.word(at));
        mention.end - mention.first == 2 && listed(mention.first).given() > 1 && listed(mention.end - 1).surname() > 1
    }

    fn sentence(&self, at: u32) -> (u32, u32) {
        let sentences = &self.view.prose.sentences;
        sentences.get(sentences.partition_point(|sentence| sentence.tokens.1 <= at)).map_or((at, at), |s| s.tokens)
    }

    /// "SoftBank CEO Masayoshi Son" → "Masayoshi Son"; false for a title alone.
    fn strip_titles(&self, mention: &mut Mention) -> bool {
        if let Some(title) = (mention.first..mention.end).rev().find(|&at| self.is_title(at)) {
            if title + 1 == mention.end {
                return self.is_name_with_title_like_surname(mention);
            }
            mention.first = title + 1;
        }
        if self.begins_with_trade(mention) || self.begins_with_verb(mention) {
            mention.first += 1;
        }
        if self.ends_with_pronoun(mention) {
            mention.end -= 1;
        }
        while mention.first < mention.end && !self.can_begin(mention.first) {
            mention.first += 1;
        }
        mention.first < mention.end
    }

    /// "Baker Uwe Wendt": a trade that is a surname too, before a whole name.
    fn begins_with_trade(&self, mention: &Mention) -> bool {
        let listed = |at: u32| listed(&self.tokens[at as usize], self.word(at));
        let trade = Classes::TITLE.or(Classes::NAME_LIKE);
        mention.end - mention.first > 2
            && self.classes(mention.first).any(trade)
            && listed(mention.first).given() < listed(mention.first + 1).given()
    }

    /// "Meet Uwe": a word without a capital elsewhere that begins the sentence, and is no name.
    fn begins_with_verb(&self, mention: &Mention) -> bool {
        let token = &self.tokens[mention.first as usize];
        let listed = listed(token, self.word(mention.first));
        mention.end - mention.first > 1
            && self.sentence(mention.first).0 == mention.first
            && listed.case() == 5
            && listed.given() + listed.surname() == 0
    }

    /// "Who Drew the Maps": a word that stands in no name, with a capital in a headline.
    fn begins_clause(&self, mention: &Mention) -> bool {
        let word = self.word(mention.first);
        let is_letter = word.trim_end_matches('.').chars().nth(1).is_none();
        let given = listed(&self.tokens[mention.first as usize], word).given();
        self.classes(mention.first).any(Classes::FUNCTION) && given == 0 && !is_letter
    }

    /// "S.D.", "U.N.": initials alone, that no title makes a person's.
    fn is_initials(&self, mention: &Mention) -> bool {
        let word = self.word(mention.first);
        let titled = mention.first > 0 && self.is_title(mention.first - 1);
        mention.end - mention.first == 1 && word.contains('.') && is_initial(word) && !titled
    }

    /// "told Dominic I would": no ordinal before a word without a capital, unless a monarch's.
    fn ends_with_pronoun(&self, mention: &Mention) -> bool {
        let next = self.tokens.get(mention.end as usize);
        let goes_on = next.is_some_and(|next| next.kind == TokenKind::Word && !next.capital);
        let titled = mention.first > 0 && self.is_title(mention.first - 1);
        mention.end - mention.first > 1 && self.word(mention.end - 1) == "I" && goes_on && !titled
    }

    fn can_begin(&self, at: u32) -> bool {
        let named = self.tokens[at as usize].kind == TokenKind::Word;
        named && !self.classes(at).any(Classes::HONORIFIC)
    }

    /// "Insulza Monday" → "Insulza"; false for a day alone.
    fn strip_calendar(&self, mention: &mut Mention) -> bool {
        let is_day = |at: u32| self.classes(at).any(Classes::WEEKDAY);
        if mention.end - mention.first > 1 && is_day(mention.end - 1) && !is_day(mention.first) {
            mention.end -= 1;
        }
        (mention.first..mention.end).any(|at| !is_day(at)) || mention.end - mention.first > 1
    }

    /// "Douglas & Sons": a lone name beside an ampersand.
    fn is_of_firm(&self, mention: &Mention) -> bool {
        let (from, to) = self.sentence(mention.first);
        let capital = |at: u32| self.tokens[at as usize].capital;
        let after = mention.end + 1 < to && self.word(mention.end) == "&" && capital(mention.end + 1);
        let before = mention.first >= from + 2 && self.word(mention.first - 1) == "&" && capital(mention.first - 2);
        mention.end - mention.first == 1 && (before || after)
    }

    /// "R. Irani" where the model found "Irani".
    fn take_initials(&self, mention: &mut Mention, earliest: u32) {
        let (from, _) = self.sentence(mention.first);
        loop {
            let mut at = mention.first;
            if at > from.max(earliest) && self.word(at - 1) == "." {
                at -= 1;
            }
            if at <= from.max(earliest) || !is_initial(self.word(at - 1)) {
                return;
            }
            mention.first = at - 1;
        }
    }

    /// "van Gogh" where the model found "Gogh".
    fn take_particles(&self, mention: &mut Mention, earliest: u32) {
        let (from, _) = self.sentence(mention.first);
        let is_particle =
            |at: u32| self.classes(at).any(Classes::LEADING_PARTICLE) && !self.tokens[at as usize].capital;
        while mention.first > from.max(earliest) && is_particle(mention.first - 1) {
            mention.first -= 1;
        }
    }

    /// "Jr.", "III".
    fn take_suffix(&self, mention: &mut Mention, latest: u32) {
        let (_, to) = self.sentence(mention.first);
        let to = to.min(latest);
        let at = mention.end;
        if at >= to {
            return;
        }
        let after_stop = at + 1 == to || self.tokens[at as usize + 1].kind == TokenKind::Punctuation;
        let ordinal = ORDINALS.contains(&self.word(at)) || self.word(at) == "I" && after_stop;
        if ordinal || self.classes(at).any(Classes::SUFFIX) && self.tokens[at as usize].capital {
            mention.end += 1;
        } else if at + 1 < to && self.word(at) == "," && self.word(at + 1).trim_end_matches('.') == "Jr" {
            mention.end += 2;
        }
    }

    /// Roberto "Hands of Stone" Duran: the words before, in and after the marks are one name.
    fn join_nicknames(&self, mentions: &mut Vec<Mention>) {
        let mut at = 0;
        while at < mentions.len() {
            let end = self.nickname_end(mentions[at].end).filter(|_| self.is_single(mentions[at]));
            if let Some(end) = end {
                mentions[at].end = end;
                while mentions.get(at + 1).is_some_and(|next| next.first < end) {
                    let last = mentions.remove(at + 1).end;
                    mentions[at].end = mentions[at].end.max(last);
                }
            }
            at += 1;
        }
    }

    fn is_single(&self, mention: Mention) -> bool {
        mention.end - mention.first <= 2
    }

    /// The token after the surname that follows a nickname in marks at `at`.
    fn nickname_end(&self, at: u32) -> Option<u32> {
        let (_, to) = self.sentence(at);
        let is_quote = |at: u32| at < to && self.tokens[at as usize].kind == TokenKind::Quote;
        let opens = is_quote(at) && self.tokens[at as usize].span.start > self.tokens[at as usize - 1].span.end;
        if !opens {
            return None;
        }
        let close = (at + 2..to.min(at + 2 + LONGEST_NICKNAME as u32)).find(|&close| is_quote(close))?;
        let surname = close + 1;
        let follows = surname < to
            && self.tokens[surname as usize].capital
            && self.tokens[at as usize + 1].capital
            && !self.classes(surname).any(Classes::FUNCTION);
        follows.then_some(surname + 1)
    }
}

/// Takes in the other half of a name of two words that stands whole elsewhere: "Scooter Braun" where the model found
/// "Braun". `pairs` holds the hashes of such names.
pub(super) fn complete(view: &View, mentions: &mut [Mention], pairs: &FxHashSet<(u32, u32)>) {
    let tokens = &view.prose.tokens;
    let whole = |first: u32| match tokens.get(first as usize..first as usize + 2) {
        Some([a, b]) => pairs.contains(&(a.lower, b.lower)),
        _ => false,
    };
    for at in 0..mentions.len() {
        let (before, here) = mentions.split_at_mut(at);
        let Some((mention, after)) = here.split_first_mut() else { return };
        if mention.end - mention.first != 1 {
            continue;
        }
        let left = mention.first.checked_sub(1).filter(|&first| before.last().is_none_or(|other| other.end <= first));
        if left.is_some_and(whole) {
            mention.first -= 1;
        } else if after.first().is_none_or(|other| other.first > mention.end) && whole(mention.first) {
            mention.end += 1;
        }
    }
}

/// "J", "J." or "J.K.".
fn is_initial(word: &str) -> bool {
    let mut letters = word.split('.').filter(|part| !part.is_empty());
    word.len() <= 8
        && word.starts_with(char::is_uppercase)
        && letters.all(|part| part.chars().nth(1).is_none())
        && word != "I"
}

/// Lone words where the model was unsure: those that `is_surname` holds for likely.
pub(super) fn rescue(
    view: usize,
    candidates: &[Candidate],
    mentions: &[Mention],
    is_surname: impl Fn(&Candidate, usize) -> bool,
) -> Vec<Mention> {
    let mut found = Vec::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let next = candidates.get(at + 1);
        let alone = !(candidate.joined && at > 0 && candidates[at - 1].capital && !is_title(&candidates[at - 1]))
            && !next.is_some_and(|next| next.joined && next.capital);
        let mention = Mention { view, first: candidate.token, end: candidate.token + 1 };
        let written = candidate.capital && candidate.casing != Casing::Shouted;
        if alone && written && is_surname(candidate, at) && is_free(mentions, mention) {
            found.push(mention);
        }
    }
    found
}

/// Two words of `pairs` where no mention is yet: alone, or in a line of capitals.
pub(super) fn repeated(
    view: usize,
    candidates: &[Candidate],
    mentions: &[Mention],
    pairs: &FxHashSet<(u32, u32)>,
) -> Vec<Mention> {
    let mut found = Vec::new();
    for (at, both) in candidates.windows(2).enumerate() {
        let [first, last] = both else { continue };
        if !(first.capital && last.joined && pairs.contains(&(first.word, last.word))) {
            continue;
        }
        let next = candidates.get(at + 2).is_some_and(|next| next.joined && next.capital);
        let before = first.joined && at > 0 && candidates[at - 1].capital && !is_title(&candidates[at - 1]);
        let mention = Mention { view, first: first.token, end: last.token + 1 };
        if (first.casing == Casing::Shouted || !next && !before) && is_free(mentions, mention) {
            found.push(mention);
        }
    }
    found
}

/// No mention of `mentions`, which are in order, overlaps `mention`.
fn is_free(mentions: &[Mention], mention: Mention) -> bool {
    let at = mentions.partition_point(|other| (other.view, other.end) <= (mention.view, mention.first));
    mentions.get(at).is_none_or(|other| other.view != mention.view || other.first >= mention.end)
}

/// "DI", "PC": two or three capitals.
pub(super) fn is_rank(word: &str) -> bool {
    (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_title(candidate: &Candidate) -> bool {
    candidate.classes.any(Classes::TITLE.or(Classes::HONORIFIC))
}
