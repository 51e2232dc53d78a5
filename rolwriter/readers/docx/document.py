"""The whole of a Word file: its stories put in order, with notes on what was met."""

from __future__ import annotations

from collections.abc import Iterator

from rolwriter.model.source import SourceDocument, SourceKind, SourceParagraph
from rolwriter.readers.docx.counters import Counters
from rolwriter.readers.docx.findings import Findings
from rolwriter.readers.docx.inline import NoteCall
from rolwriter.readers.docx.names import DRAWING_TEXT, w
from rolwriter.readers.docx.names import r as relationship
from rolwriter.readers.docx.numbering import read_numbering
from rolwriter.readers.docx.package import Package
from rolwriter.readers.docx.story import StoryReader
from rolwriter.readers.docx.styles import Styles
from rolwriter.readers.docx.words import words_of
from rolwriter.readers.guard import Element, open_archive
from rolwriter.readers.guard.archive import damaged_archive
from rolwriter.readers.refusals import refusal
from rolwriter.readers.sniff import sniff

_ZIP = b"PK"
_NOTES = (("footnotes", w("footnote")), ("endnotes", w("endnote")))
_RUNNING = (("headerReference", SourceKind.HEADER), ("footerReference", SourceKind.FOOTER))
_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}


def read_docx(data: bytes) -> SourceDocument:
    """The words of a Word file, given its bytes.

    Raises:
        RolwriterError: not a Word file, damaged, protected, or beyond the limits.
    """
    if not data.startswith(_ZIP):
        # Another container: one with a password, a picture, an old Word file …
        raise refusal(sniff(data))
    package = Package(open_archive(data))
    try:
        found = _DocumentReader(package)
    except RecursionError:
        raise damaged_archive() from None
    return SourceDocument(
        "docx", tuple(found.paragraphs), tuple(found.apart), found.findings.to_notes()
    )


class _DocumentReader:
    """One pass over all stories of a package."""

    def __init__(self, package: Package) -> None:
        self.findings = Findings()
        self._package = package
        self._styles = Styles(package.part("styles"))
        self._lists = read_numbering(package.part("numbering"), self._styles)
        body, calls = self._read(package.document, SourceKind.BODY)
        self.paragraphs = body + self._notes(calls)
        self.apart = [*self._running_texts(), *self._comments()]
        self._look_at_diagrams()
        self.findings.unreadable = [name.rsplit("/", 1)[-1] for name in package.unreadable]

    def _read(
        self, root: Element, kind: SourceKind
    ) -> tuple[list[SourceParagraph], list[NoteCall]]:
        """The paragraphs of a part, and the notes they call."""
        findings = Findings()
        story = self._story(root, findings, with_fields=True)
        paragraphs = story.read(root, kind)
        if story.inline.fields.in_code:
            # A field that never ends would swallow the rest of the text.
            findings = Findings(unclosed_fields=1)
            story = self._story(root, findings, with_fields=False)
            paragraphs = story.read(root, kind)
        self.findings.add(findings)
        return paragraphs, story.inline.calls

    def _story(self, root: Element, findings: Findings, *, with_fields: bool) -> StoryReader:
        counters = Counters(self._lists, findings.number_formats.add)
        return StoryReader(root, self._styles, counters, findings, with_fields=with_fields)

    def _notes(self, calls: list[NoteCall]) -> list[SourceParagraph]:
        """Footnotes, then endnotes, in the order in which the text calls them."""
        found: list[SourceParagraph] = []
        for kind, tag in _NOTES:
            root = self._package.part(kind)
            if root is None:
                continue
            notes = {
                note.get(w("id")) or "": note
                for note in root.iterchildren(tag)
                if note.get(w("type")) not in _SEPARATORS
            }
            for call in calls:
                if call.kind == kind and call.id in notes:
                    found += self._texts(notes.pop(call.id), SourceKind.FOOTNOTE)
            self.findings.unused_notes += [
                words for note in notes.values() if (words := words_of(note))
            ]
        self.findings.note_paragraphs = len(found)
        return found

    def _texts(self, root: Element, kind: SourceKind) -> list[SourceParagraph]:
        """The paragraphs of a small part that have text."""
        paragraphs, _ = self._read(root, kind)
        return [paragraph for paragraph in paragraphs if paragraph.text.strip()]

    def _running_texts(self) -> Iterator[SourceParagraph]:
        """Headers and footers, each distinct text once."""
        seen: set[tuple[SourceKind, str]] = set()
        parts = {tie.id: tie.target for tie in self._package.relationships}
        for name, kind in _RUNNING:
            for reference in self._package.document.iter(w(name)):
                root = self._package.read(parts.pop(reference.get(relationship("id")) or "", ""))
                for paragraph in self._texts(root, kind) if root is not None else ():
                    key = (kind, paragraph.text.strip())
                    if key not in seen:
                        seen.add(key)
                        self.findings.headers_footers += 1
                        yield paragraph

    def _comments(self) -> list[SourceParagraph]:
        root = self._package.part("comments")
        if root is None:
            return []
        found: list[SourceParagraph] = []
        for comment in root.iterchildren(w("comment")):
            texts = self._texts(comment, SourceKind.COMMENT)
            self.findings.comments += len(texts)
            found += texts
        return found

    def _look_at_diagrams(self) -> None:
        """Diagrams and charts keep their words in parts of their own, as part of a picture."""
        for tie in self._package.relationships:
            if tie.kind in {"diagramData", "chart"}:
                root = self._package.read(tie.target)
                if root is not None:
                    words = [element.text or "" for element in root.iter(DRAWING_TEXT)]
                    self.findings.picture_words += [word for word in words if word.strip()]
