//! The client's process: when it is gone, nobody will ever send `exit`.

use std::time::Duration;

/// How often the process is looked for.
const INTERVAL: Duration = Duration::from_secs(2);

/// Calls `gone` from a thread of its own once the process `id` is no more. A process that cannot be seen from here
/// (the server may run in a container) is not watched.
#[cfg(unix)]
pub(super) fn watch(id: i64, gone: impl FnOnce() + Send + 'static) {
    use rustix::{io::Errno, process};
    let Some(process) = i32::try_from(id).ok().and_then(process::Pid::from_raw) else { return };
    let is_there = move || process::test_kill_process(process) != Err(Errno::SRCH);
    if !is_there() {
        return tracing::warn!("the client's process {id} cannot be seen from here: not watching it");
    }
    let wait = move || {
        while is_there() {
            std::thread::sleep(INTERVAL);
        }
        gone();
    };
    if let Err(error) = std::thread::Builder::new().name("client".into()).spawn(wait) {
        tracing::warn!("the client's process is not watched: {error}");
    }
}

/// Elsewhere the end of the input has to do.
#[cfg(not(unix))]
pub(super) fn watch(_: i64, _: impl FnOnce() + Send + 'static) {}
