//! The server: the only place that knows protocol types.
