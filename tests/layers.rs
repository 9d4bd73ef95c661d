//! The architecture, held: layers name only those above them, the pure ones stay pure, lexicons stay lexicons,
//! nothing talks to a network.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The layers from the top; each may name itself and those before it.
const LAYERS: [&str; 9] =
    ["text", "syntax", "model", "boilerplate", "people", "attribution", "rules", "analysis", "workspace"];

/// The faces: they may name every layer, `cli` also `lsp`, which it starts.
const FACES: [&str; 2] = ["lsp", "cli"];

/// The layers without input, output, threads, async, protocol types.
const PURE: [&str; 8] = ["text", "syntax", "model", "boilerplate", "people", "attribution", "rules", "analysis"];

/// The types of `analysis` that layers above it may name.
const SHARED: [&str; 3] = ["Facts", "HouseName", "Settings"];

/// What pure layers never name.
const IMPURE: [&str; 14] = [
    "std::fs",
    "std::io",
    "std::net",
    "std::process",
    "std::thread",
    "std::env",
    "std::time",
    "async ",
    "tokio",
    "tower_lsp",
    "anyhow",
    "println!",
    "eprintln!",
    "serde_json",
];

/// Crates that talk to a network.
const NETWORK: [&str; 18] = [
    "async-std",
    "curl",
    "h2",
    "hyper",
    "isahc",
    "mio",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "smol",
    "socket2",
    "surf",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "websocket",
];

/// A source file: its layer, path under `src`, and code without comments and test modules.
struct Source {
    layer: String,
    path: PathBuf,
    code: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files under `folder` whose names end in `extension`.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<Source> {
    let src = root().join("src");
    files(&src, "rs")
        .into_iter()
        .map(|file| {
            let path = file.strip_prefix(&src).unwrap().to_path_buf();
            let first = path.components().next().unwrap().as_os_str().to_string_lossy();
            let text = fs::read_to_string(&file).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            let lines = code.lines().map(|line| line.split("//").next().unwrap_or_default());
            Source {
                layer: first.trim_end_matches(".rs").to_string(),
                path,
                code: lines.collect::<Vec<_>>().join("\n"),
            }
        })
        .collect()
}

/// What `code` names of its crate: the first two segments of each path after `crate::`, groups taken apart.
fn named(code: &str) -> BTreeSet<(String, String)> {
    let mut all = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        for path in paths(&code[at + "crate::".len()..]) {
            all.insert(path);
        }
    }
    all
}

/// The first two segments of the path or group of paths that `code` starts with.
fn paths(code: &str) -> Vec<(String, String)> {
    match code.strip_prefix('{') {
        Some(group) => members(group).iter().flat_map(|member| paths(member)).collect(),
        None => {
            let (first, rest) = segment(code);
            match rest.strip_prefix("::") {
                Some(rest) if rest.starts_with('{') => {
                    members(&rest[1..]).iter().map(|member| (first.clone(), segment(member).0)).collect()
                }
                Some(rest) => vec![(first, segment(rest).0)],
                None => vec![(first, String::new())],
            }
        }
    }
}

/// The comma-separated members of a group, up to its closing brace.
fn members(group: &str) -> Vec<String> {
    let mut members = vec![String::new()];
    let mut depth = 0;
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                members.push(String::new());
                continue;
            }
            _ => {}
        }
        members.last_mut().unwrap().push(c);
    }
    members.iter().map(|member| member.trim().to_string()).filter(|member| !member.is_empty()).collect()
}

fn segment(path: &str) -> (String, &str) {
    let end = path.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(path.len());
    (path[..end].to_string(), &path[end..])
}

#[test]
fn layers_name_only_those_above_them() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(own) = LAYERS.iter().position(|layer| *layer == source.layer) else { continue };
        for (layer, item) in named(&source.code) {
            let below = LAYERS.iter().position(|name| *name == layer).is_some_and(|other| other > own);
            let shared = layer == "analysis" && SHARED.contains(&item.as_str());
            if below && !shared || FACES.contains(&layer.as_str()) {
                wrong.push(format!("{}: {layer}::{item}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_module_is_a_layer() {
    for source in sources() {
        let known = LAYERS.iter().chain(&FACES).any(|layer| *layer == source.layer);
        assert!(known || ["lib", "main"].contains(&source.layer.as_str()), "{}", source.path.display());
    }
}

#[test]
fn pure_layers_do_no_input_or_output() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| PURE.contains(&source.layer.as_str())) {
        for name in IMPURE.iter().filter(|name| source.code.contains(**name)) {
            wrong.push(format!("{}: {name}", source.path.display()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn protocol_types_stay_in_their_face() {
    let wrong: Vec<String> = (sources().iter())
        .filter(|source| source.layer != "lsp" && source.code.contains("tower_lsp"))
        .map(|source| source.path.display().to_string())
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_code_is_unsafe() {
    for source in sources() {
        let words = source.code.split(|c: char| !(c.is_alphanumeric() || c == '_'));
        assert!(words.into_iter().all(|word| word != "unsafe"), "{}", source.path.display());
    }
}

#[test]
fn lexicons_are_sorted_without_doubles_and_say_where_they_come_from() {
    let mut wrong = Vec::new();
    for file in files(&root().join("src"), "txt") {
        let text = fs::read_to_string(&file).unwrap();
        let entries: Vec<&str> =
            text.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        if !text.starts_with('#') {
            wrong.push(format!("{}: no word about its origin", file.display()));
        }
        for pair in entries.windows(2).filter(|pair| pair[0] >= pair[1]) {
            wrong.push(format!("{}: {:?} before {:?}", file.display(), pair[0], pair[1]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_talks_to_a_network() {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let tree = Command::new(cargo)
        .args(["tree", "--package", "copydesk", "--edges", "normal", "--prefix", "none", "--offline", "--locked"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let crates: BTreeSet<String> = String::from_utf8_lossy(&tree.stdout)
        .lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_string)
        .collect();
    assert!(crates.contains("ropey"));
    let network: Vec<&&str> = NETWORK.iter().filter(|name| crates.contains(**name)).collect();
    assert!(network.is_empty(), "{network:?}");
}
