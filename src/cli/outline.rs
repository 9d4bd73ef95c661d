use super::inputs::{Article, Inputs};
use crate::{
    analysis::Section,
    text::{Encoding, LineIndex},
};
use clap::Args;
use std::{fmt::Write as _, io::Write as _, process::ExitCode};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    inputs: Inputs,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let mut out = anstream::stdout().lock();
    Ok(arguments.inputs.each(show, |text| out.write_all(text.as_bytes()))?.status())
}

fn show(article: Article) -> String {
    let text = &article.source.text;
    let mut shown = format!("{} ({} words)\n", article.name, article.analysis.words);
    for section in &article.analysis.outline {
        show_section(section, 1, text, &article.analysis.lines, &mut shown);
    }
    shown
}

fn show_section(section: &Section, depth: usize, text: &str, lines: &LineIndex, shown: &mut String) {
    let line = lines.position(text, section.heading.start, Encoding::Utf32).line + 1;
    let title = section.heading.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    _ = writeln!(shown, "{:indent$}{title}  (line {line})", "", indent = depth * 2);
    for child in &section.children {
        show_section(child, depth + 1, text, lines, shown);
    }
}
