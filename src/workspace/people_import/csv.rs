use super::rows::Row;

/// The rows of a CSV table under its header (RFC 4180). Empty cells are left out.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let mut lines = records(text.trim_start_matches('\u{feff}')).into_iter();
    let header = lines.next().unwrap_or_default();
    let row = |cells: Vec<String>| header.iter().cloned().zip(cells).filter(|(_, cell)| !cell.is_empty()).collect();
    lines.map(row).collect()
}

fn records(text: &str) -> Vec<Vec<String>> {
    let mut records = Vec::new();
    let mut record = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            '\r' if !quoted => {}
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !record.is_empty() {
        record.push(cell);
        records.push(record);
    }
    records
}
