//! The function words that the grammar names, as [`crate::syntax::Token::lower`] holds them.

macro_rules! words {
    ($($name:ident $word:literal,)+) => {
        $(
            #[doc = $word]
            pub const $name: u32 = hash($word);
        )+
        #[cfg(test)]
        static WORDS: &[(&str, u32)] = &[$(($word, $name)),+];
    };
}

words! {
    A "a",
    ABOUT "about",
    ACCORDING "according",
    ADD "add",
    AGAINST "against",
    AGREE "agree",
    AMONG "among",
    AN "an",
    AND "and",
    ANOTHER "another",
    AS "as",
    AT "at",
    AWAY "away",
    BACK "back",
    BEEN "been",
    BEING "being",
    BETWEEN "between",
    BUT "but",
    BY "by",
    CALL "call",
    CHARGE "charge",
    CLOSE_BRACKET ")",
    COLON ":",
    COMMA ",",
    CREDIT "credit",
    DASH "-",
    DOLLAR "$",
    DOUBLE_DASH "--",
    DOWN "down",
    ESTIMATE "estimate",
    EVEN "even",
    FIGURE "figure",
    FIGURES "figures",
    FOR "for",
    FROM "from",
    HE "he",
    HER "her",
    HIS "his",
    HOW "how",
    I "i",
    IF "if",
    IN "in",
    INCLUDING "including",
    IT "it",
    LIKE "like",
    LITTLE "little",
    NO "no",
    NOT "not",
    NOT_SHORT "n't",
    OF "of",
    OFF "off",
    ON "on",
    ONE "one",
    OPEN_BRACKET "(",
    OR "or",
    OUT "out",
    OVER "over",
    PERCENT "percent",
    PERCENT_SIGN "%",
    POINT "point",
    PROJECT "project",
    QUESTION "question",
    QUESTION_MARK "?",
    REFER "refer",
    REPORT "report",
    SAY "say",
    SEMICOLON ";",
    SHE "she",
    SINCE "since",
    SLASH "/",
    STOP ".",
    SUCH "such",
    TELL "tell",
    THAT "that",
    THE "the",
    THEIR "their",
    THERE "there",
    THEY "they",
    THINK "think",
    THIS "this",
    THOUGH "though",
    TO "to",
    UNLESS "unless",
    UP "up",
    UPON "upon",
    WE "we",
    WHAT "what",
    WHETHER "whether",
    WHEREAS "whereas",
    WHICH "which",
    WHILE "while",
    WHO "who",
    WHOM "whom",
    WHOSE "whose",
    WITH "with",
    ALTHOUGH "although",
    WRITE "write",
    EXPECT "expect",
    SEE "see",
    PART "part",
    BELIEVE "believe",
    WILL "will",
    THOSE "those",
    SO "so",
    TOWARD "toward",
    KNOWN "known",
    ALL "all",
    WHY "why",
    OTHERS "others",
    FEEL "feel",
    FIND "find",
    ATTRIBUTE "attribute",
    ARGUE "argue",
    CONSIDER "consider",
    WOULD "would",
    AMPERSAND "&",
    THAN "than",
    LEAST "least",
    YOU "you",
    YOUR "your",
    OUR "our",
    MY "my",
    THESE "these",
    ARE "are",
    IS "is",
    HAVE "have",
    DO "do",
    HOLD "hold",
    STATES "states",
    REGARD "regard",
    MOST "most",
    LEADING "leading",
    READERS "readers",
    VIEWERS "viewers",
    ACCEPT "accept",
    DEPICT "depict",
    PORTRAY "portray",
    WHOLE "whole",
    TOP "top",
    WIN "win",
    WON "won",
    WHEN "when",
    WHERE "where",
    HAS "has",
    HAD "had",
    ACCUSE "accuse",
    SHOW "show",
}

/// The hash of a word in small ASCII letters.
const fn hash(word: &str) -> u32 {
    let bytes = word.as_bytes();
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

#[cfg(test)]
mod tests {
    use crate::syntax::Token;

    #[test]
    fn words_are_what_tokens_hold() {
        for (word, hash) in super::WORDS {
            assert_eq!(Token::hash_of(word), *hash, "{word}");
        }
    }
}
