/// How far behind everything else a thread stands in the system's queue, in Unix' steps of niceness.
#[cfg(target_os = "linux")]
const NICENESS: i32 = 5;

/// Lets every other thread go before this one; the editor must not feel what it does. On Linux alone is niceness a
/// thread's own.
pub(super) fn stand_back() {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::nice(NICENESS) {
        tracing::info!("work in the background goes at full speed: {error}");
    }
}
