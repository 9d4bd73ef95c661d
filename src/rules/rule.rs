use super::{Finding, Severity};
use crate::{
    analysis::{Facts, Settings},
    attribution::Statements,
    boilerplate::{Kind, Run},
    people::People,
    syntax::{Article, Language},
    text::Span,
};

/// What a rule looks at: the article and all that the engine found in it.
pub struct Context<'a> {
    /// The file's text.
    pub text: &'a str,
    /// Its blocks.
    pub article: &'a Article,
    /// What each block says by itself; parallel to `article.blocks`.
    pub facts: &'a [Facts],
    /// What furniture each block is; parallel to `article.blocks`.
    pub furniture: &'a [Option<Kind>],
    /// Runs of furniture of one kind, in order.
    pub runs: &'a [Run],
    /// Blocks that stand again, each with the first block that is like it, by place.
    pub repeats: &'a [(usize, usize)],
    /// The people.
    pub people: &'a People,
    /// Every mention of them by place, with the index of the person.
    pub mentions: &'a [(Span, usize)],
    /// Statements and claims.
    pub statements: &'a Statements,
    /// What the configuration asks.
    pub settings: &'a Settings,
}

/// A rule: what it is called and how it is checked.
pub struct Rule {
    /// `group/name`.
    pub id: &'static str,
    /// Severity where the configuration says nothing.
    pub severity: Severity,
    /// Whether it reports where the configuration says nothing.
    pub on: bool,
    /// Its documentation in Markdown.
    pub docs: &'static str,
    /// Appends what it finds. The findings carry the default severity.
    pub check: fn(&Context, &mut Vec<Finding>),
}

/// An example of a rule's documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The rule reports something in it.
    pub fires: bool,
    /// How the example is written.
    pub language: Language,
    /// Its text.
    pub text: String,
}

impl Rule {
    /// The part of the id before the stroke.
    pub fn group(&self) -> &'static str {
        self.id.split('/').next().unwrap_or_default()
    }

    /// The first line of the documentation: what the rule finds, in a short sentence.
    pub fn title(&self) -> &'static str {
        self.docs.lines().next().unwrap_or_default().trim()
    }

    /// The documentation as a Markdown page: id, title, defaults, text, examples and how to silence the rule.
    pub fn documentation(&self) -> String {
        let Self { id, severity, .. } = self;
        let default = if self.on { severity.name() } else { "off" };
        let body = self.body().collect::<Vec<_>>().join("\n");
        format!(
            "# {id}\n\n{}\n\nDefault: {default}.\n\n{}\n\n## Silence\n\nFor one block: `<!-- copydesk-ignore {id} -->` on a \
             line before it. For a region: `<!-- copydesk-off {id} -->` to `<!-- copydesk-on {id} -->`. For a file: \
             `copydesk: [{id}]` in its front matter. For a folder: `\"{id}\" = \"off\"` under `[rules]` in its \
             `copydesk.toml`.\n",
            self.title(),
            body.trim(),
        )
    }

    /// The examples of the documentation.
    pub fn examples(&self) -> Vec<Example> {
        let mut examples: Vec<Example> = Vec::new();
        let mut fires = None;
        let mut open = false;
        for line in self.body() {
            match (line, fires) {
                ("## Fires", _) => fires = Some(true),
                ("## Does not fire", _) => fires = Some(false),
                ("```text" | "```markdown", Some(fires)) => {
                    let language = if line == "```text" { Language::PlainText } else { Language::Markdown };
                    examples.push(Example { fires, language, text: String::new() });
                    open = true;
                }
                ("```", _) => open = false,
                _ if open => examples.iter_mut().next_back().into_iter().for_each(|example| {
                    example.text += line;
                    example.text.push('\n');
                }),
                _ => {}
            }
        }
        examples
    }

    /// The lines after the title, without the blank that `///` leaves before each.
    fn body(&self) -> impl Iterator<Item = &'static str> {
        self.docs.lines().skip(1).map(|line| line.strip_prefix(' ').unwrap_or(line))
    }
}

/// Declares the rule of a file as `pub static RULE` (or another name given first, for a family in one file); its doc
/// comment becomes [`Rule::docs`]. Its first line is the title: a short sentence. Then paragraphs say what it does and
/// why that matters. Examples follow under two headings, each example a fenced block whose info string is `text` or
/// `markdown`; a test runs them. How to silence the rule is appended by [`Rule::documentation`].
///
/// ```ignore
/// rule! {
///     /// A claim has a crowd for its source.
///     ///
///     /// Flags … The reader cannot tell who …
///     ///
///     /// ## Fires
///     /// ```text
///     /// Experts argue that talks will resume.
///     /// ```
///     ///
///     /// ## Does not fire
///     /// ```text
///     /// Lavrov said that talks will resume.
///     /// ```
///     "attribution/vague-source", Severity::Warning, on, check
/// }
/// ```
macro_rules! rule {
    ($(#[doc = $doc:literal])+ $id:literal, $severity:expr, $on:ident, $check:path) => {
        rule!($(#[doc = $doc])+ RULE = $id, $severity, $on, $check);
    };
    ($(#[doc = $doc:literal])+ $name:ident = $id:literal, $severity:expr, $on:ident, $check:path) => {
        $(#[doc = $doc])+
        pub static $name: $crate::rules::Rule = $crate::rules::Rule {
            id: $id,
            severity: $severity,
            on: rule!(@ $on),
            docs: concat!($($doc, "\n"),+),
            check: $check,
        };
    };
    (@ on) => { true };
    (@ off) => { false };
}
pub(crate) use rule;

/// The rules of a group: each file with the rules in it. Declares the files' modules and `RULES`.
macro_rules! rules {
    ($($file:ident: $($name:ident),+;)+) => {
        $(mod $file;)+
        /// The rules of this group.
        pub(super) static RULES: &[&Rule] = &[$($(&$file::$name),+),+];
    };
}
pub(super) use rules;
