use std::{fmt, sync::OnceLock};

/// Something that is found when somebody first asks for it. It follows from what it stands beside and is no part of it: all
/// are equal.
pub struct Asked<Value>(OnceLock<Value>);

impl<Value> Asked<Value> {
    /// What was found before anybody asked.
    pub fn known(value: Value) -> Self {
        Self(OnceLock::from(value))
    }

    /// What is found; `find` finds it the first time.
    pub fn get_or(&self, find: impl FnOnce() -> Value) -> &Value {
        self.0.get_or_init(find)
    }

    /// What was found; `None` where nobody has asked yet.
    pub fn get(&self) -> Option<&Value> {
        self.0.get()
    }
}

/// What was found before anybody asked, if anything was.
impl<Value> From<Option<Value>> for Asked<Value> {
    fn from(value: Option<Value>) -> Self {
        value.map(Self::known).unwrap_or_default()
    }
}

impl<Value> Default for Asked<Value> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<Value> PartialEq for Asked<Value> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<Value> Eq for Asked<Value> {}

impl<Value> fmt::Debug for Asked<Value> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Asked")
    }
}
