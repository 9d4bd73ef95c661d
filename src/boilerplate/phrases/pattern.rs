use super::ahead::Ahead;
use crate::boilerplate::words::{self, Shape, Word};

/// Words that the short gap `*` passes over at most.
const GAP: usize = 12;

/// Stands for every number among the first words of phrases.
pub(super) const NUMBER: u32 = 0;

/// The phrases of one entry of a list, with the choices between them left as they are written: the entry
/// `sign up for [our|the] [|free ]newsletter` stands for four, and all entries together for more than could be spelled
/// out at every start.
pub(super) struct Pattern(Vec<Cluster>);

/// The choices of what an entry writes between two blanks. A choice may be empty, and may hold gaps and several words.
type Cluster = Vec<Vec<Item>>;

/// A piece of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Word(u32),
    /// A word with a colon after it.
    Head(u32),
    Number,
    /// At most so many words, and what may come behind them.
    Gap(usize, Ahead),
}

/// The first word of phrases of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct First {
    /// Its hash; [`NUMBER`] for numbers.
    pub word: u32,
    /// The most words before it, where they begin with a gap.
    pub gap: Option<usize>,
    /// Where it stands.
    pub point: Point,
    /// What may come behind it.
    pub ahead: Ahead,
}

/// The words of a line; it may be cut off behind them.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub words: &'a [Word],
    pub cut: bool,
}

/// A place before an item of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    cluster: usize,
    choice: usize,
    item: usize,
}

/// A way on through a phrase, up to its next gap, whose words stand in a line.
pub(super) struct Run {
    /// Where the line goes on after them.
    end: usize,
    /// The most words of that gap, what follows it, and what may come there first; nothing where the phrase ends.
    gap: Option<(usize, Point, Ahead)>,
    /// Names the choices taken.
    way: u64,
}

impl Pattern {
    /// Reads an entry.
    pub fn new(entry: &str) -> Self {
        let mut room = String::new();
        let mut cluster = |text: &str| {
            let mut choices = Cluster::new();
            expand(text, &mut room, &mut |choice| choices.push(choice.split_whitespace().map(Item::new).collect()));
            choices
        };
        let mut pattern = Self(clusters(entry).into_iter().map(&mut cluster).collect());
        pattern.look_ahead();
        pattern
    }

    /// The first words of its phrases.
    pub fn firsts(&self) -> Vec<First> {
        let mut firsts = Vec::new();
        self.add_firsts(0, None, &mut firsts);
        firsts
    }

    /// `gap`: that before the cluster.
    fn add_firsts(&self, cluster: usize, gap: Option<usize>, firsts: &mut Vec<First>) {
        for (choice, items) in self.0.get(cluster).into_iter().flatten().enumerate() {
            let mut gap = gap;
            let first = items.iter().enumerate().find_map(|(item, word)| {
                let word = match word {
                    Item::Word(word) | Item::Head(word) => *word,
                    Item::Number => NUMBER,
                    Item::Gap(most, _) => {
                        gap = gap.or(Some(*most));
                        return None;
                    }
                };
                Some((word, Point { cluster, choice, item }))
            });
            match first {
                Some((word, point)) => {
                    let ahead = self.ahead(Point { item: point.item + 1, ..point });
                    firsts.push(First { word, gap, point, ahead });
                }
                None => self.add_firsts(cluster + 1, gap, firsts),
            }
        }
    }

    /// The last words of its phrases, each once, numbers as [`NUMBER`]; `None` where one may end with a gap.
    pub fn lasts(&self) -> Option<Vec<u32>> {
        let mut lasts = Vec::new();
        let ends = self.add_lasts(self.0.len(), &mut lasts);
        lasts.sort_unstable();
        lasts.dedup();
        ends.then_some(lasts)
    }

    /// Adds the last words of what stands before cluster number `end`; answers whether none of it ends with a gap.
    fn add_lasts(&self, end: usize, lasts: &mut Vec<u32>) -> bool {
        let Some(cluster) = end.checked_sub(1) else { return true };
        self.0[cluster].iter().all(|choice| match choice.last() {
            Some(Item::Word(word) | Item::Head(word)) => {
                lasts.push(*word);
                true
            }
            Some(Item::Number) => {
                lasts.push(NUMBER);
                true
            }
            Some(Item::Gap(..)) => false,
            None => self.add_lasts(cluster, lasts),
        })
    }

