//! Texts with marks drawn under their lines:
//!
//! ```text
//! Sofia Lindqvist spoke.
//! ^^^^^^^^^^^^^^^ person
//! ```
//!
//! A mark is a line of blanks and carets, with a label behind it; it marks the line above. One caret with the label
//! `here` is a cursor. What spans several lines is drawn to the end of its first, its label naming the end:
//! `(to 3:5)`, from zero, in UTF-16 units.

use serde_json::{Value, json};

pub struct Fixture {
    pub text: String,
    /// Range and label of each mark.
    pub marks: Vec<(Value, String)>,
}

impl Fixture {
    pub fn new(drawn: &str) -> Self {
        let mut lines: Vec<&str> = Vec::new();
        let mut marks = Vec::new();
        for line in drawn.trim_start_matches('\n').lines() {
            let Some((start, end, label)) = mark(line) else {
                lines.push(line);
                continue;
            };
            let above = lines.last().expect("a mark stands under a line");
            let unit = |column: usize| above.chars().take(column).map(char::len_utf16).sum::<usize>();
            let place = |column| json!({ "line": lines.len() - 1, "character": unit(column) });
            marks.push((json!({ "start": place(start), "end": place(end) }), label.to_owned()));
        }
        Self { text: lines.join("\n") + "\n", marks }
    }

    /// The position of the mark `here`.
    pub fn cursor(&self) -> Value {
        self.marked("here")["start"].clone()
    }

    /// The range of the mark `label`.
    pub fn marked(&self, label: &str) -> Value {
        let mark = self.marks.iter().find(|mark| mark.1 == label);
        mark.unwrap_or_else(|| panic!("no mark {label:?}")).0.clone()
    }
}

/// Columns and label of a line that is a mark.
fn mark(line: &str) -> Option<(usize, usize, &str)> {
    let start = line.find('^').filter(|start| line[..*start].trim().is_empty())?;
    let label = line[start..].trim_start_matches('^');
    let end = line.len() - label.len();
    (label.is_empty() || label.starts_with(' ')).then(|| (start, end, label.trim()))
}

/// `text` with `marks` drawn under its lines, as [`Fixture::new`] reads them.
pub fn draw(text: &str, marks: &[(Value, String)]) -> String {
    let mut out = String::new();
    for (number, line) in text.lines().enumerate() {
        out += line;
        out.push('\n');
        for (range, label) in marks.iter().filter(|mark| mark.0["start"]["line"] == number) {
            out += &drawn(line, range, label);
        }
    }
    out
}

fn drawn(line: &str, range: &Value, label: &str) -> String {
    let is_long = range["start"]["line"] != range["end"]["line"];
    let start = column(line, &range["start"]["character"]);
    let end = if is_long { line.chars().count() } else { column(line, &range["end"]["character"]) };
    let (last, unit) = (&range["end"]["line"], &range["end"]["character"]);
    let label = if is_long { format!("{label} (to {last}:{unit})") } else { label.to_owned() };
    let carets = "^".repeat(end.saturating_sub(start).max(1));
    format!("{}{carets} {label}", " ".repeat(start)).trim_end().to_owned() + "\n"
}

/// The character that a UTF-16 column names.
fn column(line: &str, unit: &Value) -> usize {
    let unit = unit.as_u64().expect("a column") as usize;
    let mut units = 0;
    line.chars().take_while(|c| (units, units += c.len_utf16()).0 < unit).count()
}

/// Asserts that `marks` on the text of `fixture` give just what it draws.
#[track_caller]
pub fn assert_drawn(fixture: &Fixture, marks: &[(Value, String)]) {
    let (expected, actual) = (draw(&fixture.text, &fixture.marks), draw(&fixture.text, marks));
    if expected != actual {
        let diff = similar::TextDiff::from_lines(&expected, &actual);
        panic!("not as drawn:\n{}", diff.unified_diff().header("drawn", "answered"));
    }
}
