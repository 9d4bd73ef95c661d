/// A kind of page furniture; each has its rule `boilerplate/<kind>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// "Share this article", "Follow us on …".
    SharePrompt,
    /// "Sign up for our newsletter".
    Newsletter,
    /// "Related News", "Read More: …".
    RelatedLink,
    /// "Leave a Reply", the fields of a comment form, numbers of comments.
    Comments,
    /// "About the author", and the lines on who wrote it.
    AuthorBio,
    /// "Previous Article", "Skip to content", menus.
    Navigation,
    /// When it was published or changed, how long it takes to read.
    DateStamp,
    /// Who wrote it.
    Byline,
    /// A number of views, votes or shares.
    Counter,
    /// "Most read", "Trending".
    TopList,
    /// Advertisements and affiliate notices.
    Advert,
    /// Cookies and consent.
    Consent,
    /// Copyright and legal lines.
    Copyright,
    /// Who took the picture.
    PhotoCredit,
    /// "Filed under: …".
    Tags,
    /// "No time to read? Get a summary", audio versions.
    SummaryWidget,
    /// "Subscribe to continue reading", logins, donations.
    Paywall,
    /// Where the text came from: agency, editors, first publication, corrections.
    WireTail,
    /// Buttons, forms and their messages.
    CallToAction,
    /// "Table of contents".
    ContentsList,
    /// The headline or opening of another story.
    Teaser,
    /// A bare word of a menu or widget.
    Label,
}

impl Kind {
    /// Every kind, as declared.
    pub const ALL: [Self; 22] = [
        Self::SharePrompt,
        Self::Newsletter,
        Self::RelatedLink,
        Self::Comments,
        Self::AuthorBio,
        Self::Navigation,
        Self::DateStamp,
        Self::Byline,
        Self::Counter,
        Self::TopList,
        Self::Advert,
        Self::Consent,
        Self::Copyright,
        Self::PhotoCredit,
        Self::Tags,
        Self::SummaryWidget,
        Self::Paywall,
        Self::WireTail,
        Self::CallToAction,
        Self::ContentsList,
        Self::Teaser,
        Self::Label,
    ];

    /// What a reader calls it, with its article.
    pub fn noun(self) -> &'static str {
        match self {
            Self::SharePrompt => "a prompt to share or follow",
            Self::Newsletter => "a newsletter box",
            Self::RelatedLink => "a link to other articles",
            Self::Comments => "a comment form",
            Self::AuthorBio => "a note on the author",
            Self::Navigation => "navigation",
            Self::DateStamp => "a date stamp",
            Self::Byline => "a byline",
            Self::Counter => "a counter",
            Self::TopList => "a list of popular articles",
            Self::Advert => "advertising",
            Self::Consent => "a consent notice",
            Self::Copyright => "a copyright or legal line",
            Self::PhotoCredit => "a photo credit",
            Self::Tags => "a list of tags",
            Self::SummaryWidget => "a summary widget",
            Self::Paywall => "a paywall or account link",
            Self::WireTail => "a note on the article's origin",
            Self::CallToAction => "a button or form text",
            Self::ContentsList => "a contents list",
            Self::Teaser => "a teaser of another story",
            Self::Label => "a menu label",
        }
    }

    /// A credit or a date that belongs beside the article: a hint only, kept on clean-up unless asked for.
    pub fn is_credit(self) -> bool {
        matches!(self, Self::Byline | Self::DateStamp | Self::PhotoCredit | Self::WireTail)
    }
}
