use copydesk::{analysis::Analysis, text::Span};

/// Every place that `analysis` tells of. The fuzz targets use it too.
pub fn spans(analysis: &Analysis) -> Vec<Span> {
    let people = analysis
        .people
        .people
        .iter()
        .flat_map(|person| person.mentions.iter().chain(&person.references).chain(&person.roles).copied());
    let attributions = (analysis.statements.attributions.iter())
        .flat_map(|attribution| [Some(attribution.content), attribution.source, attribution.cue])
        .flatten();
    let claims = analysis.statements.claims.iter().flat_map(|claim| [claim.span, claim.cue]);
    let findings = analysis.findings.iter().flat_map(|finding| {
        let fixes = finding.fixes.iter().flat_map(|fix| fix.edits.iter().map(|edit| edit.span));
        fixes.chain(finding.related.iter().map(|related| related.span)).chain([finding.span])
    });
    people.chain(attributions).chain(claims).chain(findings).collect()
}
