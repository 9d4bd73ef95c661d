//! Configuration, the team's people and the list of ignored findings: what counts, and what a mistake costs.

use copydesk::{
    analysis::{Memo, analyze},
    rules::{Finding, Fingerprint, Severity},
    syntax::Language,
    text::Span,
    workspace::{self, Config, IgnoredList, PeopleFile, Problem, Surroundings},
};
use std::{fs, path::Path};

/// Each problem as `line:column message`.
fn placed(text: &str, problems: &[Problem]) -> Vec<String> {
    let line = |problem: &Problem| {
        let (line, column) = problem.place(text);
        format!("{line}:{column} {}", problem.message)
    };
    problems.iter().map(line).collect()
}

fn config(text: &str) -> (Config, Vec<String>) {
    let (config, problems) = Config::parse(text, Path::new("/desk"));
    (config, placed(text, &problems))
}

const RULE: &str = "suppression/unknown-rule";

fn severity(config: &Config) -> Option<Severity> {
    config.settings.severity(copydesk::rules::by_id(RULE).expect("the rule exists"))
}

/// The lines of `text` that are reported under `config`.
fn reported(config: &Config, text: &str) -> Vec<String> {
    let analysis = analyze(text, Language::PlainText, &config.settings, &mut Memo::default(), &|| false);
    let findings = analysis.map(|analysis| analysis.findings).unwrap_or_default();
    findings.iter().map(|finding| finding.span.of(text).to_owned()).collect()
}

#[test]
fn a_house_names_its_furniture_by_phrases_and_expressions() {
    let (config, problems) = config("[boilerplate]\nphrases = [\"gull post\", '/^Picture \\d+ of \\d+$/', '/(/']\n");
    assert_eq!(problems, ["2:51 no regular expression: unclosed group"]);
    let text = "The pier of Brandsund opened on Monday after four years of work, the harbour board said.\n\n\
                Picture 3 of 12\n\n\
                The board showed picture 3 of 12 to the council, and the council asked for the other eleven.\n\n\
                Read the Gull Post every day\n\n\
                The seagull posted on the mast saw all of it, and left when the speeches began at noon.\n";
    assert_eq!(reported(&config, text), ["Picture 3 of 12", "Read the Gull Post every day"]);
}

#[test]
fn rules_take_severities_by_id_and_by_group() {
    assert_eq!(severity(&config("").0), Some(Severity::Warning));
    assert_eq!(severity(&config("[rules]\n\"suppression/unknown-rule\" = \"error\"").0), Some(Severity::Error));
    assert_eq!(severity(&config("[rules]\n\"suppression/*\" = \"off\"").0), None);
    assert_eq!(severity(&config("[rules]\nsuppression = \"hint\"").0), Some(Severity::Hint));
    let both = "[rules]\n\"suppression/unknown-rule\" = \"on\"\n\"suppression/*\" = \"off\"";
    assert_eq!(severity(&config(both).0), Some(Severity::Warning));
}

#[test]
fn a_bad_key_is_reported_at_its_place_and_costs_nothing_else() {
    let text = "exclud = []\n\
                [rules]\n\
                \"suppression/unknwon-rule\" = \"off\"\n\
                \"suppression/unknown-rule\" = \"warn\"\n\
                [attribution]\n\
                trusted-sorces = [\"x\"]\n\
                trusted-sources = [\"The Council\", 3]\n\
                [people]\n\
                file = true\n";
    let (config, problems) = config(text);
    assert_eq!(
        problems,
        [
            "1:1 unknown key `exclud`; did you mean `exclude`?",
            "3:1 unknown rule `suppression/unknwon-rule`; did you mean `suppression/unknown-rule`?",
            "4:30 unknown severity `warn`; did you mean `warning`?; there are off, on, hint, information, warning, error",
            "6:1 unknown key `trusted-sorces` in [attribution]; did you mean `trusted-sources`?",
            "7:35 expected a text in quotation marks, found a number or a date",
            "9:8 expected a text in quotation marks, found true or false",
        ]
    );
    assert_eq!(config.settings.trusted_sources, ["the council"]);
}

#[test]
fn broken_toml_leaves_the_rest_standing() {
    let (config, problems) = config("[attribution]\ntrusted-sources = [\"the council\"]\nphrases = = 3\n");
    assert_eq!(config.settings.trusted_sources, ["the council"]);
    assert!(problems[0].starts_with("3:11 "), "{problems:?}");
}

