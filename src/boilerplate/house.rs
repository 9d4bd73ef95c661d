use super::Kind;
use crate::{analysis::Facts, syntax::Article};
use regex::{Regex, RegexBuilder};

/// What a house calls its own page furniture: phrases, and patterns between strokes.
#[derive(Clone, Debug, Default)]
pub struct HousePhrases {
    written: Vec<String>,
    patterns: Vec<Regex>,
}

impl PartialEq for HousePhrases {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

impl HousePhrases {
    /// Adds `phrase`: words that stand somewhere in a line, or `/a regular expression/` of the crate `regex`, whose `^`
    /// and `$` are the ends of the line. Case does not count. An error says what is wrong with the expression.
    pub fn add(&mut self, phrase: &str) -> Result<(), regex::Error> {
        if phrase.trim().is_empty() {
            return Ok(());
        }
        let inside =
            phrase.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')).filter(|inside| !inside.is_empty());
        let pattern = inside.map_or_else(|| whole_words(phrase), str::to_owned);
        self.patterns.push(RegexBuilder::new(&pattern).case_insensitive(true).multi_line(true).build()?);
        self.written.push(phrase.to_owned());
        Ok(())
    }

    /// The phrases as they were added.
    pub fn written(&self) -> &[String] {
        &self.written
    }

    fn stand_in(&self, line: &str) -> bool {
        self.patterns.iter().any(|pattern| pattern.is_match(line))
    }
}

/// A pattern that finds `phrase` where it does not begin or end inside a word.
fn whole_words(phrase: &str) -> String {
    let bound = |edge: Option<char>| if edge.is_some_and(|c| c.is_ascii_alphanumeric()) { r"(?-u:\b)" } else { "" };
    let (first, last) = (phrase.chars().next(), phrase.chars().next_back());
    format!("{}{}{}", bound(first), regex::escape(phrase), bound(last))
}

/// Marks as calls to action the blocks that hold one of a house's own `phrases`. Kinds that are known already stay.
pub fn mark(text: &str, article: &Article, facts: &[Facts], phrases: &HousePhrases, furniture: &mut [Option<Kind>]) {
    for ((block, facts), kind) in article.blocks.iter().zip(facts).zip(furniture) {
        let words = block.span.of(text);
        if kind.is_none() && phrases.stand_in(words) && !facts.prose(block, words).tokens.is_empty() {
            *kind = Some(Kind::CallToAction);
        }
    }
}
