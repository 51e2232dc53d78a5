"""Plain text: every line a paragraph, every blank kept."""

from __future__ import annotations

import re

from rolwriter.model.source import SourceDocument, SourceParagraph
from rolwriter.readers.decode import decode
from rolwriter.readers.kinds import FileKind
from rolwriter.readers.refusals import refusal

# A page break beside a line end is one end with it; alone it ends a line too, as do
# Word's soft break (\x0b) and Unicode's own line ends.
_LINE_END = re.compile(
    "(?:\r\n|[\n\r\x0b\x85\u2028\u2029])\x0c?|\x0c(?:\r\n|[\n\r])?",
)


def split_lines(text: str) -> list[str]:
    """The lines of a text, none of them with a line end; a final end begins no line."""
    lines = _LINE_END.split(text)
    if lines[-1] == "":
        lines.pop()
    return lines


def read_plain_text(data: bytes) -> SourceDocument:
    """The lines of a text file in the encoding its bytes speak for.

    Raises:
        RolwriterError: no encoding gives a plausible text.
    """
    decoded = decode(data)
    if decoded is None:
        raise refusal(FileKind.UNKNOWN)
    paragraphs = tuple(SourceParagraph(line) for line in split_lines(decoded.text))
    notes = (decoded.note,) if decoded.note else ()
    return SourceDocument("txt", paragraphs, notes=notes)
