use super::Volume;
use crate::{
    lsp::{
        documents::Snapshot,
        environment::file_path,
        outgoing::{self, Outgoing, Related},
        session::Session,
    },
    rules::{self, Finding, suppress::Directives},
    text::Span,
    workspace::Place,
};
use rustc_hash::FxHashMap;
use std::{ffi::OsStr, sync::Arc};

/// The rule whose findings these are.
const RULE: &str = "boilerplate/repeated-passage";
/// Places that are told of one passage.
const MOST_PLACES: usize = 5;

impl Session {
    /// The passages of `snapshot` that stand in other articles of the workspace too, with the places there.
    ///
    /// An article that has more than half of its passages from here is taken for another version of this one, and
    /// nothing is said of it.
    pub(in crate::lsp) fn repeats(&self, snapshot: &Snapshot) -> Vec<Outgoing<'static>> {
        let Some(analysis) = snapshot.analysis() else { return Vec::new() };
        let settings = &snapshot.around.config.settings;
        let Some(severity) = rules::by_id(RULE).and_then(|rule| settings.severity(rule)) else { return Vec::new() };
        let here = file_path(&snapshot.uri);
        if !self.stands_beside_others(here.as_deref()) {
            return Vec::new();
        }
        let blocks = analysis.article.blocks.iter().zip(&analysis.facts).zip(&analysis.furniture);
        let passages = blocks.filter(|((_, facts), kind)| kind.is_none() && !facts.line.sketch().is_empty());
        let passages = passages.map(|((block, facts), _)| (block.span, facts.line.sketch()));
        let (spans, sketches): (Vec<Span>, Vec<&[u32]>) = passages.unzip();
        let mut kept = snapshot.kept_places();
        let places = without_versions(&kept.of(&sketches, self, here.as_deref()));
        if places.iter().all(Vec::is_empty) {
            return Vec::new();
        }
        let directives = Directives::new(snapshot.text(), &analysis.article);
        let finding = |span| Finding {
            rule: RULE,
            severity,
            span,
            message: "This passage stands in another article too".into(),
            fixes: Vec::new(),
            related: Vec::new(),
        };
        let is_silenced = |finding: &Finding| {
            directives.silence(finding) || settings.ignored.contains(&analysis.fingerprint(snapshot.text(), finding))
        };
        let repeated = spans.into_iter().zip(places).filter(|(_, places)| !places.is_empty());
        let findings = repeated.map(|(span, places)| (finding(span), places));
        let told = findings.filter(|(finding, _)| !is_silenced(finding));
        told.map(|(finding, places)| self.diagnostic_with(&finding, snapshot, &places)).collect()
    }

    fn diagnostic_with(
        &self,
        finding: &Finding,
        snapshot: &Snapshot,
        places: &[&(Volume, Place)],
    ) -> Outgoing<'static> {
        let mut diagnostic = outgoing::diagnostic(finding, snapshot, self.peer()).into_owned();
        if self.peer().shows_related {
            let locations = places.iter().filter_map(|(volume, place)| volume.location(*place)).take(MOST_PLACES);
            let related = locations.map(|location| Related { location: location.into(), message: "Here too".into() });
            diagnostic.related_information = Some(related.collect());
        }
        diagnostic
    }
}

/// Tells the client of repeats that nobody could know before the workspace was read. Called inside the runtime.
pub(super) fn tell(session: &Arc<Session>) {
    let mut news = session.documents().snapshots();
    news.retain(|snapshot| !session.repeats(snapshot).is_empty());
    if session.peer().pulls && !news.is_empty() {
        session.refresh();
    }
    news.iter().for_each(|snapshot| session.report(snapshot));
}

/// `places` of each passage but those in articles that share more than half of the passages.
fn without_versions<'a>(places: &[&'a [(Volume, Place)]]) -> Vec<Vec<&'a (Volume, Place)>> {
    let mut shared: FxHashMap<&OsStr, usize> = FxHashMap::default();
    for (volume, _) in places.iter().copied().flatten() {
        *shared.entry(volume.path.as_os_str()).or_default() += 1;
    }
    let most = places.len() / 2;
    let is_other =
        |(volume, _): &&(Volume, Place)| shared.get(volume.path.as_os_str()).is_none_or(|&count| count <= most);
    places.iter().map(|places| places.iter().filter(is_other).collect()).collect()
}