#[test]
fn excluded_files_follow_gitignore_patterns() {
    let (config, problems) = config("exclude = [\"templates/\", \"*.draft.md\", \"/notes.txt\"]");
    assert!(problems.is_empty(), "{problems:?}");
    for (path, excluded) in [
        ("/desk/templates/a.md", true),
        ("/desk/2026/templates/a.md", true),
        ("/desk/ferry.draft.md", true),
        ("/desk/notes.txt", true),
        ("/desk/2026/notes.txt", false),
        ("/desk/ferry.md", false),
        ("/elsewhere/templates/a.md", false),
    ] {
        assert_eq!(config.excludes(Path::new(path)), excluded, "{path}");
    }
}

#[test]
fn editor_settings_override_the_file_and_keep_to_themselves_what_is_not_ours() {
    let (mut config, _) = config("[attribution]\ntrusted-sources = [\"the council\"]\n[rules]\nsuppression = \"off\"");
    let settings = serde_json::json!({
        "server": { "path": "/bin/copydesk" },
        "attribution": { "trustedSources": ["The Force"] },
        "rules": { "suppression/unknown-rule": "error" },
        "people": { "file": null },
    });
    assert_eq!(config.overlay(&settings), []);
    assert_eq!(config.settings.trusted_sources, ["the force"]);
    assert_eq!(severity(&config), Some(Severity::Error));
}

#[test]
fn the_examples_in_the_documentation_are_read_without_mistakes() {
    for page in [include_str!("../docs/configuration.md"), include_str!("../docs/people.md")] {
        for example in page.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()) {
            let problems = match example.contains("[[person]]") {
                true => PeopleFile::parse(example).1,
                false => Config::parse(example, Path::new("/desk")).1,
            };
            assert_eq!(placed(example, &problems), [""; 0], "{example}");
        }
    }
}

#[test]
fn people_are_read_with_their_mistakes() {
    let text = "[[person]]\n\
                name = \"Sofia Lindqvist\"\n\
                aliases = [\"S. Lindqvist\"]\n\
                since = 2024-05-01\n\
                sourse = \"https://ostvik.example\"\n\
                [[person]]\n\
                role = \"mayor\"\n\
                [[person]]\n\
                name = \"Tomas Aldana\"\n\
                source = \"the archive\"\n";
    let (file, problems) = PeopleFile::parse(text);
    let names: Vec<&str> = file.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Sofia Lindqvist", "Tomas Aldana"]);
    assert_eq!(file.find("s. lindqvist").and_then(|person| person.since.as_deref()), Some("2024-05-01"));
    assert_eq!(
        placed(text, &problems),
        [
            "5:1 unknown key `sourse`; did you mean `source`?",
            "6:1 this person has no name; write name = \"…\"",
            "10:10 a source is a link: https://…",
        ]
    );
}

#[test]
fn exported_people_read_back() {
    let (file, _) =
        PeopleFile::parse("[[person]]\nname = 'Ana \"Nita\" Costa'\nrole = 'a\\b'\nmisspellings = ['Anna']\n");
    let (again, problems) = PeopleFile::parse(&file.people[0].to_toml());
    assert_eq!(problems, []);
    assert_eq!(again, file);
}

fn imported(text: &str) -> Vec<[String; 4]> {
    let people = workspace::import_people(text).expect("there are people in it");
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".into());
    people
        .into_iter()
        .map(|person| [person.name, or_dash(person.role), or_dash(person.since), or_dash(person.source)])
        .collect()
}

#[test]
fn people_come_from_wikidata_query_results() {
    let csv = "person,personLabel,positionLabel,start,end\r\n\
               http://www.wikidata.org/entity/Q901,\"Aldana, Tomas\",mayor of Ferrin,2019-06-01T00:00:00Z,2023-06-01T00:00:00Z\r\n\
               http://www.wikidata.org/entity/Q901,\"Aldana, Tomas\",\"minister of \"\"ports\"\"\",2023-07-01T00:00:00Z,\r\n";
    let expected = [["Aldana, Tomas", "minister of \"ports\"", "2023-07-01", "http://www.wikidata.org/entity/Q901"]
        .map(str::to_owned)];
    assert_eq!(imported(csv), expected);
    let json = r#"{"head":{},"results":{"bindings":[{"personLabel":{"type":"literal","value":"Ana Costa"},"positionLabel":{"value":"mayor"}}]}}"#;
    assert_eq!(imported(json), [["Ana Costa", "mayor", "-", "-"].map(str::to_owned)]);
    let simple = r#"[{"itemLabel":"Ana Costa","itemDescription":"politician (born 1971)"}]"#;
    assert_eq!(imported(simple), [["Ana Costa", "politician (born 1971)", "-", "-"].map(str::to_owned)]);
}

