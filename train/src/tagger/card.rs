use super::Score;

/// A row of the table of figures.
pub fn row(corpus: &str, score: &Score) -> String {
    let share = |right: usize| 100.0 * right as f64 / score.all.max(1) as f64;
    format!("| {corpus}.dev | {} | {:.2} % | {:.2} % |\n", score.all, share(score.universal), share(score.exact))
}

/// The model card: what the weights are made of and what they reach.
pub fn text(rows: &str, weights: usize, words: usize) -> String {
    format!(
        "# tagger: parts of speech

Written by `cargo run --release -p train -- tagger`; the same corpora give the same bytes.

| file | bytes | what |
|---|---|---|
| tagger.bin | {weights} | weights of a linear-chain labeller, eight bits each, read in place |
| tagger.words.bin | {words} | words (as hashes) with the tags that they bore and the cluster they are of |

Tags: the universal parts of speech, verbs by form, nouns by number; prepositions stay prepositions before a clause.
Learner: averaged structured perceptron over the word, its endings, beginning and shape, the words around it, the
dictionary's tags and clusters of those, and the auxiliary before it; the weights of four trainings are added. Clusters
are words that stand in the same company, by exchange, in the treebanks and in 690 pages without tags.

Corpora: Universal Dependencies English EWT (CC BY-SA 4.0) and GUM (its CC BY and public-domain genres), training
splits. Clusters: also the articles that furniture is learnt from (furniture.md names them). Licence of both files:
CC BY-SA 4.0, with credit to the treebanks.

Words of the development splits that our tokeniser cuts as the treebank does, tagged right (universal part of speech;
exact tag, forms of verbs and number of nouns included):

| corpus | words | universal | exact |
|---|---|---|---|
{rows}"
    )
}
