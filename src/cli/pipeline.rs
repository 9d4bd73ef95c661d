use std::{
    io,
    sync::{
        Mutex, PoisonError,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
};

/// Pieces of work that wait for each worker, done or not: what bounds memory.
const WAITING: usize = 4;

/// Does `work` on each input on `jobs` threads and hands the answers to `sink` on this one, in the order of the inputs.
/// At most a few inputs a thread are in memory. Ends early where `sink` fails.
pub(super) fn ordered<Input: Send, Output: Send>(
    jobs: usize,
    inputs: impl Iterator<Item = Input> + Send,
    work: impl Fn(Input) -> Output + Sync,
    mut sink: impl FnMut(Output) -> io::Result<()>,
) -> io::Result<()> {
    let (to_workers, tasks) = sync_channel::<(Input, SyncSender<Output>)>(jobs * WAITING);
    let (to_sink, answers) = sync_channel::<Receiver<Output>>(jobs * WAITING);
    let tasks = Mutex::new(tasks);
    thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while let Some((input, answer)) = next(&tasks) {
                    // The other side is gone only when the sink has failed: nothing is lost.
                    _ = answer.send(work(input));
                }
            });
        }
        scope.spawn(move || {
            for input in inputs {
                let (answer, receiver) = sync_channel(1);
                if to_sink.send(receiver).is_err() || to_workers.send((input, answer)).is_err() {
                    return;
                }
            }
        });
        // Taken along, so that a failing sink hangs up on the feeder.
        let answers = answers;
        answers.iter().flat_map(|answer| answer.recv()).try_for_each(&mut sink)
    })
}

fn next<Task>(tasks: &Mutex<Receiver<Task>>) -> Option<Task> {
    tasks.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}
