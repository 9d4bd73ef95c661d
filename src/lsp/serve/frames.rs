use serde::Deserialize;
use std::io::{self, BufRead, Read};
use tower_lsp::jsonrpc::{Error, Request, Response};

/// The largest message that is read into memory, in bytes; larger ones are skipped.
const LARGEST: u64 = 256 << 20;
/// The longest piece of a header that is looked at together, in bytes.
const LONGEST_HEADER: u64 = 1 << 20;

/// One message from the client.
#[derive(Debug)]
pub(super) enum Incoming {
    /// A request or notification.
    Request(Request),
    /// The answer to a request of ours.
    Response(Response),
    /// Something else; the error is what the client is told.
    Bad(Error),
}

/// The messages of a byte stream. Reads leniently: headers in any case and order, rubbish before a header is skipped,
/// and a message that is no JSON costs that message alone.
pub(super) struct Frames<R> {
    reader: R,
}

impl<R: BufRead> Frames<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader }
    }

    /// The next message; `None` at the end of the stream, also when it ends inside a message.
    pub(super) fn next(&mut self) -> io::Result<Option<Incoming>> {
        let Some(length) = self.header()? else { return Ok(None) };
        if length > LARGEST {
            let skipped = io::copy(&mut self.reader.by_ref().take(length), &mut io::sink())?;
            let refused = Incoming::Bad(Error::invalid_params(format!("message of {length} bytes refused")));
            return Ok((skipped == length).then_some(refused));
        }
        let mut body = Vec::with_capacity(length as usize);
        let read = self.reader.by_ref().take(length).read_to_end(&mut body)?;
        Ok((read as u64 == length).then(|| parse(&body)))
    }

    /// Reads up to the blank line that ends a header; the length it gives. `None` at the end of the stream.
    fn header(&mut self) -> io::Result<Option<u64>> {
        let mut length = None;
        let mut line = Vec::new();
        loop {
            line.clear();
            if self.reader.by_ref().take(LONGEST_HEADER).read_until(b'\n', &mut line)? == 0 {
                return Ok(None);
            }
            let text = line.trim_ascii_end();
            if !text.is_empty() {
                length = content_length(text).or(length);
            } else if length.is_some() {
                return Ok(length);
            }
        }
    }
}

/// The value of a `Content-Length` header. After rubbish the header may stand at the end of a line.
fn content_length(line: &[u8]) -> Option<u64> {
    const NAME: &[u8] = b"content-length:";
    let lower = line.to_ascii_lowercase();
    let at = memchr::memmem::rfind(&lower, NAME)?;
    std::str::from_utf8(line.get(at + NAME.len()..)?).ok()?.trim().parse().ok()
}

fn parse(body: &[u8]) -> Incoming {
    match serde_json::from_slice::<Request>(body) {
        Ok(request) if !request.method().is_empty() => Incoming::Request(request),
        Ok(_) => parse_as(body, Incoming::Response),
        Err(error) if error.is_data() => Incoming::Bad(Error::invalid_request()),
        Err(_) => parse_repaired(body),
    }
}

/// Half an emoji (a lone surrogate) and bytes that are no UTF-8 are no JSON for the parser; a change with one must not
/// be lost, or the text here would differ from the client's from then on.
fn parse_repaired(body: &[u8]) -> Incoming {
    let repaired = replace_lone_surrogates(&String::from_utf8_lossy(body));
    if repaired.as_bytes() == body {
        Incoming::Bad(Error::parse_error())
    } else {
        parse_as(repaired.as_bytes(), Incoming::Request)
    }
}

fn parse_as<'a, T: Deserialize<'a>>(body: &'a [u8], wrap: fn(T) -> Incoming) -> Incoming {
    match serde_json::from_slice(body) {
        Ok(message) => wrap(message),
        Err(error) if error.is_data() => Incoming::Bad(Error::invalid_request()),
        Err(_) => Incoming::Bad(Error::parse_error()),
    }
}

/// Replaces escapes of lone surrogates in JSON by the replacement character: one UTF-16 unit for another.
fn replace_lone_surrogates(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = match (escaped_unit(rest), escaped_unit(rest.get(6..).unwrap_or(""))) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
            (Some(0xd800..=0xdfff), _) => {
                out.push_str("\\ufffd");
                rest = &rest[6..];
                continue;
            }
            _ => rest.char_indices().nth(2).map_or(rest.len(), |(end, _)| end),
        };
        out.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    out.push_str(rest);
    out
}

/// The UTF-16 unit of the `\uXXXX` escape that `json` starts with.
fn escaped_unit(json: &str) -> Option<u16> {
    u16::from_str_radix(json.strip_prefix("\\u")?.get(..4)?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn methods(stream: &str) -> Vec<String> {
        let mut frames = Frames::new(stream.as_bytes());
        let mut seen = Vec::new();
        while let Some(message) = frames.next().expect("a slice can be read") {
            seen.push(match message {
                Incoming::Request(request) => request.method().to_owned(),
                Incoming::Response(_) => "response".to_owned(),
                Incoming::Bad(error) => error.code.code().to_string(),
            });
        }
        seen
    }

    fn frame(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    const NOTE: &str = r#"{"jsonrpc":"2.0","method":"a/b"}"#;

    #[test]
    fn header_names_are_read_in_any_case_and_other_headers_skipped() {
        let stream = format!("content-type: x\r\ncontent-LENGTH:{}\n\n{NOTE}{}", NOTE.len(), frame(NOTE));
        assert_eq!(methods(&stream), ["a/b", "a/b"]);
    }

    #[test]
    fn malformed_messages_cost_only_themselves() {
        let stream = [frame("{\"jsonrpc\":"), frame("[1,2]"), frame("\u{1}"), frame(NOTE)].concat();
        assert_eq!(methods(&stream), ["-32700", "-32600", "-32700", "a/b"]);
    }

    #[test]
    fn a_length_too_short_costs_one_message() {
        let stream = format!("Content-Length: {}\r\n\r\n{NOTE}{}", NOTE.len() - 5, frame(NOTE));
        assert_eq!(methods(&stream), ["-32700", "a/b"]);
    }

    #[test]
    fn a_length_too_long_costs_two_messages() {
        let stream = format!("Content-Length: {}\r\n\r\n{NOTE}{}{}", NOTE.len() + 5, frame(NOTE), frame(NOTE));
        assert_eq!(methods(&stream), ["-32700", "a/b"]);
    }

    #[test]
    fn the_stream_may_end_inside_a_message() {
        assert_eq!(methods("Content-Length: 100\r\n\r\n{\"jsonrpc\""), [""; 0]);
        assert_eq!(methods("Content-Len"), [""; 0]);
    }

    #[test]
    fn half_an_emoji_becomes_one_replacement_character() {
        let json = r#"{"a":"\ud83d x \ud83d\ude00 \\ud83d \udE00"}"#;
        assert_eq!(replace_lone_surrogates(json), r#"{"a":"\ufffd x \ud83d\ude00 \\ud83d \ufffd"}"#);
    }
}
