use super::desk::{Desk, Run};
use serde_json::{Value, json};

/// An article with one warning: a directive names no rule.
const WARNING: &str = "<!-- copydesk-ignore nonsense -->\n\nThe 🚢 sails.\n";
/// An article with furniture.
const FURNITURE: &str =
    "Ferry Sails Again\n\nThe ferry sails on Monday, the harbour master said.\n\nShare on Facebook\n";
const CLEAN: &str = "# Ferry\n\nThe ferry sails on Monday.\n";

fn parsed(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.out))
}

#[test]
fn findings_are_shown_with_carets_and_a_summary() {
    let run = Desk::new(&[("a.md", WARNING), ("b.md", CLEAN)]).run("check");
    let expected = "\
warning[suppression/unknown-rule]: there is no rule `nonsense`; `copydesk rules` lists them
 --> a.md:1:22
  |
1 | <!-- copydesk-ignore nonsense -->
  |                      ^^^^^^^^

1 finding in 1 of 2 articles: 1 warning
";
    assert_eq!(run.out, expected);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
}

#[test]
fn the_exit_status_follows_fail_on() {
    let desk = Desk::new(&[("a.md", WARNING), ("f.txt", FURNITURE), ("b.md", CLEAN)]);
    for (arguments, status) in [
        ("check b.md", 0),
        ("check a.md", 1),
        ("check a.md --fail-on error", 0),
        ("check a.md --fail-on never", 0),
        ("check f.txt", 0),
        ("check f.txt --fail-on information", 1),
        ("check gone.md b.md", 2),
        ("check --no-such-flag", 2),
    ] {
        assert_eq!(desk.run(arguments).status, status, "{arguments}");
    }
}

#[test]
fn what_cannot_be_read_is_one_line_each_and_the_rest_goes_on() {
    let desk = Desk::new(&[("a.md", WARNING), ("empty/notes.pdf", "")]);
    desk.write("latin.txt", b"caf\xe9");
    let run = desk.run("check gone.md latin.txt empty a.md");
    assert_eq!(
        run.err,
        "copydesk: gone.md: no such file; check the path\n\
         copydesk: latin.txt: no UTF-8 at byte 3; save it as UTF-8\n\
         copydesk: empty: no articles (.md, .markdown, .txt) in this folder; name a file to have it checked\n"
    );
    assert!(run.out.contains("a.md:1:22"), "{}", run.out);
    assert_eq!(run.status, 2);
}

#[test]
fn an_unknown_rule_or_configuration_is_a_mistake_in_the_call() {
    let desk = Desk::new(&[("b.md", CLEAN)]);
    let run = desk.run("check --ignore boilerplate/teasr");
    assert_eq!(run.err, "copydesk: there is no rule `boilerplate/teasr`; did you mean `boilerplate/teaser`?\n");
    assert_eq!(run.status, 2);
    assert_eq!(desk.run("check --config gone.toml").err, "copydesk: gone.toml: no such configuration file\n");
}

#[test]
fn a_broken_configuration_is_reported_and_the_rest_of_it_holds() {
    let config = "[rules]\n\"suppression/*\" = \"error\"\n\"boilerplate/teasr\" = \"off\"\n";
    let desk = Desk::new(&[("a.md", WARNING), ("copydesk.toml", config)]);
    let run = desk.run("check a.md");
    assert!(run.err.contains("copydesk.toml:3:1: unknown rule `boilerplate/teasr`; did you mean"), "{}", run.err);
    assert!(run.out.starts_with("error[suppression/unknown-rule]"), "{}", run.out);
    assert_eq!(run.status, 1);
    assert!(desk.run("check a.md --no-workspace").out.starts_with("warning["));
}

#[test]
fn a_configuration_can_lie_elsewhere() {
    let desk = Desk::new(&[("a.md", WARNING), ("desk/house.toml", "[rules]\nsuppression = \"off\"")]);
    assert_eq!(desk.run("check a.md --config desk/house.toml").out, "1 article: nothing found\n");
}

