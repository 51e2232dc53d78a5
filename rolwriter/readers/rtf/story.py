"""One text of an RTF file (body, header, footnote, text box) as it gathers its paragraphs."""

from __future__ import annotations

from rolwriter.model.source import SourceKind, SourceParagraph
from rolwriter.readers.docx.symbols import bullet
from rolwriter.readers.typed import gap, row


class Story:
    """Gathers words into paragraphs; what hangs on a paragraph follows it."""

    def __init__(self, kind: SourceKind) -> None:
        self.kind = kind
        self.in_table = False
        self.soft_breaks = 0
        self._paragraphs: list[SourceParagraph] = []
        self._attached: list[SourceParagraph] = []
        self._words: list[str] = []
        self._label: list[str] = []
        self._cell: list[str] = []
        self._row: list[list[str]] = []
        self._outline: int | None = None

    def add(self, text: str) -> None:
        """Words of the current paragraph."""
        self._words.append(text)

    def add_label(self, text: str) -> None:
        """An automatic number, or a piece of it."""
        self._label.append(text)

    def attach(self, paragraphs: list[SourceParagraph]) -> None:
        """A text of its own (a footnote, a text box) that hangs on the current paragraph."""
        self._attached += paragraphs

    def set_outline(self, level: int | None) -> None:
        """The outline level as RTF counts it: from 0, 9 for running text."""
        self._outline = level + 1 if level is not None and 0 <= level < 9 else None

    def begin_plain(self) -> None:
        """The paragraph's properties are set back."""
        self.in_table = False
        self._outline = None

    def end_paragraph(self) -> None:
        """The paragraph's words are complete; in a table they are a line of the cell."""
        if self.in_table:
            self._cell.append(self._take_words())
        else:
            self._end_row_without_mark()
            self._emit(self._take_words(), self.kind, self._outline)

    def soft_break(self) -> None:
        """A line break inside the paragraph."""
        self.soft_breaks += 1
        self.end_paragraph()

    def end_unless_empty(self) -> None:
        """A break of page or section ends the words before it and makes no blank line."""
        if any(self._words) or any(self._label):
            self.end_paragraph()

    def end_cell(self) -> None:
        """The cell's words are complete."""
        self._cell.append(self._take_words())
        self._row.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """The row's cells are complete."""
        if self._cell or any(self._words):
            self.end_cell()
        if self._row:
            self._end_row()

    def finish(self) -> list[SourceParagraph]:
        """All paragraphs, the unfinished one too."""
        self.end_row() if self.in_table or self._row else self.end_unless_empty()
        self._emit_attached()
        return self._paragraphs

    def _take_words(self) -> str:
        label = "".join(self._label).strip()
        text = "".join(self._words)
        self._label.clear()
        self._words.clear()
        label = "".join(bullet(char, "") for char in label)
        return _join_surrogates(f"{label}{gap(label, text)}{text}")

    def _end_row_without_mark(self) -> None:
        """Words that follow cells without an end of row are outside the table all the same."""
        if self._row or self._cell:
            if self._cell:
                self._row.append(self._cell)
                self._cell = []
            self._end_row()

    def _end_row(self) -> None:
        words = row(self._row)
        self._row.clear()
        if words:
            self._emit(words, SourceKind.TABLE, None)

    def _emit(self, text: str, kind: SourceKind, outline: int | None) -> None:
        self._paragraphs.append(SourceParagraph(text, kind, outline))
        self._emit_attached()

    def _emit_attached(self) -> None:
        self._paragraphs += self._attached
        self._attached.clear()


def _join_surrogates(text: str) -> str:
    """RTF writes a character beyond U+FFFF as the two halves UTF-16 has."""
    if not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
