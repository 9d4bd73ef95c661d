//! Sentences whose words alone tell that nobody says anything in them. Their parts of speech are not wanted.

use super::{cues, figures, lexicon as l, sentence::Sentence, stances};
use crate::syntax::{self, Token};

/// Lists of words that say something, or do when they are the part of speech that their list is for.
const SPEAKING: l::Lists = cues::VERBS.or(l::HEDGE).or(l::JUDGEMENT).or(l::STANCE).or(l::COUNTING).or(l::STUDY);

/// Nobody says, asserts, plans or counts anything in `sentence`, it leads up to nobody's words, and no mark of quoted
/// words stands in it. `text` is the block's, `tokens` are the sentence's.
pub fn is_silent(text: &str, sentence: &syntax::Sentence, tokens: &[Token]) -> bool {
    let speaks = |token: &Token| l::look_up(token.lower).lists.any(SPEAKING);
    if sentence.span.of(text).ends_with(':') || tokens.iter().any(speaks) {
        return false;
    }
    let s = Sentence::new(text, tokens, &[], &[]);
    let may_speak = |at: usize| {
        s.quote_mark(at) || cues::may_stand(&s, at) || stances::may_stand(&s, at) || figures::may_stand(&s, at)
    };
    !(0..s.len()).any(may_speak)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        attribution::BlockSpeech,
        model::tagger::{BlockTags, Room},
        syntax::Prose,
    };
    use proptest::prelude::*;

    fn is_silent_alone(text: &str) -> bool {
        let prose = Prose::new(text, &[]);
        assert_eq!(prose.sentences.len(), 1, "{text}");
        is_silent(text, &prose.sentences[0], &prose.tokens)
    }

    #[test]
    fn most_of_what_happens_is_told_in_silence() {
        for text in [
            "The ferry left Aldmoor at dawn with 12 passengers on board.",
            "Mara Venn walked to the quay in 2019 and waited there.",
            "Rain fell on the roof of the ferry.",
        ] {
            assert!(is_silent_alone(text), "{text}");
        }
    }

    #[test]
    fn what_may_speak_is_not_silent() {
        for text in [
            "The pier was closed, according to the board.",
            "Legend has it that the pier sings.",
            "The “pier” was closed.",
            "More than 4,000 people live there.",
            "Two in five boats leaked.",
            "Her hope of a new pier faded.",
            "It was clear that the pier leaked.",
            "Then she turned:",
        ] {
            assert!(!is_silent_alone(text), "{text}");
        }
    }

    /// Words that the gates look for, and words that they do not.
    const WORDS: &str = "according to has had it legend rumour reportedly claims claim that of by for from convinced worried \
        about was is Experts say said argue how whether the seems expected known as named supporters support \
        opposed clearly one two in five third half million percent 40 4,000 2019 nearly more than people \
        live have rose spent $ cost counted study survey ( ) [3] “ ” \" , : Mara Venn harbour boat sank \
        slowly new her";

    fn words() -> Vec<&'static str> {
        WORDS.split_whitespace().collect()
    }

    proptest! {
        /// A silent sentence says the same whether its parts of speech are known or not.
        #[test]
        fn silent_sentences_say_nothing(words in prop::collection::vec(prop::sample::select(words()), 1..30)) {
            let text = words.join(" ") + ".";
            let prose = Prose::new(&text, &[]);
            let tags = BlockTags::new(prose.sentences.len(), |_| None);
            let speaking = BlockSpeech::speaking(&text, &prose);
            let mut room = Room::default();
            let all = BlockSpeech::new(&text, &prose, |at| Some(tags.of(at, &text, &prose, &mut room)));
            let asked = BlockSpeech::new(&text, &prose, |at| tags.known(at).filter(|_| speaking[at]));
            prop_assert_eq!(all, asked);
        }
    }
}
