//! Sources over the whole article: speakers carried from paragraph to paragraph, people behind names and pronouns.

use super::{
    Attribution, Claim, ClaimKind, Quotation as Manner, SourceKind, Statements,
    block::{BlockCue, BlockSpeech, Quotation},
    explanation::{Explanation, Tie},
    figures::Figure,
    openers::Openers,
    references::References,
    source::Class,
    speakers::{self, Speaker},
};
use crate::{
    analysis::Facts,
    boilerplate,
    model::tagger::Room,
    people::People,
    syntax::{Article, Block, BlockKind},
    text::Span,
};

/// Sentences after a claim in which a named source may answer it.
const ANSWER: usize = 2;
/// Paragraphs before a figure in which a study may be named that it comes from.
const STUDIED: usize = 2;
/// Quoted words from this number on want a speaker.
const QUOTE: usize = 5;

/// Ties the statements of `article` to their sources; what is not tagged yet is tagged in `room`.
pub fn find(
    text: &str,
    article: &Article,
    facts: &[Facts],
    furniture: &[Option<boilerplate::Kind>],
    people: &People,
    trusted: &[String],
    room: &mut Room,
) -> Statements {
    let blocks = article.blocks.iter().zip(facts).zip(furniture);
    let own = blocks.filter(|(_, furniture)| furniture.is_none()).map(|(block, _)| block);
    // All blocks are tagged before any is read: a processor's nearest memory does not hold the needs of both.
    own.clone().for_each(|(block, facts)| facts.prepare_speech(block, block.span.of(text), room));
    let told: Vec<(&Block, &BlockSpeech)> =
        own.map(|(block, facts)| (block, facts.speech(block, block.span.of(text)))).collect();
    let mut reader = Reader {
        text,
        openers: Openers::new(text, article, facts, told.iter().map(|(_, speech)| *speech)),
        trusted,
        references: References::new(text, people),
        last: None,
        speaker: None,
        statements: Statements::default(),
    };
    for at in 0..told.len() {
        reader.read(&told, at);
    }
    let mut statements = reader.statements;
    statements.attributions.sort_by_key(|attribution| (attribution.content, attribution.cue));
    drop_scraps(text, &mut statements.attributions);
    statements.claims.sort_by_key(|claim| claim.span);
    statements
}

/// Words of the shortest statement that is told inside another: "them" in "that nobody asked them" is none.
const SCRAP: usize = 3;

/// Drops scraps of words inside of what others say. `attributions` are in order.
fn drop_scraps(text: &str, attributions: &mut Vec<Attribution>) {
    let mut told = 0;
    attributions.retain(|attribution| {
        let content = attribution.content;
        let scrap = attribution.quotation == Manner::Indirect
            && content.end <= told
            && content.of(text).split_whitespace().nth(SCRAP - 1).is_none();
        told = told.max(content.end);
        !scrap
    });
}

/// Whoever spoke last, for words that go on in the next paragraph.
#[derive(Clone, Copy)]
struct Spoken {
    block: usize,
    tie: Tie,
    source: Span,
    cue: Option<Span>,
    class: Class,
    person: Option<usize>,
}

struct Reader<'a> {
    text: &'a str,
    openers: Openers,
    trusted: &'a [String],
    references: References<'a>,
    last: Option<Spoken>,
    /// The block in which a person last was a source, and who.
    speaker: Option<(usize, usize)>,
    statements: Statements,
}

