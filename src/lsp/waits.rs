//! Requests under way. One that waits goes on where its wait is ended, if that thread has asked for it, and on the
//! runtime otherwise.

use async_task::{Runnable, Task};
use std::{cell::RefCell, collections::VecDeque, future::poll_fn};
use tokio::runtime::Handle;

thread_local! {
    /// What this thread gathers, while it does.
    static GATHERED: RefCell<Option<VecDeque<Runnable>>> = const { RefCell::new(None) };
}

/// Begins `future` here and now, inside `runtime`; the task is finished unless it has to wait.
pub(super) fn begin<T: Send + 'static>(runtime: &Handle, future: impl Future<Output = T> + Send + 'static) -> Task<T> {
    let (inside, elsewhere) = (runtime.clone(), runtime.clone());
    let mut future = Box::pin(future);
    let polled = poll_fn(move |context| {
        let _inside = inside.enter();
        future.as_mut().poll(context)
    });
    let woken = move |runnable| {
        if let Some(runnable) = gathered(runnable) {
            elsewhere.spawn(async { runnable.run() });
        }
    };
    let (runnable, task) = async_task::spawn(polled, woken);
    runnable.run();
    task
}

/// Those whose wait `end` ends on this thread.
pub(super) fn gather(end: impl FnOnce()) -> Woken {
    GATHERED.set(Some(VecDeque::new()));
    end();
    Woken(GATHERED.take().unwrap_or_default())
}

/// Gives `runnable` to the gathering on this thread; or back, where there is none.
fn gathered(runnable: Runnable) -> Option<Runnable> {
    GATHERED.with_borrow_mut(|gathered| match gathered {
        Some(gathered) => {
            gathered.push_back(runnable);
            None
        }
        None => Some(runnable),
    })
}

/// Requests that need wait no longer. Those that are left go on on the runtime.
#[derive(Debug)]
pub(super) struct Woken(VecDeque<Runnable>);

impl Woken {
    /// Lets the first go on, here and now.
    pub(super) fn go_on(&mut self) {
        self.0.pop_front().map(Runnable::run);
    }

    /// None is left.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Drop for Woken {
    fn drop(&mut self) {
        self.0.drain(..).for_each(Runnable::schedule);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;
    use std::{
        sync::Arc,
        thread::{self, ThreadId},
    };
    use tokio::{runtime::Runtime, sync::SetOnce};

    fn runtime() -> Runtime {
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().expect("a runtime")
    }

    /// A request that waits for the other half, and tells where it went on.
    fn waiting(runtime: &Runtime) -> (Task<ThreadId>, Arc<SetOnce<()>>) {
        let settled = Arc::new(SetOnce::new());
        let waited = settled.clone();
        let request = async move {
            waited.wait().await;
            Handle::current();
            thread::current().id()
        };
        (begin(runtime.handle(), request), settled)
    }

    fn settle(settled: &SetOnce<()>) {
        settled.set(()).expect("once");
    }

    #[test]
    fn what_need_not_wait_is_finished_at_once() {
        let runtime = runtime();
        assert_eq!(begin(runtime.handle(), async { 7 }).now_or_never(), Some(7));
    }

    #[test]
    fn who_gathers_goes_on_with_it_one_by_one() {
        let runtime = runtime();
        let ((mut first, settled), (mut second, settled_too)) = (waiting(&runtime), waiting(&runtime));
        let mut woken = gather(|| [settled, settled_too].iter().for_each(|settled| settle(settled)));
        assert_eq!((&mut first).now_or_never(), None);
        woken.go_on();
        assert_eq!((first.now_or_never(), (&mut second).now_or_never()), (Some(thread::current().id()), None));
        woken.go_on();
        assert_eq!((second.now_or_never(), woken.is_empty()), (Some(thread::current().id()), true));
    }

    #[test]
    fn nobody_else_goes_on_with_it_but_the_runtime() {
        let runtime = runtime();
        for end in [settle as fn(&SetOnce<()>), |settled| drop(gather(|| settle(settled)))] {
            let (request, settled) = waiting(&runtime);
            end(&settled);
            assert_ne!(runtime.block_on(request), thread::current().id());
        }
    }

    #[test]
    fn nothing_is_kept_when_the_runtime_is_gone() {
        let runtime = runtime();
        let (request, settled) = waiting(&runtime);
        request.detach();
        drop(runtime);
        settle(&settled);
        assert_eq!(Arc::strong_count(&settled), 1);
    }
}
