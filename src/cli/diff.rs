use similar::TextDiff;

/// Lines around a change.
const CONTEXT: usize = 3;

/// A unified difference that `patch` understands; empty where the two are equal.
pub(super) fn unified(name: &str, before: &str, after: &str) -> String {
    let (old, new) = (format!("a/{name}"), format!("b/{name}"));
    TextDiff::from_lines(before, after).unified_diff().context_radius(CONTEXT).header(&old, &new).to_string()
}
