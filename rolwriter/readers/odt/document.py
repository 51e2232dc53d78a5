"""The whole of an OpenDocument text: from the package to paragraphs and notes."""

from __future__ import annotations

from rolwriter.model.source import SourceDocument, SourceKind, SourceParagraph
from rolwriter.readers.guard import Archive, Element, open_archive, parse_xml
from rolwriter.readers.guard.archive import damaged_archive
from rolwriter.readers.kinds import FileKind
from rolwriter.readers.odt import names
from rolwriter.readers.odt.findings import Findings
from rolwriter.readers.odt.lists import Numbering
from rolwriter.readers.odt.names import office, style
from rolwriter.readers.odt.story import Context, StoryReader
from rolwriter.readers.odt.styles import Styles
from rolwriter.readers.refusals import refusal

_MARGINS = (
    ("header", SourceKind.HEADER),
    ("header-left", SourceKind.HEADER),
    ("header-first", SourceKind.HEADER),
    ("footer", SourceKind.FOOTER),
    ("footer-left", SourceKind.FOOTER),
    ("footer-first", SourceKind.FOOTER),
)


def read_odt(data: bytes) -> SourceDocument:
    """The words of an OpenDocument text, automatic numbers typed.

    Raises:
        RolwriterError: damaged, protected by a password, or beyond the limits.
    """
    archive = open_archive(data)
    if _is_encrypted(archive):
        raise refusal(FileKind.ENCRYPTED)
    content = _part(archive, "content.xml")
    if content is None:
        raise damaged_archive()
    definitions = _part(archive, "styles.xml")
    try:
        return _read(content, definitions)
    except RecursionError:
        raise damaged_archive() from None


def _read(content: Element, definitions: Element | None) -> SourceDocument:
    roots = [root for root in (definitions, content) if root is not None]
    findings = Findings()
    context = Context(Styles(roots), findings, Numbering(findings.unknown_formats))
    body: list[SourceParagraph] = []
    for story in content.iter(names.BODY_TEXT):
        body += StoryReader(context, SourceKind.BODY).read(story)
    margins = _margins(definitions, context) if definitions is not None else []
    paragraphs = (*body, *context.footnotes)
    apart = (*margins, *context.comments)
    return SourceDocument("odt", paragraphs, apart, findings.to_notes(paragraphs, apart))


def _part(archive: Archive, name: str) -> Element | None:
    return parse_xml(archive.read(name)) if archive.find(name) else None


def _is_encrypted(archive: Archive) -> bool:
    manifest = _part(archive, "META-INF/manifest.xml")
    if archive.find("encrypted-package"):
        return True
    return manifest is not None and any(True for _ in manifest.iter(names.ENCRYPTION))


def _margins(definitions: Element, context: Context) -> list[SourceParagraph]:
    """Headers and footers of all page styles, each wording once."""
    found: list[SourceParagraph] = []
    for masters in definitions.iter(office("master-styles")):
        for name, kind in _MARGINS:
            for margin in masters.iter(style(name)):
                if margin.get(style("display")) != "false":
                    found += StoryReader(context, kind).read(margin)
    return list(dict.fromkeys(p for p in found if p.text.strip()))