#[test]
fn people_come_from_wikidata_entities() {
    let json = r#"{"entities":{
        "Q901":{"labels":{"en":{"value":"Tomas Aldana"}},"descriptions":{"en":{"value":"politician"}},"claims":{
            "P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],
            "P39":[{"mainsnak":{"datavalue":{"value":{"id":"Q902"}}},"qualifiers":{"P580":[{"datavalue":{"value":{"time":"+2023-07-00T00:00:00Z"}}}]}}]}},
        "Q902":{"labels":{"en":{"value":"mayor of Ferrin"}},"claims":{}}}}"#;
    let expected =
        [["Tomas Aldana", "mayor of Ferrin", "2023-07", "https://www.wikidata.org/wiki/Q901"].map(str::to_owned)];
    assert_eq!(imported(json), expected);
}

#[test]
fn people_come_from_popolo() {
    let json = r#"{"persons":[{"id":"p1","name":"Ana Costa","links":[{"url":"https://ferrin.example/costa"}]}],
        "organizations":[{"id":"o1","name":"Ferrin council"}],
        "memberships":[
            {"person_id":"p1","organization_id":"o1","role":"clerk","start_date":"2015-01-01","end_date":"2019-01-01"},
            {"person_id":"p1","organization_id":"o1","role":"chair","start_date":"2019-01-02"}]}"#;
    let expected =
        [["Ana Costa", "chair, Ferrin council", "2019-01-02", "https://ferrin.example/costa"].map(str::to_owned)];
    assert_eq!(imported(json), expected);
}

#[test]
fn what_holds_nobody_is_an_error() {
    for text in ["", "{", "[]", "{\"a\":1}", "one,two\n1,2\n"] {
        assert!(workspace::import_people(text).is_err(), "{text:?}");
    }
}

#[test]
fn ignored_findings_read_back_and_a_broken_list_is_not_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(workspace::IGNORED_FILE);
    let text = "Experts  argue that talks will resume.";
    let finding = Finding {
        rule: "attribution/vague-source",
        severity: Severity::Warning,
        span: Span::new(0, 14),
        message: "".into(),
        fixes: Vec::new(),
        related: Vec::new(),
    };
    let fingerprint = Fingerprint::new(&finding, text, Span::new(0, text.len()));
    let mut list = IgnoredList::read(&path).expect("no file is an empty list");
    list.add(fingerprint, &finding, text);
    list.write(&path).expect("the folder can be written to");
    let written = fs::read_to_string(&path).expect("it stands there");
    assert_eq!(
        written,
        format!(
            "[\n{{\"fingerprint\":\"{fingerprint}\",\"rule\":\"attribution/vague-source\",\"words\":\"Experts argue\"}}\n]\n"
        )
    );
    let mut again = IgnoredList::read(&path).expect("we wrote it");
    assert_eq!(again.fingerprints().collect::<Vec<_>>(), [fingerprint]);
    assert!(again.remove(fingerprint) && !again.remove(fingerprint));
    fs::write(&path, "[{]").expect("the folder can be written to");
    let error = IgnoredList::read(&path).expect_err("it is broken").to_string();
    assert!(error.contains("mend or delete it"), "{error}");
    assert_eq!(
        fs::read_dir(path.parent().expect("a folder")).expect("it is there").count(),
        1,
        "nothing is left beside it"
    );
}

#[test]
fn the_nearest_files_count_each_by_itself() {
    let desk = tempfile::tempdir().expect("a folder");
    let inner = desk.path().join("2026/march");
    fs::create_dir_all(&inner).expect("a folder");
    fs::write(desk.path().join("copydesk.toml"), "[attribution]\ntrusted-sources = [\"outer\"]").expect("written");
    fs::write(desk.path().join("people.toml"), "[[person]]\nname = \"Ana Costa\"").expect("written");
    let outer = Surroundings::of(&inner, None);
    assert_eq!(outer.config.settings.trusted_sources, ["outer"]);
    assert_eq!(outer.config.settings.house_names[0].name, "Ana Costa");
    fs::write(
        inner.join("copydesk.toml"),
        "[attribution]\ntrusted-sources = [\"inner\"]\n[people]\nfile = \"gone.toml\"",
    )
    .expect("written");
    let nearer = Surroundings::of(&inner, None);
    assert_eq!(nearer.config.settings.trusted_sources, ["inner"]);
    assert_eq!(nearer.problems.len(), 1, "{:?}", nearer.problems);
    assert!(nearer.problems[0].path.ends_with("2026/march/gone.toml"));
}
