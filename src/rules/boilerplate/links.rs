//! Links to other articles.

use super::report;
use crate::{
    boilerplate::Kind,
    rules::{Context, Finding, Severity, rule::rule},
};

rule! {
    /// A link to other articles.
    ///
    /// Flags links to other articles inside and after the text, and the heads over them.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// Read More: Why the harbour floods
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Readers of more than forty towns wrote to the paper that week.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    RELATED_LINK = "boilerplate/related-link", Severity::Information, on, related_link
}

fn related_link(context: &Context, findings: &mut Vec<Finding>) {
    report(&RELATED_LINK, Kind::RelatedLink, context, findings);
}

rule! {
    /// A list of popular articles.
    ///
    /// Flags the heads of lists that an outlet fills with what is read most.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// Most Read
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// It was the most read of her novels, and the shortest.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    TOP_LIST = "boilerplate/top-list", Severity::Information, on, top_list
}

fn top_list(context: &Context, findings: &mut Vec<Finding>) {
    report(&TOP_LIST, Kind::TopList, context, findings);
}

rule! {
    /// A teaser of another story.
    ///
    /// Flags headlines and openings of other stories that stand around the article. They are told by their place and
    /// company: short lines among page furniture whose words the article does not use.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// Related Articles
    /// Judge Blocks Sale Of Ferry Company
    /// Ten Recipes For A Wet Weekend
    /// Why Bakers Fear The New Oven Rules
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Why the harbour wall fell
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    TEASER = "boilerplate/teaser", Severity::Information, on, teaser
}

fn teaser(context: &Context, findings: &mut Vec<Finding>) {
    report(&TEASER, Kind::Teaser, context, findings);
}
