use super::*;
use copydesk::model::{Scratch, feature};

/// Labels: 0 other, 1 begins a name, 2 goes on with it.
fn name_labels() -> Labels {
    Labels { count: 3, forbidden: vec![(0, 2)], forbidden_starts: vec![2] }
}

fn features(word: &str) -> Vec<u32> {
    let hash = word.bytes().fold(7, |hash, byte| feature(hash, u32::from(byte)));
    let capital = word.starts_with(char::is_uppercase);
    vec![feature(0, hash), feature(1, u32::from(capital))]
}

fn corpus() -> Corpus {
    let sentences = [
        ("Mara Venn met the mayor", "12000"),
        ("the mayor met Mara Venn", "00012"),
        ("Oda spoke", "10"),
        ("the dog met Oda Lind", "00012"),
        ("Tarn Weiss and Oda", "1201"),
    ];
    let mut corpus = Corpus::default();
    for (words, labels) in sentences {
        let tokens = words.split(' ').zip(labels.bytes()).map(|(word, label)| Example {
            features: features(word),
            label: label - b'0',
            allowed: !0,
        });
        corpus.push(tokens, 1.0);
    }
    corpus
}

fn labelled(labeller: &Labeller, words: &str, allowed: u32) -> Vec<u8> {
    let mut scratch = Scratch::default();
    words.split(' ').for_each(|word| labeller.push_among(allowed, &features(word), &mut scratch));
    labeller.best(&mut scratch).to_vec()
}

fn both() -> [Weights; 2] {
    let crf = Crf { epochs: 20, rate: 0.1, l2: 1e-6, seed: 1 };
    let perceptron = Perceptron { epochs: 20, margin: 0.0, seed: 1 };
    [crf.train(&corpus(), &name_labels()), perceptron.train(&corpus(), &name_labels(), |_, _| {})]
}

#[test]
fn trained_file_labels_known_words_in_a_new_sentence() {
    for weights in both() {
        let labeller = open(&weights.file(8, 0.0)).expect("own file");
        assert_eq!(labelled(&labeller, "Oda spoke", !0), [1, 0]);
        assert_eq!(labelled(&labeller, "the mayor met Tarn Venn", !0), [0, 0, 0, 1, 2]);
    }
}

#[test]
fn forbidden_steps_and_labels_are_never_taken() {
    for weights in both() {
        let labeller = open(&weights.file(8, 0.0)).expect("own file");
        assert_eq!(labelled(&labeller, "Mara Venn", 0b101), [0, 0], "2 after 0 or at the start is forbidden");
        assert_eq!(labelled(&labeller, "Mara Venn", 0b010), [1, 1]);
    }
}

#[test]
fn marginals_are_shares_and_agree_with_the_best_labels() {
    for weights in both() {
        let labeller = open(&weights.file(8, 0.0)).expect("own file");
        let mut scratch = Scratch::default();
        "the mayor met Mara Venn".split(' ').for_each(|word| labeller.push_among(!0, &features(word), &mut scratch));
        let best = labeller.best(&mut scratch).to_vec();
        let marginals = labeller.marginals(&mut scratch);
        for (shares, label) in marginals.chunks(3).zip(best) {
            assert!((shares.iter().sum::<f32>() - 1.0).abs() < 1e-4);
            assert!(shares.iter().all(|share| *share <= shares[usize::from(label)]));
        }
    }
}

#[test]
fn training_twice_gives_the_same_bytes() {
    for (once, again) in both().into_iter().zip(both()) {
        assert_eq!(once.file(8, 0.0), again.file(8, 0.0));
    }
}

#[test]
fn an_empty_sequence_and_a_broken_file_label_nothing() {
    let labeller = open(&both()[0].file(8, 0.0)).expect("own file");
    assert!(labeller.best(&mut Scratch::default()).is_empty());
    assert!(open(b"not a model").is_err());
}
