//! Credits and dates: hints, and kept on clean-up unless asked for.

use super::report;
use crate::{
    boilerplate::Kind,
    rules::{Context, Finding, Severity, rule::rule},
};

rule! {
    /// A byline.
    ///
    /// Points to a line that names who wrote the article. Credits are due, so it is a hint and stays on clean-up unless
    /// asked for.
    ///
    /// ## Fires
    /// ```text
    /// By Our Staff Reporter
    ///
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// By noon the water had reached the market hall, and the shops were shut.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    BYLINE = "boilerplate/byline", Severity::Hint, on, byline
}

fn byline(context: &Context, findings: &mut Vec<Finding>) {
    report(&BYLINE, Kind::Byline, context, findings);
}

rule! {
    /// A date stamp.
    ///
    /// Points to a line that says when the page was published or changed, or how long it takes to read. A hint; it
    /// stays on clean-up unless asked for.
    ///
    /// ## Fires
    /// ```text
    /// Last updated: 4 March 2024
    ///
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// On 4 March 2024 the last ferry left the old quay.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    DATE_STAMP = "boilerplate/date-stamp", Severity::Hint, on, date_stamp
}

fn date_stamp(context: &Context, findings: &mut Vec<Finding>) {
    report(&DATE_STAMP, Kind::DateStamp, context, findings);
}

rule! {
    /// A photo credit.
    ///
    /// Points to a line that says whose picture was shown. The picture did not come along; the credit may be due
    /// elsewhere, so it is a hint and stays on clean-up unless asked for.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// Photo credit: Marisol Vance
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// The photo that hung in the town hall was given to the museum.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    PHOTO_CREDIT = "boilerplate/photo-credit", Severity::Hint, on, photo_credit
}

fn photo_credit(context: &Context, findings: &mut Vec<Finding>) {
    report(&PHOTO_CREDIT, Kind::PhotoCredit, context, findings);
}

rule! {
    /// A note on the article's origin.
    ///
    /// Points to the notes under an agency text: who reported and edited it, where it appeared first, what was
    /// corrected. A hint; it stays on clean-up unless asked for.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// Additional reporting by Ines Okafor; editing by Paul Reyes
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// The editing of the film took nine months.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    WIRE_TAIL = "boilerplate/wire-tail", Severity::Hint, on, wire_tail
}

fn wire_tail(context: &Context, findings: &mut Vec<Finding>) {
    report(&WIRE_TAIL, Kind::WireTail, context, findings);
}

rule! {
    /// A note on the author.
    ///
    /// Flags the lines that introduce the author under the text, and the heads over them.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// About the author
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Okafor is a writer who moved to the coast after the war, and the town did not forget it.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    AUTHOR_BIO = "boilerplate/author-bio", Severity::Information, on, author_bio
}

fn author_bio(context: &Context, findings: &mut Vec<Finding>) {
    report(&AUTHOR_BIO, Kind::AuthorBio, context, findings);
}
