//! Packs the list of office holders (see `copydesk::people::known` for the layout).

use super::text;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};

#[derive(Deserialize)]
struct Holder {
    name: String,
    id: String,
    roles: Vec<Office>,
}

#[derive(Deserialize)]
struct Office {
    role: String,
    country: Option<String>,
    from: Option<String>,
    to: Option<String>,
    src: String,
}

/// Offices of one person that are kept, the latest.
const MOST_OFFICES: usize = 3;

/// The packed list.
pub fn table(data: &Path) -> Result<Vec<u8>> {
    let path = data.join("people/lists/kb.jsonl");
    let mut holders = Vec::new();
    for line in text::lines(&path)? {
        holders.push(read(&line?).with_context(|| path.display().to_string())?);
    }
    holders.sort_by(|a, b| a.name.cmp(&b.name));
    let mut sources = BTreeMap::<&str, u32>::new();
    for office in holders.iter().flat_map(|holder| &holder.roles) {
        let date = sources.entry(&office.src).or_default();
        *date = (*date).max(packed(office.from.as_deref())).max(packed(office.to.as_deref()));
    }
    let strings: Vec<String> = {
        let offices = || holders.iter().flat_map(|holder| &holder.roles);
        let mut strings: Vec<_> = offices().flat_map(|office| [office.role.clone(), country(office)]).collect();
        strings.sort();
        strings.dedup();
        strings
    };
    let mut out = (strings.len() as u16).to_le_bytes().to_vec();
    let mut last = String::new();
    for string in &strings {
        push_string(&mut out, &mut last, string)?;
    }
    out.push(sources.len() as u8);
    sources.values().for_each(|date| out.extend(&date.to_le_bytes()[..3]));
    last.clear();
    let number =
        |string: &String| strings.binary_search(string).map(|at| (at as u16).to_le_bytes()).unwrap_or_default();
    for holder in &holders {
        push_string(&mut out, &mut last, &holder.name)?;
        out.extend(holder.id.trim_start_matches('Q').parse::<u32>()?.to_le_bytes());
        out.push(holder.roles.len() as u8);
        for office in &holder.roles {
            out.extend(number(&office.role));
            out.extend(number(&country(office)));
            out.push(sources.keys().position(|source| *source == office.src).unwrap_or(0) as u8);
            for date in [&office.from, &office.to] {
                out.extend(&packed(date.as_deref()).to_le_bytes()[..3]);
            }
        }
    }
    ensure!(out.len() <= 60_000, "the list of office holders takes {} bytes", out.len());
    Ok(out)
}

fn read(line: &str) -> Result<Holder> {
    let mut holder: Holder = serde_json::from_str(line)?;
    for office in &mut holder.roles {
        // The list of Congress gives party and state alone: " (Democrat, CA)".
        if office.role.starts_with(" (") {
            office.role.insert_str(0, "Member of Congress");
        }
    }
    holder.roles.sort_by_key(|office| std::cmp::Reverse((office.to.is_none(), packed(office.from.as_deref()))));
    holder.roles.truncate(MOST_OFFICES);
    Ok(holder)
}

fn country(office: &Office) -> String {
    match office.country.as_deref().unwrap_or_default() {
        "People's Republic of China" => "China".to_owned(),
        "United States of America" => "United States".to_owned(),
        country => country.to_owned(),
    }
}

/// Year, month and day in 23 bits; 0 for nothing.
fn packed(date: Option<&str>) -> u32 {
    let mut parts = date.unwrap_or_default().splitn(3, '-').map(|part| part.parse::<u32>().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    let (year, month, day) = (next(), next(), next());
    year << 9 | month << 5 | day
}

fn push_string(out: &mut Vec<u8>, last: &mut String, string: &str) -> Result<()> {
    let bytes = last.bytes().zip(string.bytes()).take_while(|(a, b)| a == b).count().min(255);
    let shared = (0..=bytes).rev().find(|&at| string.is_char_boundary(at)).unwrap_or(0);
    out.push(shared as u8);
    out.push(u8::try_from(string.len() - shared).context("a string of the list is too long")?);
    out.extend(&string.as_bytes()[shared..]);
    string.clone_into(last);
    Ok(())
}
