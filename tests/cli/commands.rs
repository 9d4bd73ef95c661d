use super::desk::Desk;
use std::{fs, path::Path};

#[test]
fn an_outline_is_indented_and_has_lines() {
    let desk = Desk::new(&[(
        "a.md",
        "# Night ferry returns\n\nIt sails on Monday.\n\n## Two ships, one crew\n\nBoth sail.\n\n# What a ticket costs\n",
    )]);
    assert_eq!(
        desk.run("outline a.md").out,
        "a.md (20 words)\n  Night ferry returns  (line 1)\n    Two ships, one crew  (line 5)\n  What a ticket costs  (line 9)\n"
    );
}

#[test]
fn people_are_shown_and_exported_without_those_the_team_knows() {
    let article = "Angela Merkel, the chancellor of Germany, met Barack Obama in Berlin. “Welcome,” Merkel said.\n";
    let desk = Desk::new(&[("a.txt", article), ("people.toml", "[[person]]\nname = \"Barack Obama\"\n")]);
    let shown = desk.run("people a.txt").out;
    assert!(shown.starts_with("a.txt\n  Angela Merkel  (2 mentions from line 1"), "{shown}");
    let exported = desk.run("people --export a.txt").out;
    assert!(exported.starts_with("[[person]]\nname = \"Angela Merkel\"\nrole = "), "{exported}");
    assert!(!exported.contains("Obama"), "{exported}");
}

#[test]
fn imported_people_join_those_that_stand() {
    let desk = Desk::new(&[
        ("people.toml", "[[person]]\nname = \"Ana Costa\"\n"),
        ("in.csv", "personLabel,positionLabel\nAna Costa,mayor\nTomas Reyk,engineer\n"),
    ]);
    let run = desk.run("people import in.csv --into people.toml");
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let joined = "[[person]]\nname = \"Ana Costa\"\n\n[[person]]\nname = \"Tomas Reyk\"\nrole = \"engineer\"\n";
    assert_eq!(desk.read("people.toml"), joined);
    assert_eq!(desk.run("people import people.toml").status, 2);
}

#[test]
fn the_table_of_sources_comes_in_four_formats() {
    let article = "Angela Merkel said that the talks, the \"last ones\", would resume on Monday.\n";
    let desk = Desk::new(&[("a.txt", article)]);
    let text = desk.run("sources a.txt").out;
    assert!(
        text.starts_with("a.txt: 1 of 1 statements have a known source\n     1  Angela Merkel (named): "),
        "{text}"
    );
    let markdown = desk.run("sources --format markdown a.txt").out;
    assert!(markdown.contains("\n| 1 | Angela Merkel | named | "), "{markdown}");
    let json = desk.run("sources --format json a.txt").out;
    assert!(
        json.starts_with(r#"{"path":"a.txt","line":1,"source":"Angela Merkel","kind":"named","cue":"said","#),
        "{json}"
    );
    let csv = desk.run("sources --format csv a.txt").out;
    assert!(csv.contains("\na.txt,1,Angela Merkel,named,said,") && csv.contains("\"\"last ones\"\""), "{csv}");
}

#[test]
fn cleaning_leaves_the_article() {
    let page = "Ferry Sails Again\n\nThe ferry sails on Monday, the harbour master said.\n\nShare on Facebook\n";
    let desk = Desk::new(&[("f.txt", page)]);
    let cleaned = desk.run("clean f.txt").out;
    assert_eq!(cleaned, "Ferry Sails Again\n\nThe ferry sails on Monday, the harbour master said.\n");
    assert!(desk.run("clean --diff f.txt").out.contains("-Share on Facebook"));
    assert_eq!(desk.read("f.txt"), page);
    assert_eq!(desk.run("clean --in-place f.txt").out, "");
    assert_eq!(desk.read("f.txt"), cleaned);
    assert_eq!(desk.pipe("clean -", &cleaned).out, cleaned, "cleaning again changes nothing");
}

#[test]
fn a_rule_is_explained_and_the_nearest_is_named() {
    let desk = Desk::new(&[]);
    let page = desk.run("rules suppression/unknown-rule").out;
    assert!(page.starts_with("# suppression/unknown-rule\n\nA directive names a rule that does not exist."), "{page}");
    assert!(page.contains("## Silence"), "{page}");
    assert!(desk.run("rules").out.lines().any(|line| line.starts_with("boilerplate/teaser ")));
    assert_eq!(
        desk.run("rules boilerplate/teazer").err,
        "copydesk: there is no rule `boilerplate/teazer`; did you mean `boilerplate/teaser`?\n"
    );
}

#[test]
fn the_configuration_that_holds_is_shown_with_its_origin() {
    let desk = Desk::new(&[("copydesk.toml", "exclude = [\"old/\"]\nnonsense = 1\n"), ("a/b.md", "")]);
    let shown = desk.run("config a/b.md").out;
    assert!(
        shown.starts_with("# configuration: ") && shown.contains("copydesk.toml:2:1: unknown key `nonsense`"),
        "{shown}"
    );
    assert!(shown.contains("\nexclude = [\"old/\"]\n"), "{shown}");
    assert_eq!(desk.run("config gone").status, 2);
    assert!(desk.run("config --schema").out.contains("\"$schema\""));
}

#[test]
fn completions_manual_and_version_are_there() {
    let desk = Desk::new(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(desk.run(&format!("completions {shell}")).out.contains("stdin-jsonl"), "{shell}");
    }
    assert!(desk.run("man").out.contains(".TH copydesk"));
    assert!(desk.run("--version").out.starts_with(concat!("copydesk ", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn what_is_generated_is_fresh() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let desk = Desk::new(&[]);
    fs::create_dir(desk.path("rules")).expect("a folder");
    assert_eq!(desk.run("config --write .").status + desk.run("rules --write rules").status, 0);
    for folder in ["", "rules"] {
        for entry in fs::read_dir(desk.path(folder)).expect("a folder").flatten().filter(|entry| entry.path().is_file())
        {
            let standing = docs.join(folder).join(entry.file_name());
            let fresh = fs::read_to_string(entry.path()).expect("text");
            assert!(
                fs::read_to_string(&standing).unwrap_or_default() == fresh,
                "{} is stale: run `cargo run -- config --write docs && cargo run -- rules --write docs/rules`",
                standing.display()
            );
        }
    }
}