impl Reader<'_> {
    fn read(&mut self, told: &[(&Block, &BlockSpeech)], at: usize) {
        let (block, speech) = told[at];
        let base = block.span.start;
        let mut cue_people = Vec::with_capacity(speech.cues.len());
        for cue in &speech.cues {
            let person = cue.source.and_then(|source| self.person(at, base, source.shift(base), cue.class));
            if let Some(person) = person.filter(|_| cue.is_named_speech()) {
                self.speaker = Some((at, person));
            }
            cue_people.push(person);
            self.indirect(block, speech, cue, person);
        }
        for quotation in speech.quotations.iter().filter(|quotation| quotation.is_speech) {
            let spoken = match quotation.speaker {
                Speaker::Cue(cue) => self.spoken(at, base, &speech.cues[cue], cue_people[cue], quotation.tie),
                Speaker::Name(name) => Some(self.named(at, name.shift(base), quotation.tie)),
                Speaker::Unknown => self.signed(told, at, quotation).or_else(|| self.carried(told, at, quotation)),
            };
            self.direct(block, quotation, spoken);
            if spoken.is_some() {
                self.last = spoken;
            } else if wants_speaker(self.text, told, at, quotation) {
                self.statements.claims.push(unsourced(ClaimKind::UnattributedQuote, quotation.quoted.span.shift(base)));
            }
        }
        for stance in &speech.stances {
            let source = stance.source.map(|source| source.shift(base));
            self.statements.stances.push(Attribution {
                content: stance.content.shift(base),
                source,
                cue: Some(stance.cue.shift(base)),
                person: source.and_then(|source| self.person(at, base, source, stance.class)),
                quotation: Manner::Indirect,
                source_kind: stance.class.kind(),
                why: Explanation { tie: Tie::Stance, class: stance.class },
            });
        }
        for figure in speech.figures.iter().filter(|figure| !is_sourced(told, at, figure)) {
            self.statements.claims.push(unsourced(ClaimKind::UnsourcedFigure, figure.span.shift(base)));
        }
        for judgement in &speech.judgements {
            self.statements.claims.push(unsourced(ClaimKind::UnsourcedAssertion, judgement.shift(base)));
        }
        for open in &speech.claims {
            let claim = open.claim;
            if claim.opener.is_some_and(|opener| self.openers.is_name(opener)) {
                continue;
            }
            if claim.source.is_none_or(|source| !self.is_trusted(source.shift(base))) {
                let answered = is_answered(told, at, open.sentence);
                self.statements.claims.push(Claim {
                    kind: claim.kind,
                    span: claim.span.shift(base),
                    cue: claim.cue.shift(base),
                    source: claim.source.map(|source| source.shift(base)),
                    content: claim.content.map(|content| content.shift(base)),
                    sentence: claim.sentence.shift(base),
                    answered,
                });
            }
        }
    }

    /// A body that the configuration trusts, with or without its article.
    fn is_trusted(&self, source: Span) -> bool {
        if self.trusted.is_empty() {
            return false;
        }
        let source = source.of(self.text).to_lowercase();
        let bare = source.strip_prefix("the ").unwrap_or(&source);
        self.trusted.iter().any(|trusted| trusted.strip_prefix("the ").unwrap_or(trusted) == bare)
    }

    fn indirect(&mut self, block: &Block, speech: &BlockSpeech, cue: &BlockCue, person: Option<usize>) {
        let Some(content) = cue.content else { return };
        let quoted = speech.quotations.iter().any(|quotation| quotation.quoted.span.overlaps(content));
        let base = block.span.start;
        self.statements.attributions.push(Attribution {
            content: content.shift(base),
            source: cue.source.map(|source| source.shift(base)),
            cue: Some(cue.span.shift(base)),
            person,
            quotation: if quoted { Manner::Mixed } else { Manner::Indirect },
            source_kind: self.class(cue).kind(),
            why: Explanation { tie: Tie::Cue(cue.form, cue.inverted), class: self.class(cue) },
        });
    }

    fn class(&self, cue: &BlockCue) -> Class {
        if cue.opener.is_some_and(|opener| self.openers.is_name(opener)) { Class::Affiliated } else { cue.class }
    }

    fn direct(&mut self, block: &Block, quotation: &Quotation, spoken: Option<Spoken>) {
        self.statements.attributions.push(Attribution {
            content: quotation.quoted.span.shift(block.span.start),
            source: spoken.map(|spoken| spoken.source),
            cue: spoken.and_then(|spoken| spoken.cue),
            person: spoken.and_then(|spoken| spoken.person),
            quotation: Manner::Direct,
            source_kind: spoken.map_or(SourceKind::None, |spoken| spoken.class.kind()),
            why: Explanation {
                tie: spoken.map_or(Tie::Nothing, |spoken| spoken.tie),
                class: spoken.map_or(Class::Nobody, |spoken| spoken.class),
            },
        });
    }

    fn spoken(&self, block: usize, base: u32, cue: &BlockCue, person: Option<usize>, tie: Tie) -> Option<Spoken> {
        let source = cue.source?.shift(base);
        Some(Spoken { block, tie, source, cue: Some(cue.span.shift(base)), class: self.class(cue), person })
    }

    fn named(&self, block: usize, name: Span, tie: Tie) -> Spoken {
        let person = self.references.person(name, Class::Named);
        Spoken { block, tie, source: name, cue: None, class: Class::Named, person }
    }

    /// The speaker of words that end a paragraph: whoever signs them in the next.
    fn signed(&self, told: &[(&Block, &BlockSpeech)], at: usize, quotation: &Quotation) -> Option<Spoken> {
        let (next, _) = told.get(at + 1)?;
        let rest = &told[at].0.span.of(self.text)[quotation.quoted.span.end as usize..];
        let name = speakers::signature(next.span.of(self.text), 0).filter(|_| !rest.contains(char::is_alphanumeric))?;
        Some(self.named(at, name.shift(next.span.start), Tie::Signed))
    }

    /// The speaker of words that open a paragraph: whoever spoke in the paragraph before.
    fn carried(&self, told: &[(&Block, &BlockSpeech)], at: usize, quotation: &Quotation) -> Option<Spoken> {
        let before = at.checked_sub(1)?;
        if quotation.quoted.span.start > 2 {
            return None;
        }
        if let Some(last) = self.last.filter(|last| last.block == before) {
            return Some(Spoken { block: at, tie: Tie::Carried, ..last });
        }
        let (block, speech) = told[before];
        let base = block.span.start;
        if let Some(subject) = speech.lead_in {
            return Some(self.named(at, subject.shift(base), Tie::LeadIn));
        }
        let cue = speech.cues.iter().rev().find(|cue| cue.is_named_speech())?;
        let person = cue.source.and_then(|source| self.person(before, base, source.shift(base), cue.class));
        self.spoken(at, base, cue, person, Tie::Carried)
    }

    /// The person behind a source. A pronoun stands for whoever spoke last, in this paragraph or the one before.
    /// `start` is the byte at which the paragraph begins.
    fn person(&self, block: usize, start: u32, source: Span, class: Class) -> Option<usize> {
        let speaker = self.speaker.filter(|(spoke, _)| spoke + 1 >= block);
        match class {
            Class::Pronoun if is_he_or_she(source.of(self.text)) => {
                // "Ingrid Moe was unimpressed. She said": the paragraph turns to somebody else.
                let here = || self.references.first_named(start, source.start);
                let speaker = match speaker {
                    Some((spoke, person)) if spoke == block => Some(person),
                    Some((_, person)) => here().or(Some(person)),
                    None => None,
                };
                speaker.or_else(|| self.references.person(source, class))
            }
            _ => self.references.person(source, class),
        }
    }
}

