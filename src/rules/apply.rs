use super::{Edit, Fix};

/// `text` after `fixes`, the earlier first; one that overlaps an earlier one is left out, whole.
pub fn apply<'a>(text: &str, fixes: impl IntoIterator<Item = &'a Fix>) -> String {
    let mut taken: Vec<&Edit> = Vec::new();
    for fix in fixes {
        let clash = |edit: &Edit| taken.iter().any(|other| other.span.overlaps(edit.span) || other.span == edit.span);
        if !fix.edits.iter().any(clash) {
            taken.extend(&fix.edits);
        }
    }
    taken.sort_by_key(|edit| edit.span);
    let mut fixed = String::with_capacity(text.len());
    let mut at = 0;
    for edit in taken {
        fixed += text.get(at..edit.span.start as usize).unwrap_or_default();
        fixed += &edit.text;
        at = at.max(edit.span.end as usize);
    }
    fixed + text.get(at..).unwrap_or_default()
}
