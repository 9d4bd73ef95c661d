use std::{
    fmt,
    sync::{Mutex, PoisonError},
};

/// What was last made of something, kept beside it, so that it need not be made again where nothing has changed. It is
/// no part of what it stands beside: all are equal, and a copy holds nothing.
pub struct Recall<Value>(Mutex<Option<Value>>);

impl<Value: Clone> Recall<Value> {
    /// What was kept, where it still `fits`.
    pub fn get_if(&self, fits: impl FnOnce(&Value) -> bool) -> Option<Value> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).as_ref().filter(|value| fits(value)).cloned()
    }

    /// Keeps `value` in place of what was kept before.
    pub fn keep(&self, value: Value) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
    }
}

impl<Value> Default for Recall<Value> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<Value> Clone for Recall<Value> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<Value> PartialEq for Recall<Value> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<Value> Eq for Recall<Value> {}

impl<Value> fmt::Debug for Recall<Value> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Recall")
    }
}
