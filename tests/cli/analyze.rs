use super::desk::Desk;
use serde_json::{Value, json};

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).expect("a line is an object")).collect()
}

const STORY: &str = "Ferry Sails Again\n\nThe ferry sails on Monday.\n";

#[test]
fn each_article_is_a_line_with_its_path_and_language() {
    let desk = Desk::new(&[("b.md", "# Tide 🌊 table\n\nHigh water.\n"), ("a/a.txt", STORY), ("a/a.png", "no text")]);
    let run = desk.run("analyze .");
    let all = lines(&run.out);
    let heads: Vec<[&Value; 4]> =
        all.iter().map(|one| [&one["schema"], &one["path"], &one["language"], &one["words"]]).collect();
    assert_eq!(json!(heads), json!([[1, "a/a.txt", "plaintext", 8], [1, "b.md", "markdown", 6]]));
    assert_eq!(
        all[1]["outline"],
        json!([{"title": "Tide 🌊 table", "level": 1, "start": 2, "end": 14, "section_end": 28, "children": []}])
    );
    assert_eq!((run.status, run.err.as_str()), (0, ""));
}

#[test]
fn standard_input_is_answered_in_order_and_bad_lines_cost_only_themselves() {
    let input = [
        json!({"id": 7, "text": STORY, "language": "plaintext"}).to_string(),
        json!({"id": "b", "text": "# Tides\n", "language": "markdown"}).to_string(),
        json!({"id": "c", "text": "x", "language": "german"}).to_string(),
        json!({"id": "d"}).to_string(),
        "no json".into(),
        String::new(),
        json!({"text": "No number."}).to_string(),
        json!({"id": [1], "text": "The last line has no end."}).to_string(),
    ];
    let run = Desk::new(&[]).pipe("analyze --stdin-jsonl --jobs 2", input.join("\n"));
    let all = lines(&run.out);
    let ids: Vec<&Value> = all.iter().map(|one| &one["id"]).collect();
    assert_eq!(json!(ids), json!([7, "b", "c", "d", null, null, null, [1]]));
    let failed: Vec<bool> = all.iter().map(|one| one["error"].is_string()).collect();
    assert_eq!(failed, [false, false, true, true, true, true, false, false]);
    assert_eq!(all[1]["language"], "markdown");
    assert_eq!((run.status, run.err.as_str()), (0, ""));
}

#[test]
fn many_articles_keep_their_order_on_many_threads() {
    let line = |number: usize| json!({"id": number, "text": STORY.repeat(number % 40 + 1)}).to_string();
    let input: Vec<String> = (0..2_000).map(line).collect();
    let run = Desk::new(&[]).pipe("analyze --stdin-jsonl --jobs 8", input.join("\n") + "\n");
    let ids: Vec<u64> = lines(&run.out).iter().filter_map(|one| one["id"].as_u64()).collect();
    assert_eq!(ids, (0..2_000).collect::<Vec<_>>());
}

#[test]
fn bytes_that_are_no_text_are_said_in_place() {
    let run =
        Desk::new(&[]).pipe("analyze --stdin-jsonl", b"{\"id\":1,\"text\":\"\xff\"}\n{\"id\":2,\"text\":\"ok\"}\n");
    let all = lines(&run.out);
    assert!(all[0]["error"].is_string() && all[1]["error"].is_null(), "{}", run.out);
}

#[test]
fn a_byte_order_mark_counts_in_offsets_and_for_nothing_else() {
    let desk = Desk::new(&[("plain.md", "# Tides\n"), ("marked.md", "\u{feff}# Tides\n")]);
    let all = lines(&desk.run("analyze marked.md plain.md").out);
    let places: Vec<[&Value; 2]> =
        all.iter().map(|one| [&one["outline"][0]["title"], &one["outline"][0]["start"]]).collect();
    assert_eq!(json!(places), json!([["Tides", 3], ["Tides", 2]]));
}

#[test]
fn an_article_beyond_ten_megabytes_is_said_to_be_too_long() {
    let long = "The tide comes in. ".repeat(600_000);
    let run = Desk::new(&[("long.txt", &long)]).run("analyze long.txt");
    assert_eq!(run.err, "copydesk: long.txt: longer than 10 MB; not analysed, split it\n");
    assert_eq!(run.status, 2);
}