    /// What may come next at `from`.
    fn ahead(&self, from: Point) -> Ahead {
        match self.0[from.cluster][from.choice].get(from.item) {
            Some(Item::Word(word) | Item::Head(word)) => Ahead::word(*word),
            Some(Item::Number) => Ahead::word(NUMBER),
            Some(Item::Gap(..)) => Ahead::ANYTHING,
            None => self.ahead_of_cluster(from.cluster + 1),
        }
    }

    /// The same at the start of a cluster.
    fn ahead_of_cluster(&self, cluster: usize) -> Ahead {
        let Some(choices) = self.0.get(cluster) else { return Ahead::ANYTHING };
        let starts = (0..choices.len()).map(|choice| self.ahead(Point { cluster, choice, item: 0 }));
        starts.fold(Ahead::default(), Ahead::or)
    }

    /// Writes down what may come next behind each gap.
    fn look_ahead(&mut self) {
        for cluster in 0..self.0.len() {
            for choice in 0..self.0[cluster].len() {
                for item in 0..self.0[cluster][choice].len() {
                    if let Item::Gap(most, _) = self.0[cluster][choice][item] {
                        let ahead = self.ahead(Point { cluster, choice, item: item + 1 });
                        self.0[cluster][choice][item] = Item::Gap(most, ahead);
                    }
                }
            }
        }
    }

    /// A phrase that has its first word at `from` matches the whole line and has that word at `at`. `runs` is room to
    /// work in.
    pub fn matches(&self, from: Point, line: Line, at: usize, runs: &mut Vec<Run>) -> bool {
        runs.clear();
        self.follow(from, line.words, at, 0, runs);
        runs.iter().any(|run| self.is_completed(run, line))
    }

    fn is_completed(&self, run: &Run, line: Line) -> bool {
        match run.gap {
            Some((most, after, ahead)) => self.bridges(most, after, ahead, line, run.end),
            None => run.end == line.words.len() && !line.cut,
        }
    }

    /// The phrase goes on after a gap at `at` of at most `most` words. Of the places where the words up to the next gap
    /// stand the first counts; its last words stand at the end of the line.
    fn bridges(&self, most: usize, after: Point, ahead: Ahead, line: Line, at: usize) -> bool {
        let last = line.words.len().min(at.saturating_add(most));
        let mut passed = Vec::new();
        (at..=last).filter(|start| ahead.may_be(line.words.get(*start))).any(|start| {
            let mut runs = Vec::new();
            self.follow(after, line.words, start, 0, &mut runs);
            runs.iter().any(|run| match run.gap {
                None if run.end == start && most == usize::MAX => true,
                None => self.is_completed(run, line),
                Some(_) if start == line.words.len() || passed.contains(&run.way) => false,
                Some(_) => {
                    passed.push(run.way);
                    self.is_completed(run, line)
                }
            })
        })
    }

    /// Appends to `runs` the ways on from `from` whose words stand in `line` from `end` on.
    fn follow(&self, from: Point, line: &[Word], mut end: usize, way: u64, runs: &mut Vec<Run>) {
        let choice = &self.0[from.cluster][from.choice];
        for (at, item) in choice.iter().enumerate().skip(from.item) {
            match item {
                Item::Gap(most, ahead) => {
                    let after = Point { item: at + 1, ..from };
                    return runs.push(Run { end, gap: Some((*most, after, *ahead)), way });
                }
                item if line.get(end).is_some_and(|word| item.is(word)) => end += 1,
                _ => return,
            }
        }
        self.enter(from.cluster + 1, line, end, way, runs);
    }

    /// The same from the start of a cluster.
    fn enter(&self, cluster: usize, line: &[Word], end: usize, way: u64, runs: &mut Vec<Run>) {
        let Some(choices) = self.0.get(cluster) else {
            return runs.push(Run { end, gap: None, way });
        };
        for choice in 0..choices.len() {
            let way = way.wrapping_mul(0x0100_0000_01b3) ^ (choice as u64 + 1);
            self.follow(Point { cluster, choice, item: 0 }, line, end, way, runs);
        }
    }
}

