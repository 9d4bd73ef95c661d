//! Answers that are JSON before the router sees them: it would make a tree of values of each, which takes longer than all
//! the rest of a long answer.
//!
//! A handler leaves its answer here and gives the router an empty one. Whoever polled the handler takes it at once.

use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use std::cell::Cell;

thread_local! {
    /// What the handler left that was polled last on this thread.
    static LEFT: Cell<Option<Box<RawValue>>> = const { Cell::new(None) };
}

/// Leaves `answer` to whoever polls; the last thing a handler does. Comes back empty, or as it was where it is no JSON.
pub(super) fn leave<T: Serialize + Default>(answer: T) -> T {
    let Ok(json) = to_raw_value(&answer) else { return answer };
    LEFT.set(Some(json));
    T::default()
}

/// What the handler left that has just been polled.
pub(super) fn take() -> Option<Box<RawValue>> {
    LEFT.take()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_taken_once_and_as_it_was() {
        assert_eq!(leave(Some(vec!["é😀\n"])), None);
        assert_eq!(take().as_deref().map(RawValue::get), Some(r#"["é😀\n"]"#));
        assert!(take().is_none());
    }

    #[test]
    fn what_is_no_json_is_left_to_the_router() {
        let answer = std::collections::BTreeMap::from([((1, 2), 3)]);
        assert_eq!(leave(answer.clone()), answer);
        assert!(take().is_none());
    }
}
