use crate::text::Span;
use std::borrow::Cow;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A nudge.
    Hint,
    /// Worth knowing.
    Information,
    /// Worth mending.
    Warning,
    /// Must be mended.
    Error,
}

impl Severity {
    /// Every severity, the mildest first.
    pub const ALL: [Self; 4] = [Self::Hint, Self::Information, Self::Warning, Self::Error];

    /// As configuration and output call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Information => "information",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The severity that is called `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.name() == name)
    }
}

/// A replacement of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced. Bytes of the file.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an editor's menu shows it.
    pub title: Cow<'static, str>,
    /// The replacements; they do not overlap.
    pub edits: Vec<Edit>,
    /// Right without looking: applied by `check --fix` and fix-all.
    pub safe: bool,
}

/// Another place that explains a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The place. Bytes of the file.
    pub span: Span,
    /// What stands there.
    pub message: Cow<'static, str>,
}

/// Something to tell the writer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Id of the rule, `group/name`.
    pub rule: &'static str,
    /// How bad it is here.
    pub severity: Severity,
    /// Where. Bytes of the file.
    pub span: Span,
    /// What is wrong and what would satisfy the rule.
    pub message: Cow<'static, str>,
    /// Ways to mend it, the best first.
    pub fixes: Vec<Fix>,
    /// Other places that explain it.
    pub related: Vec<Related>,
}

impl Finding {
    /// The best way to mend it, where that is right without looking.
    pub fn safe_fix(&self) -> Option<&Fix> {
        self.fixes.first().filter(|fix| fix.safe)
    }
}