impl Item {
    fn new(word: &str) -> Self {
        match word {
            "0" => Self::Number,
            "*" => Self::Gap(GAP, Ahead::ANYTHING),
            "**" => Self::Gap(usize::MAX, Ahead::ANYTHING),
            "©" => Self::Word(words::sign_hash()),
            word if word.ends_with(':') => Self::Head(words::hash_of(word)),
            word => Self::Word(words::hash_of(word)),
        }
    }

    /// It is this word of a line; gaps are none.
    fn is(self, word: &Word) -> bool {
        match self {
            Self::Word(hash) => hash == word.hash && word.shape != Shape::Number,
            Self::Head(hash) => hash == word.hash && word.colon,
            Self::Number => word.shape == Shape::Number,
            Self::Gap(..) => false,
        }
    }
}

/// What a word is known by among the words of phrases.
pub(super) fn key(word: &Word) -> u32 {
    if word.shape == Shape::Number { NUMBER } else { word.hash }
}

/// An entry cut at the blanks outside its brackets.
fn clusters(entry: &str) -> Vec<&str> {
    let mut inside = false;
    let pieces = entry.split(move |c: char| {
        inside = c == '[' || inside && c != ']';
        c == ' ' && !inside
    });
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// Calls `take` with all that a piece of an entry with `[this|that]` in it stands for, each after what is in `before`.
fn expand(piece: &str, before: &mut String, take: &mut impl FnMut(&str)) {
    let length = before.len();
    match piece.split_once('[') {
        None => {
            before.push_str(piece);
            take(before);
        }
        Some((plain, rest)) => {
            let Some((choices, after)) = rest.split_once(']') else { return };
            before.push_str(plain);
            let stem = before.len();
            for choice in choices.split('|') {
                before.push_str(choice);
                expand(after, before, take);
                before.truncate(stem);
            }
        }
    }
    before.truncate(length);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lasts(entry: &str) -> Option<Vec<u32>> {
        Pattern::new(entry).lasts()
    }

    #[test]
    fn the_second_word_of_a_phrase_is_looked_for_before_the_others() {
        let mut line = Vec::new();
        words::split("sign up share email 12 tomorrow", &mut line);
        let [sign, up, share, email, number, tomorrow] = &line[..] else { panic!("six words") };
        let ahead = |entry: &str| Pattern::new(entry).firsts()[0].ahead;
        for (entry, next, others) in [
            ("sign [up|in] for *", [up].as_slice(), [share, email, tomorrow].as_slice()),
            ("sign [|0 ]email", &[email, number], &[up, share, tomorrow]),
            ("sign * email", &[up, share, email, number, tomorrow], &[]),
        ] {
            assert!(next.iter().all(|word| ahead(entry).may_be(Some(word))), "{entry}");
            assert!(!others.iter().any(|word| ahead(entry).may_be(Some(word))), "{entry}");
        }
        assert!(!ahead("sign up").may_be(Some(sign)) && !ahead("sign up").may_be(None));
        assert!(ahead("sign [up|]").may_be(None));
    }

    #[test]
    fn a_phrase_ends_with_the_last_word_of_any_choice() {
        let words = |words: &[&str]| {
            let mut hashes: Vec<u32> = words.iter().map(|word| words::hash_of(word)).collect();
            hashes.sort_unstable();
            Some(hashes)
        };
        assert_eq!(lasts("sign up for [our|the] [|free ]newsletter"), words(&["newsletter"]));
        assert_eq!(lasts("follow us [|here|on twitter]"), words(&["us", "here", "twitter"]));
        assert_eq!(lasts("share * by email:"), words(&["email"]));
        assert_eq!(lasts("page 0"), Some(vec![NUMBER]));
    }

    #[test]
    fn behind_a_gap_any_word_may_be_the_last() {
        assert_eq!(lasts("read more: **"), None);
        assert_eq!(lasts("read more [*|]"), None);
    }
}
