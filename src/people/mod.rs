//! People: names in the text → who they are. Mentions are grouped to people with roles and spelling variants.

mod again;
pub mod candidates;
mod card;
mod conflicts;
pub mod echoes;
pub mod evidence;
pub mod features;
pub mod filter;
pub mod fold;
mod group;
mod identity;
mod joining;
pub mod known;
pub mod lists;
mod named;
pub mod names;
mod namesakes;
mod references;
mod rename;
mod repair;
mod roles;
mod speaking;
mod spelling;
mod syllables;
pub mod tagger;
mod told;
mod words;

pub use again::KeptNames;
pub use candidates::Candidate;
pub use card::{Card, Said, one_line};
pub use conflicts::conflicting_roles;
pub use identity::{FullName, Identity, plain};
pub use joining::Joining;
pub use rename::{RenameError, rename};
pub use speaking::speaks;

use crate::{
    analysis::Facts,
    boilerplate::Kind,
    model::{
        Labeller, Recall,
        tagger::{BlockTags, Room, Tag},
    },
    syntax::{Article, Prose},
    text::Span,
};

use echoes::Echo;
use group::Group;
use named::Named;
use names::Mention;
use std::sync::Arc;
use tagger::Tags;
use told::Told;

/// A named person of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The fullest form of the name that the article gives.
    pub name: String,
    /// Every place that names the person, the name alone without title, in order. Bytes of the file.
    pub mentions: Vec<Span>,
    /// Pronouns and role nouns ("the minister") that stand for the person, in order. Bytes of the file.
    pub references: Vec<Span>,
    /// The exact words that say what the person is, in order, forms of address ("Mr.") included. Bytes of the file.
    pub roles: Vec<Span>,
    /// Other spellings of the name ("Sergey" beside "Sergei"), not short forms.
    pub variants: Vec<String>,
}

/// The people of one article, by first mention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// By first mention.
    pub people: Vec<Person>,
}

impl People {
    /// Every mention by place, with the index of the person.
    pub fn by_place(&self) -> Vec<(Span, usize)> {
        let people = self.people.iter().enumerate();
        let mut places: Vec<_> =
            people.flat_map(|(index, person)| person.mentions.iter().map(move |span| (*span, index))).collect();
        places.sort_unstable();
        places
    }

    /// Index of the person one of whose mentions touches byte `offset` of the file.
    pub fn at(&self, offset: u32) -> Option<usize> {
        self.people.iter().position(|person| person.mentions.iter().any(|span| span.touches(offset)))
    }
}

/// What one block says about names, from its own text alone; memoised with the block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockNames {
    /// The words that may be parts of names, in order.
    pub candidates: Vec<Candidate>,
    /// Pronouns and role nouns that may stand for somebody, in order.
    pub echoes: Vec<Echo>,
    /// Words without a capital, by their hash.
    small: Box<[u32]>,
    /// How the candidates were labelled last.
    labelled: Recall<Arc<Tags>>,
    /// What it told last of whom it names.
    told: Recall<Arc<Told>>,
}

impl BlockNames {
    /// The names of a block of words `text`.
    pub fn new(text: &str, prose: &Prose) -> Self {
        Self::again(text, prose, |_| None)
    }

    /// The same, where `known` may know the candidates of a sentence by its number, from another block.
    pub fn again<'a>(text: &str, prose: &Prose, known: impl Fn(usize) -> Option<&'a [Candidate]>) -> Self {
        Self::scored(&tagger::LABELLER, text, prose, known)
    }

    /// The same with a model that does not ship, for training.
    pub fn with(labeller: &Labeller, text: &str, prose: &Prose) -> Self {
        Self::scored(labeller, text, prose, |_| None)
    }

    fn scored<'a>(
        labeller: &Labeller,
        text: &str,
        prose: &Prose,
        known: impl Fn(usize) -> Option<&'a [Candidate]>,
    ) -> Self {
        let mut candidates = candidates::find(text, prose);
        let known = |candidate: &Candidate| known(candidate.sentence as usize);
        for stretch in candidates.chunk_by_mut(|a, b| known(a).is_some() == known(b).is_some()) {
            if known(&stretch[0]).is_none() {
                tagger::score(labeller, text, prose, stretch);
                continue;
            }
            for sentence in stretch.chunk_by_mut(|a, b| a.sentence == b.sentence) {
                let known = known(&sentence[0]).unwrap_or_default();
                sentence.iter_mut().zip(known).for_each(|(new, old)| new.scores = old.scores);
            }
        }
        Self {
            candidates,
            echoes: echoes::find(text, prose),
            small: evidence::small(prose),
            labelled: Recall::default(),
            told: Recall::default(),
        }
    }

    /// Index of the candidate at token `token`, or where it would stand.
    pub fn index_of(&self, token: u32) -> usize {
        self.candidates.partition_point(|candidate| candidate.token < token)
    }

    /// The candidates among the tokens `first..end`.
    pub fn between(&self, first: u32, end: u32) -> &[Candidate] {
        &self.candidates[self.index_of(first)..self.index_of(end)]
    }
}

