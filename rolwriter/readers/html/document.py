"""A saved page or a document saved as HTML: from bytes to paragraphs."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage

from rolwriter.model.source import Note, NoteKind, SourceDocument, SourceKind, SourceParagraph
from rolwriter.readers import notes
from rolwriter.readers.decode import decode, decode_leniently
from rolwriter.readers.guard import check_page, with_closed_comments
from rolwriter.readers.html.blocks import Block, Page, blocks_of
from rolwriter.readers.html.furniture import split_page
from rolwriter.readers.html.tree import parse
from rolwriter.readers.kinds import FileKind
from rolwriter.readers.plain_text import read_plain_text
from rolwriter.readers.refusals import damaged, refusal

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_OFFICE = re.compile(
    r"<meta[^>]+(?:LibreOffice|OpenOffice|StarOffice|Microsoft Word|Word\.Document|WPS|Kingsoft)"
    r"|urn:schemas-microsoft-com:office|StartHTML:[\s\S]{0,2000}?mso-",
    re.IGNORECASE,
)
_LIBRE = re.compile(r"<meta[^>]+(?:LibreOffice|OpenOffice|StarOffice)", re.IGNORECASE)
_CLIPPED = re.compile(r"<!--\s*StartFragment\s*-->(.*?)<!--\s*EndFragment\s*-->", re.DOTALL)
_HEAD = 8192
"""Where a page names its charset and the program it was made with, in bytes."""


def read_html(data: bytes, charset: str = "") -> SourceDocument:
    """The paragraphs of a page; ``charset`` is what its carrier said of it.

    A document saved as HTML by an office program is taken whole; from the page of a
    site the text is taken and the site's furniture named in a note.

    Raises:
        RolwriterError: the page's encoding is broken.
    """
    check_page(data)
    declared = _CHARSET.search(data[:_HEAD])
    name = declared.group(1).decode("ascii") if declared else charset
    decoded = decode(data, name) or decode_leniently(data, name)
    if decoded is None:
        raise damaged("网页文件")
    markup = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    markup = with_closed_comments(markup)
    is_document = _OFFICE.search(markup[:_HEAD]) is not None
    if _LIBRE.search(markup[:_HEAD]) and "<pre" not in markup.lower():
        # these break source lines at blanks only, so that each break is a blank of the text
        markup = markup.replace("\n", " ")
    clipped = _CLIPPED.search(markup)
    page = blocks_of(parse(clipped.group(1) if clipped else markup), is_document=is_document)
    kept, dropped = (page.blocks, []) if is_document else split_page(page.blocks)
    found = [decoded.note] if decoded.note and decoded.encoding != "gb18030" else []
    return _document(page, kept, dropped, [*found, *_garbled(decoded.text)])


def read_mht(data: bytes) -> SourceDocument:
    """The page inside a page archive (.mht): a mail message with pictures beside the page.

    Raises:
        RolwriterError: there is no page inside.
    """
    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
        for part in message.walk():
            if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
                return read_html(_payload(part), part.get_content_charset() or "")
        for part in message.walk():
            if part.get_content_type() == "text/plain":
                return read_plain_text(_payload(part))
    except (ValueError, LookupError, AttributeError, TypeError, IndexError):
        raise damaged("网页文件") from None  # the mail parser stumbles over broken headers
    raise refusal(FileKind.UNKNOWN)


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _garbled(text: str) -> list[Note]:
    count = text.count("\ufffd")
    return [Note(NoteKind.ENCODING, notes.GARBLED.format(count))] if count else []


def _document(
    page: Page, kept: list[Block], dropped: list[Block], found: list[Note]
) -> SourceDocument:
    margins = {SourceKind.HEADER, SourceKind.FOOTER}
    paragraphs = [SourceParagraph(block.text, block.kind, block.outline) for block in kept]
    body = tuple(paragraph for paragraph in paragraphs if paragraph.kind not in margins)
    apart = tuple(p for p in paragraphs if p.kind in margins and p.text.strip())
    rows = sum(p.kind is SourceKind.TABLE for p in body)
    footnotes = sum(p.kind is SourceKind.FOOTNOTE for p in body)
    around = {block.path[-1] for block in kept}
    pictures = sum(path[-1] in around for path in page.pictures)
    counted = (
        (NoteKind.TABLE, rows, notes.TABLE),
        (NoteKind.FOOTNOTE, footnotes, notes.FOOTNOTE),
        (NoteKind.PICTURE, pictures, notes.PICTURE),
    )
    found += [Note(kind, text.format(count)) for kind, count, text in counted if count]
    listed = (
        (NoteKind.REVISION, notes.REVISION, page.deleted),
        (NoteKind.HIDDEN, notes.HIDDEN, page.hidden),
        (NoteKind.FURNITURE, notes.FURNITURE, [block.text for block in dropped]),
    )
    found += [
        Note(kind, text.format(len(all_)), tuple(all_)) for kind, text, all_ in listed if all_
    ]
    if apart:
        found.append(Note(NoteKind.HEADER_FOOTER, notes.HEADER_FOOTER))
    return SourceDocument("html", body, apart, tuple(found))
