//! What belongs to a site, not to an article.

use super::report;
use crate::{
    boilerplate::Kind,
    rules::{Context, Finding, Severity, rule::rule},
};

rule! {
    /// Navigation.
    ///
    /// Flags menus, paths, links to the previous and the next article and the titles that stand at them.
    ///
    /// ## Fires
    /// ```text
    /// Skip to content
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
    /// They had to go back to the top of the hill for the keys.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    NAVIGATION = "boilerplate/navigation", Severity::Information, on, navigation
}

fn navigation(context: &Context, findings: &mut Vec<Finding>) {
    report(&NAVIGATION, Kind::Navigation, context, findings);
}

rule! {
    /// A contents list.
    ///
    /// Flags the head of a list of contents that a page builds out of its headings.
    ///
    /// ## Fires
    /// ```text
    /// Table of Contents
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
    /// The contents of the chest were never listed.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    CONTENTS_LIST = "boilerplate/contents-list", Severity::Information, on, contents_list
}

fn contents_list(context: &Context, findings: &mut Vec<Finding>) {
    report(&CONTENTS_LIST, Kind::ContentsList, context, findings);
}

rule! {
    /// A menu label.
    ///
    /// Flags bare words of menus and widgets that no phrase names. They are told by their place and company: short
    /// lines in a run of page furniture.
    ///
    /// ## Fires
    /// ```text
    /// Skip to content
    /// Home
    /// Puzzles
    /// Sports
    /// Horoscopes
    /// Opinion
    /// Contact Us
    /// Log In
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
    /// Flour
    /// Butter
    /// Two eggs
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    LABEL = "boilerplate/label", Severity::Information, on, label
}

fn label(context: &Context, findings: &mut Vec<Finding>) {
    report(&LABEL, Kind::Label, context, findings);
}

rule! {
    /// A consent notice.
    ///
    /// Flags notices on cookies and the choices that they offer.
    ///
    /// ## Fires
    /// ```text
    /// Accept all cookies
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
    /// The bakery sold cookies and used the money for the roof.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    CONSENT = "boilerplate/consent", Severity::Information, on, consent
}

fn consent(context: &Context, findings: &mut Vec<Finding>) {
    report(&CONSENT, Kind::Consent, context, findings);
}

rule! {
    /// A copyright or legal line.
    ///
    /// Flags copyright lines, links to terms and privacy policies and standing disclaimers.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// © 2024 Harbour Weekly. All rights reserved.
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// The court held that the copyright had passed to the heirs in 1961.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    COPYRIGHT = "boilerplate/copyright", Severity::Information, on, copyright
}

fn copyright(context: &Context, findings: &mut Vec<Finding>) {
    report(&COPYRIGHT, Kind::Copyright, context, findings);
}

rule! {
    /// A list of tags.
    ///
    /// Flags lines that file the article under topics.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// Filed under: Harbour, Floods
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// The letters were filed under her maiden name.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    /// ```
    TAGS = "boilerplate/tags", Severity::Information, on, tags
}

fn tags(context: &Context, findings: &mut Vec<Finding>) {
    report(&TAGS, Kind::Tags, context, findings);
}
