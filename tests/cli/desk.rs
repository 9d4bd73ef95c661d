use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};
use tempfile::TempDir;

/// A folder of files and the program run in it.
pub struct Desk(TempDir);

/// What a run gave.
#[derive(Debug)]
pub struct Run {
    pub out: String,
    pub err: String,
    pub status: i32,
}

impl Desk {
    pub fn new(files: &[(&str, &str)]) -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        files.iter().for_each(|(name, text)| desk.write(name, text));
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("the file is there")
    }

    /// Runs `copydesk arguments` with nothing on standard input.
    pub fn run(&self, arguments: &str) -> Run {
        self.pipe(arguments, "")
    }

    /// Runs `copydesk arguments` with `input` on standard input.
    pub fn pipe(&self, arguments: &str, input: impl AsRef<[u8]>) -> Run {
        let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
            .args(arguments.split_whitespace())
            .current_dir(self.0.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("it has an input");
        let input = input.as_ref().to_owned();
        // A program that does not read hangs up: that is its right.
        let writer = std::thread::spawn(move || _ = stdin.write_all(&input));
        let output = child.wait_with_output().expect("the program ends");
        writer.join().expect("the writer ends");
        Run {
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
            status: output.status.code().expect("an exit status"),
        }
    }
}