fn is_he_or_she(source: &str) -> bool {
    source.eq_ignore_ascii_case("he") || source.eq_ignore_ascii_case("she")
}

/// A claim that is its own cue: words or figures without a source in reach.
fn unsourced(kind: ClaimKind, span: Span) -> Claim {
    Claim { kind, span, cue: span, source: None, content: None, sentence: span, answered: false }
}

/// A named source asserts something in the sentences after number `sentence` of block `at`.
fn is_answered(told: &[(&Block, &BlockSpeech)], at: usize, sentence: usize) -> bool {
    let after = told[at].1.told.iter().skip(sentence + 1);
    let section = told.iter().skip(at + 1).take_while(|(block, _)| !matches!(block.kind, BlockKind::Heading(_)));
    let next = section.flat_map(|(_, speech)| &speech.told);
    after.chain(next).take(ANSWER).any(|told| *told)
}

/// Where a figure comes from is told: in its sentence or beside it somebody speaks, or a count is named in its paragraph
/// or in those before.
fn is_sourced(told: &[(&Block, &BlockSpeech)], at: usize, figure: &Figure) -> bool {
    let sourcing = &told[at].1.sourcing;
    let here = figure.sentence;
    let beside = here.saturating_sub(1)..(here + 2).min(sourcing.len());
    let asserted = sourcing.get(beside).is_some_and(|beside| beside.iter().any(|sentence| sentence.asserts));
    let cued = sourcing.get(here).is_some_and(|sentence| sentence.cued);
    let studies = |(_, speech): &(&Block, &BlockSpeech)| speech.sourcing.iter().any(|sentence| sentence.studies);
    (cued || asserted) && !figure.aside
        || sourcing.iter().any(|sentence| sentence.counts)
        || told[at.saturating_sub(STUDIED)..at].iter().any(studies)
}

/// Quoted words without a speaker that the reader misses: nobody speaks in the paragraph or beside it, nobody's views
/// are told in their sentence, and no reference follows or goes before.
fn wants_speaker(text: &str, told: &[(&Block, &BlockSpeech)], at: usize, quotation: &Quotation) -> bool {
    let (block, speech) = told[at];
    let span = quotation.quoted.span;
    let alone = span.len() * 10 > block.span.len() * 9;
    let speaks = |(_, speech): &(&Block, &BlockSpeech)| speech.cues.iter().any(BlockCue::can_quote);
    let around = told[at.saturating_sub(1)..(at + 2).min(told.len())].iter().any(speaks);
    let viewed = speech.stances.iter().any(|stance| stance.source.is_some() && stance.content.overlaps(span));
    let words = block.span.of(text);
    let (before, after) = (words[..span.start as usize].trim_end(), words[span.end as usize..].trim_start());
    let cited =
        before.ends_with([':', ',', '—', '–']) || after.starts_with(['[', '(', '{', '<']) || after.starts_with("by ");
    quotation.words >= QUOTE && !quotation.quoted.open && !alone && !around && !viewed && !cited
}
