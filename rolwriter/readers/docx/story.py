"""One story of a document (body, header, footnote, …): its blocks in reading order."""

from __future__ import annotations

from dataclasses import dataclass

from rolwriter.model.source import SourceKind, SourceParagraph
from rolwriter.readers import typed
from rolwriter.readers.clean import BREAK, is_plain
from rolwriter.readers.docx import names
from rolwriter.readers.docx.counters import Counters
from rolwriter.readers.docx.findings import Findings
from rolwriter.readers.docx.inline import Box, InlineReader
from rolwriter.readers.docx.names import w
from rolwriter.readers.docx.properties import ParagraphProperties, StyleProperties, read_properties
from rolwriter.readers.docx.styles import Styles
from rolwriter.readers.docx.survey import Survey
from rolwriter.readers.docx.tables import cells, is_frame, rows
from rolwriter.readers.docx.words import words_of
from rolwriter.readers.guard import Element
from rolwriter.readers.guard.archive import too_many_paragraphs
from rolwriter.readers.guard.limits import MAX_PARAGRAPHS

_FLOWING = (SourceKind.BODY, SourceKind.TEXT_BOX)
"""Kinds whose table rows are told apart; in headers and notes they stay what they are."""


@dataclass(slots=True)
class _Pending:
    """What paragraphs whose mark is gone hand on to the next one."""

    text: str = ""
    boxes: tuple[Box, ...] = ()
    properties: ParagraphProperties | None = None
    """Of the first that has text: its number and level are what is seen."""


class StoryReader:
    """Reads stories; all share the styles and findings, each has counters of its own."""

    def __init__(
        self,
        root: Element,
        styles: Styles,
        counters: Counters,
        findings: Findings,
        *,
        with_fields: bool = True,
    ) -> None:
        self._styles = styles
        self._counters = counters
        self._plain_properties = StyleProperties(styles)
        self._findings = findings
        self.inline = InlineReader(styles, findings, with_fields=with_fields)
        self._out: list[SourceParagraph] = []
        self._written = 0
        self._kind = SourceKind.BODY
        self._pending = _Pending()
        self._survey = Survey(root, self.inline.handlers, styles)

    def read(self, container: Element, kind: SourceKind) -> list[SourceParagraph]:
        """The paragraphs of everything in a container."""
        outer_out, outer_pending, outer_kind = self._out, self._pending, self._kind
        self._out, self._pending, self._kind = [], _Pending(), kind
        self._blocks(container)
        self._flush()
        found = self._out
        self._out, self._pending, self._kind = outer_out, outer_pending, outer_kind
        return found

    def _blocks(self, container: Element) -> None:
        for element in container:
            if element.tag == names.P:
                self._paragraph(element)
            else:
                self._block(element)

    def _block(self, element: Element) -> None:
        tag = element.tag
        if tag == names.P:
            self._paragraph(element)
        elif tag == names.TBL:
            self._flush()
            self._table(element)
        elif tag in self.inline.handlers:
            self._stray(element)
        elif len(element) and tag not in _WORDLESS:
            self._blocks(element)

    def _paragraph(self, paragraph: Element) -> None:
        if paragraph in self._survey.properties:
            properties = read_properties(paragraph, self._styles)
        else:
            properties = self._plain_properties.of(self._survey.styles.get(paragraph))
        text, boxes = self._content(paragraph, properties)
        pending = self._pending
        if properties.joins_next:
            pending.text += text
            pending.boxes += boxes
            if text and pending.properties is None:
                pending.properties = properties
            return
        if pending.text or pending.boxes:
            self._pending = _Pending()
            text, boxes = pending.text + text, pending.boxes + boxes
            properties = pending.properties or properties
        self._write(text, boxes, properties)

    def _content(
        self, paragraph: Element, properties: ParagraphProperties
    ) -> tuple[str, tuple[Box, ...]]:
        inline = self.inline
        text = self._survey.texts.get(paragraph)
        is_shown = not (properties.joins_next or inline.fields.in_code)
        if text is not None and is_shown and is_plain(text):
            if inline.fields.any_open:
                inline.fields.shown(text)
            return text, ()
        return inline.read(paragraph, properties.style)

    def _stray(self, element: Element) -> None:
        """Runs or other inner parts that stand where only paragraphs should."""
        self._flush()
        style = self._styles.paragraph(None)
        text, boxes = self.inline.read([element], style)
        if text:
            self._write(text, (), ParagraphProperties(style))
        for box in boxes:
            self._box(box)

    def _flush(self) -> None:
        """Nothing follows that the pending text could join."""
        pending, self._pending = self._pending, _Pending()
        if pending.text or pending.boxes:
            default = ParagraphProperties(self._styles.paragraph(None))
            self._write(pending.text, pending.boxes, pending.properties or default)

    def _write(self, text: str, boxes: tuple[Box, ...], properties: ParagraphProperties) -> None:
        if properties.num_id is not None:
            label = self._counters.label(
                properties.num_id, properties.level, properties.style, text
            )
            text = label + text
        if BREAK in text:
            pieces = [piece for piece in text.split(BREAK) if piece] or [""]
        else:
            pieces = (text,)
        for piece in pieces:
            self._emit(SourceParagraph(piece, self._kind, properties.outline))
        for box in boxes:
            self._box(box)

    def _emit(self, paragraph: SourceParagraph) -> None:
        self._written += 1
        if self._written > MAX_PARAGRAPHS:
            raise too_many_paragraphs()
        self._out.append(paragraph)

    def _box(self, box: Box) -> None:
        element = box.element
        if not box.is_text_box:
            self._block(element)
            self._flush()
            return
        kind = SourceKind.TEXT_BOX if self._kind is SourceKind.BODY else self._kind
        if element.tag == names.TEXT_BOX:
            found = self.read(element, kind)
        else:
            text = element.get("string") if element.tag == names.WORD_ART else words_of(element)
            found = [SourceParagraph(text or "", kind)]
        found = [paragraph for paragraph in found if paragraph.text.strip()]
        self._findings.text_boxes += len(found)
        self._out.extend(found)

    def _table(self, table: Element) -> None:
        if is_frame(table):
            for row in rows(table, self._findings):
                for cell, _ in cells(row, self._findings):
                    if cell is not None:
                        self._out.extend(self.read(cell, self._kind))
            return
        for row in rows(table, self._findings):
            self._row(row)

    def _row(self, row: Element) -> None:
        """One paragraph of tab-joined cells; text boxes of the cells follow it."""
        columns: list[list[str]] = []
        boxes: list[SourceParagraph] = []
        for cell, span in cells(row, self._findings):
            found = self.read(cell, self._kind) if cell is not None else []
            lines: list[str] = []
            for paragraph in found:
                if paragraph.kind is SourceKind.TEXT_BOX is not self._kind:
                    boxes.append(paragraph)
                else:
                    lines.append(paragraph.text)
            columns += [lines, *[[]] * (span - 1)]
        text = typed.row(columns)
        if text:
            self._findings.rows += 1
            kind = SourceKind.TABLE if self._kind in _FLOWING else self._kind
            self._emit(SourceParagraph(text, kind))
        self._out.extend(boxes)


_WORDLESS = frozenset({w("sectPr"), w("tblPr"), w("tblGrid"), w("sdtPr"), w("sdtEndPr")})