#[test]
fn rules_are_selected_and_left_out() {
    let desk = Desk::new(&[("a.md", WARNING), ("f.txt", FURNITURE)]);
    let rules = |arguments: &str| -> Vec<String> {
        let run = desk.run(&format!("check --format jsonl {arguments}"));
        let rule =
            |line: &str| serde_json::from_str::<Value>(line).expect("an object")["rule"].as_str().map(str::to_owned);
        run.out.lines().filter_map(rule).collect()
    };
    assert_eq!(rules("--select suppression/*"), ["suppression/unknown-rule"]);
    assert_eq!(rules("--select boilerplate/share-prompt,boilerplate/teaser"), ["boilerplate/share-prompt"]);
    assert!(!rules("--ignore boilerplate").iter().any(|rule| rule.starts_with("boilerplate/")));
}

#[test]
fn excluded_files_are_passed_over() {
    let desk = Desk::new(&[("a.md", WARNING), ("old/a.md", WARNING), ("copydesk.toml", "exclude = [\"old/\"]")]);
    let run = desk.run("check . old/a.md");
    assert!(run.out.contains(" --> a.md:1:22") && !run.out.contains("old/a.md"), "{}", run.out);
}

#[test]
fn ignored_findings_are_counted_and_shown_on_request() {
    let article = "<!-- copydesk-ignore boilerplate/share-prompt -->\n\nShare on Facebook\n";
    let desk = Desk::new(&[("a.md", article)]);
    let plain = desk.run("check");
    assert_eq!(plain.out, "1 article: nothing found (1 ignored)\n");
    let shown = desk.run("check --show-ignored");
    assert!(shown.out.contains("= note: ignored by a directive in the text"), "{}", shown.out);
    assert_eq!(shown.status, 0);
    let sarif = parsed(&desk.run("check --show-ignored --format sarif"));
    assert_eq!(sarif["runs"][0]["results"][0]["suppressions"], json!([{"kind": "inSource"}]));
}

#[test]
fn a_finding_in_the_list_of_ignored_findings_is_left_alone_wherever_it_moves() {
    let desk = Desk::new(&[("f.txt", FURNITURE)]);
    let found = parsed(&desk.run("check --format json"));
    let fingerprint = found[0]["findings"][0]["fingerprint"].as_str().expect("a fingerprint").to_owned();
    let list = json!([{"fingerprint": fingerprint, "rule": "boilerplate/share-prompt", "words": "Share on Facebook"}]);
    desk.write(".copydesk/ignored.json", list.to_string());
    assert_eq!(desk.run("check").out, "1 article: nothing found (1 ignored)\n");
    desk.write("moved/g.txt", format!("The tide comes in at noon.\n\n{}", FURNITURE.replace('\n', "\r\n")));
    assert_eq!(desk.run("check moved").out, "1 article: nothing found (1 ignored)\n");
}

#[test]
fn a_difference_is_shown_before_a_fix_is_made() {
    let desk = Desk::new(&[("f.txt", "\u{feff}")]);
    desk.write("f.txt", format!("\u{feff}{FURNITURE}"));
    let difference = desk.run("check --diff");
    assert!(difference.out.starts_with("--- a/f.txt\n+++ b/f.txt\n"), "{}", difference.out);
    assert!(difference.out.contains("\n-Share on Facebook\n"), "{}", difference.out);
    assert_eq!(difference.status, 1);
    assert!(desk.read("f.txt").contains("Share"));
    assert_eq!(desk.run("check --fix").out, "1 article: nothing found\n");
    let fixed = desk.read("f.txt");
    assert!(fixed.starts_with("\u{feff}Ferry Sails Again\n") && !fixed.contains("Share"), "{fixed}");
    assert_eq!(desk.run("check --diff").status, 0);
}

#[test]
fn standard_input_goes_by_the_name_it_is_given() {
    let desk = Desk::new(&[("copydesk.toml", "[rules]\nsuppression = \"error\"")]);
    let run = desk.pipe("check --stdin-name drafts/a.md -", WARNING);
    assert!(
        run.out.contains("error[suppression/unknown-rule]") && run.out.contains("--> drafts/a.md:1:22"),
        "{}",
        run.out
    );
    assert_eq!(desk.pipe("check --fix -", WARNING).status, 2);
}

