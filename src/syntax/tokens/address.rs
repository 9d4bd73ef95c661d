//! Web and mail addresses, handles and hashtags.

use super::chars::in_word;
use crate::syntax::lexicon;

/// An address is looked for no farther than this, so that hostile text costs linear time.
const LONGEST: usize = 512;

/// The end of the address that the word `start..end` begins: a URL, a host name, a mail address.
pub(super) fn from_word(block: &str, start: usize, end: usize, to: usize) -> Option<usize> {
    let bytes = &block.as_bytes()[..to];
    match bytes.get(end)? {
        b':' if bytes[end..].starts_with(b"://") => Some(url_end(block, end + 3, to)),
        b'@' => mail_end(block, end, to),
        b'.' if bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric) => dotted_end(block, start, to),
        _ => None,
    }
}

/// The end of the handle or hashtag that starts at `at`.
pub(super) fn handle(block: &str, at: usize, to: usize) -> Option<usize> {
    let rest = &block[at + 1..to];
    let inside = block[..at].chars().next_back().is_some_and(in_word);
    let named = rest.starts_with(|c: char| c.is_alphabetic() || c == '_');
    let length = rest.find(|c: char| !(in_word(c) || c == '_')).unwrap_or(rest.len());
    (named && !inside).then_some(at + 1 + length)
}

/// The end of an address whose scheme ends at `at`: up to a blank or a mark that cannot stand in one, without the
/// punctuation of the sentence around it.
fn url_end(block: &str, at: usize, to: usize) -> usize {
    let rest = &block[at..to];
    let length = rest.find(|c: char| c.is_whitespace() || "<>\"“”«»|".contains(c)).unwrap_or(rest.len());
    let url = &rest[..length];
    let bracketed = url.contains('(');
    let ends = |c: char| ".,;:!?'’*_]".contains(c) || c == ')' && !bracketed;
    at + url.trim_end_matches(ends).len()
}

/// The end of the mail address whose `@` stands at `at`.
fn mail_end(block: &str, at: usize, to: usize) -> Option<usize> {
    let host = &block.as_bytes()[at + 1..to];
    let named = host.first().is_some_and(u8::is_ascii_alphabetic);
    named.then(|| at + 1 + host_length(host))
}

/// The end of a host name with its path, or of a mail address with stops before its `@`, that starts at `start`.
fn dotted_end(block: &str, start: usize, to: usize) -> Option<usize> {
    let bytes = &block.as_bytes()[start..to];
    let host = host_length(bytes);
    let end = start + host;
    if bytes.get(host) == Some(&b'@') {
        return mail_end(block, end, to);
    }
    let name = &block[start..end];
    let (_, domain) = name.rsplit_once('.')?;
    let known = name.starts_with("www.") || lexicon::is_domain(domain);
    let path = matches!(bytes.get(host), Some(b'/' | b'?' | b':')) && known;
    known.then(|| if path { url_end(block, end, to) } else { end })
}

/// Length of a run of host characters that ends in a letter or digit.
fn host_length(bytes: &[u8]) -> usize {
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+');
    let run = bytes.iter().take(LONGEST).take_while(|&&byte| is_host(byte)).count();
    bytes[..run].iter().rposition(u8::is_ascii_alphanumeric).map_or(0, |last| last + 1)
}
