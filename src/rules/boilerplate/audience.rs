//! What a page says to its audience.

use super::report;
use crate::{
    boilerplate::Kind,
    rules::{Context, Finding, Severity, rule::rule},
};

rule! {
    /// A prompt to share or follow.
    ///
    /// Flags buttons and lines that ask the reader to share the article, copy its link or follow the outlet. They come
    /// along when an article is copied from its page and say nothing to the reader of a draft.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// Share this article
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// She asked her followers to share the article with the parents of the school before Monday.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    SHARE_PROMPT = "boilerplate/share-prompt", Severity::Information, on, share_prompt
}

fn share_prompt(context: &Context, findings: &mut Vec<Finding>) {
    report(&SHARE_PROMPT, Kind::SharePrompt, context, findings);
}

rule! {
    /// A newsletter box.
    ///
    /// Flags invitations to a newsletter, fields for an e-mail address and what a form answers. An editor would have to
    /// delete them by hand.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// Sign up for our newsletter
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// The newsletter that the parish prints twice a year had sold out, the vicar said.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    NEWSLETTER = "boilerplate/newsletter", Severity::Information, on, newsletter
}

fn newsletter(context: &Context, findings: &mut Vec<Finding>) {
    report(&NEWSLETTER, Kind::Newsletter, context, findings);
}

rule! {
    /// A comment form.
    ///
    /// Flags the parts of a comment form: invitations to reply, names of fields, numbers of comments.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// Leave a Reply
    /// Your email address will not be published. Required fields are marked *
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// He had no comment on the figures, and the ministry did not reply to a letter.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    COMMENTS = "boilerplate/comments", Severity::Information, on, comments
}

fn comments(context: &Context, findings: &mut Vec<Finding>) {
    report(&COMMENTS, Kind::Comments, context, findings);
}

rule! {
    /// A paywall or account link.
    ///
    /// Flags lines that ask for a subscription, a login or a donation before or after the text.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// Subscribe to continue reading
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Readers who subscribe to the daily rose by a tenth, the publisher said.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    PAYWALL = "boilerplate/paywall", Severity::Information, on, paywall
}

fn paywall(context: &Context, findings: &mut Vec<Finding>) {
    report(&PAYWALL, Kind::Paywall, context, findings);
}

rule! {
    /// A counter.
    ///
    /// Flags a bare number of views, votes or shares between the lines of the article.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// 412 views
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// The vote ended 412 to 190, the widest margin in a decade.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    COUNTER = "boilerplate/counter", Severity::Information, on, counter
}

fn counter(context: &Context, findings: &mut Vec<Finding>) {
    report(&COUNTER, Kind::Counter, context, findings);
}

rule! {
    /// A summary widget.
    ///
    /// Flags the buttons of widgets that offer a summary of the article or read it aloud. The heading "Key Takeaways"
    /// is left alone: it belongs to the article.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// No time to read?
    /// Get a summary
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Key Takeaways
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    SUMMARY_WIDGET = "boilerplate/summary-widget", Severity::Information, on, summary_widget
}

fn summary_widget(context: &Context, findings: &mut Vec<Finding>) {
    report(&SUMMARY_WIDGET, Kind::SummaryWidget, context, findings);
}

rule! {
    /// Advertising.
    ///
    /// Flags marks of advertising, affiliate notices and shop buttons.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// Advertisement
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// The advertisement ran for three weeks in the local paper, and nobody answered it.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    ADVERT = "boilerplate/advert", Severity::Information, on, advert
}

fn advert(context: &Context, findings: &mut Vec<Finding>) {
    report(&ADVERT, Kind::Advert, context, findings);
}

rule! {
    /// A button or form text.
    ///
    /// Flags texts of buttons and forms, and the messages of forms that failed.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// Get started today
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// The crew hopes to get started before the first frost.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    CALL_TO_ACTION = "boilerplate/call-to-action", Severity::Information, on, call_to_action
}

fn call_to_action(context: &Context, findings: &mut Vec<Finding>) {
    report(&CALL_TO_ACTION, Kind::CallToAction, context, findings);
}