/// A block that may name people.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// Its words.
    pub text: &'a str,
    /// Byte of the file at which it starts.
    pub base: u32,
    /// Its sentences and tokens.
    pub prose: &'a Prose,
    /// The parts of speech of its sentences, found when a role depends on them.
    pub tags: &'a BlockTags,
    /// What it says about names.
    pub names: &'a BlockNames,
}

impl<'a> View<'a> {
    /// The text of the token at `token`.
    fn words_of(&self, token: u32) -> &'a str {
        self.prose.tokens[token as usize].of(self.text)
    }

    /// The part of speech of each token of sentence `at`.
    fn tags(&self, at: usize) -> &'a [Tag] {
        self.tags.of(at, self.text, self.prose, &mut Room::default())
    }

    /// The bytes of the block that a mention takes.
    pub fn span(&self, mention: Mention) -> Span {
        let first = self.prose.tokens[mention.first as usize].span;
        first.join(self.prose.tokens[mention.end as usize - 1].span)
    }
}

/// Finds and groups the named people of an article. `furniture[i]`: block `i` is page furniture; names in bylines and
/// author bios still count. What `kept` holds of the last version is used again, and replaced.
pub fn find(
    text: &str,
    article: &Article,
    facts: &[Facts],
    furniture: &[Option<Kind>],
    kept: &mut KeptNames,
) -> People {
    let (views, blocks): (Vec<View>, Vec<&Facts>) = (article.blocks.iter().zip(facts).zip(furniture))
        .filter(|(_, kind)| kind.is_none_or(names_people))
        .map(|((block, facts), _)| {
            let (text, base) = (block.span.of(text), block.span.start);
            let (prose, names) = (facts.prose(block, text), facts.names(block, text));
            (View { text, base, prose, tags: facts.tags(block, text), names }, facts)
        })
        .unzip();
    let mentions = kept.find(&views, &blocks);
    let (mut names, around) = told::gather(&views, &mentions);
    group::forget_given(&mut names);
    let groups = group::group(&names);
    let roles: Vec<Vec<Span>> = groups.iter().map(|group| roles_of(&around, group)).collect();
    let references = references::find(&views, &mentions, &names, &groups, &roles, text);
    let told = groups.iter().zip(roles).zip(references);
    People { people: told.map(|((group, roles), references)| person(&names, group, roles, references)).collect() }
}

/// The roles of a group, where `around` has those around each mention.
fn roles_of(around: &[Vec<Span>], group: &Group) -> Vec<Span> {
    let mut roles: Vec<Span> = group.mentions.iter().flat_map(|&at| &around[at]).copied().collect();
    roles.sort();
    roles.dedup();
    roles
}

fn person(names: &[Named], group: &Group, roles: Vec<Span>, references: Vec<Span>) -> Person {
    let full = group::fullest(names, group);
    Person {
        name: full.surface.to_string(),
        mentions: group.mentions.iter().map(|&at| names[at].span).collect(),
        references,
        roles,
        variants: group::variants(names, group, full),
    }
}

/// Furniture whose names are people of the article.
fn names_people(kind: Kind) -> bool {
    matches!(kind, Kind::Byline | Kind::AuthorBio | Kind::PhotoCredit | Kind::WireTail)
}