#[test]
fn json_and_jsonl_give_lines_and_columns() {
    let desk = Desk::new(&[("a.md", WARNING)]);
    let finding = json!({
        "rule": "suppression/unknown-rule",
        "severity": "warning",
        "start": {"line": 1, "column": 22},
        "end": {"line": 1, "column": 30},
        "message": "there is no rule `nonsense`; `copydesk rules` lists them",
        "fixes": [],
        "related": [],
    });
    let mut list = parsed(&desk.run("check --format json"));
    assert!(list[0]["findings"][0].as_object_mut().and_then(|one| one.remove("fingerprint")).is_some());
    assert_eq!(list, json!([{"path": "a.md", "findings": [finding]}]));
    let line = parsed(&desk.run("check --format jsonl"));
    assert_eq!((&line["path"], &line["rule"]), (&json!("a.md"), &finding["rule"]));
}

#[test]
fn github_commands_escape_what_they_must() {
    let run = Desk::new(&[("50%, new.md", WARNING)]).run("check --format github");
    assert_eq!(
        run.out,
        "::warning file=50%25%2C new.md,line=1,col=22,endColumn=30,title=suppression/unknown-rule::there is no rule \
         `nonsense`; `copydesk rules` lists them\n"
    );
}

#[test]
fn gitlab_issues_have_fingerprints_of_their_own() {
    let desk = Desk::new(&[("a.md", WARNING), ("b.md", WARNING)]);
    let issues = parsed(&desk.run("check --format gitlab"));
    assert_eq!(issues[0]["location"], json!({"path": "a.md", "lines": {"begin": 1, "end": 1}}));
    assert_eq!(
        (&issues[0]["severity"], &issues[0]["check_name"]),
        (&json!("minor"), &json!("suppression/unknown-rule"))
    );
    assert_ne!(issues[0]["fingerprint"], issues[1]["fingerprint"]);
    assert_eq!(parsed(&Desk::new(&[("b.md", CLEAN)]).run("check --format gitlab")), json!([]));
}

/// What the official schema of SARIF 2.1.0 requires of the parts that we write.
#[test]
fn sarif_keeps_to_the_standard() {
    let desk = Desk::new(&[("ä b.md", WARNING), ("f.txt", FURNITURE)]);
    let sarif = parsed(&desk.run("check --format sarif"));
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(sarif["runs"].as_array().map(Vec::len), Some(1));
    let run = &sarif["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "copydesk");
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    for rule in driver["rules"].as_array().expect("rules") {
        assert!(
            rule["id"].is_string() && rule["shortDescription"]["text"].is_string() && rule["help"]["text"].is_string()
        );
        assert!(is_level(&rule["defaultConfiguration"]["level"]), "{rule}");
    }
    let results = run["results"].as_array().expect("results");
    assert!(results.len() >= 2);
    for result in results {
        assert!(result["message"]["text"].is_string() && is_level(&result["level"]), "{result}");
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(driver["rules"][index]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert!(place["artifactLocation"]["uri"].as_str().is_some_and(is_uri_reference), "{place}");
        assert!(is_region(&place["region"]), "{place}");
        for fix in result["fixes"].as_array().into_iter().flatten() {
            let change = &fix["artifactChanges"][0];
            assert!(change["artifactLocation"]["uri"].is_string());
            assert!(
                change["replacements"]
                    .as_array()
                    .is_some_and(|all| all.iter().all(|one| is_region(&one["deletedRegion"])))
            );
        }
    }
    let unknown = results.iter().find(|result| result["ruleId"] == "suppression/unknown-rule").expect("it is there");
    let place = &unknown["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "%C3%A4%20b.md");
    assert_eq!(place["region"], json!({"startLine": 1, "startColumn": 22, "endLine": 1, "endColumn": 30}));
}

fn is_level(level: &Value) -> bool {
    ["none", "note", "warning", "error"].iter().any(|known| level == known)
}

fn is_region(region: &Value) -> bool {
    ["startLine", "startColumn", "endLine", "endColumn"]
        .iter()
        .all(|key| region[key].as_u64().is_some_and(|at| at >= 1))
}

fn is_uri_reference(uri: &str) -> bool {
    uri.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%:".contains(&byte))
}
