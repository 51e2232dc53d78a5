"""The inside of a paragraph: runs and all that may stand between and within them.

An element that is not known is descended into, never passed over: new kinds of
wrappers come with every version of Word, and the words are inside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rolwriter.readers.clean import BREAK, clean, is_plain
from rolwriter.readers.docx import names
from rolwriter.readers.docx.fields import Fields
from rolwriter.readers.docx.findings import Findings
from rolwriter.readers.docx.names import w
from rolwriter.readers.docx.styles import Style, Styles
from rolwriter.readers.docx.symbols import PLACEHOLDER, is_symbol, symbol
from rolwriter.readers.docx.words import chosen_branch, words_of
from rolwriter.readers.guard import Element

_SOFT = (None, "textWrapping")
_HYPHEN = "\u2011"
_PLACE_LENGTH = 12
"""Characters that say after which words a footnote was called."""
_NO_STYLE = Style()


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks met inside a paragraph, to be read after it."""

    element: Element
    is_text_box: bool
    """False for paragraphs and tables that stand where none should be."""


@dataclass(frozen=True, slots=True)
class NoteCall:
    """A place where the text refers to a footnote or an endnote."""

    kind: str
    """The kind of part that has it: "footnotes" or "endnotes"."""
    id: str


class InlineReader:
    """Reads the content of paragraphs of one story, in order."""

    def __init__(self, styles: Styles, findings: Findings, *, with_fields: bool) -> None:
        """Without fields their marks are ignored and all text is taken for shown."""
        self._styles = styles
        self._findings = findings
        self._with_fields = with_fields
        self.fields = Fields(findings)
        self.calls: list[NoteCall] = []
        self._style = _NO_STYLE
        self._run: Element | None = None
        self._is_hidden = False
        self._parts: list[str] = []
        self._hidden: list[str] = []
        self._boxes: list[Box] = []
        self.handlers: dict[str, Callable[[Element], None]] = {
            names.PPR: self._skip,
            names.RPR: self._skip,
            names.R: self._on_run,
            names.T: self._on_text,
            names.MATH_TEXT: self._on_text,
            names.TAB: self._on_tab,
            w("ptab"): self._on_tab,
            w("br"): self._on_break,
            w("cr"): self._on_break,
            w("noBreakHyphen"): self._on_hyphen,
            w("sym"): self._on_symbol,
            names.DELETED: self._on_deleted,
            names.MOVED_AWAY: self._on_deleted,
            names.DELETED_TEXT: self._on_deleted,
            names.INSERTED: self._on_inserted,
            names.MOVED_HERE: self._on_inserted,
            w("fldChar"): self._on_field_mark,
            w("fldSimple"): self._on_simple_field,
            names.INSTRUCTION: self._on_instruction,
            names.ALTERNATE: self._on_alternate,
            w("drawing"): self._on_drawing,
            w("pict"): self._on_drawing,
            w("object"): self._on_drawing,
            names.TEXT_BOX: self._on_text_box,
            names.DRAWING_PARAGRAPH: self._on_text_box,
            names.WORD_ART: self._on_text_box,
            names.P: self._on_nested,
            names.TBL: self._on_nested,
            w("footnoteReference"): self._on_note_call,
            w("endnoteReference"): self._on_note_call,
            w("ruby"): self._on_ruby,
            names.MATH: self._on_formula,
            w("altChunk"): self._on_embedded,
            w("subDoc"): self._on_embedded,
        }
        """What to do with each element that is more than a wrapper."""

    def read(self, elements: Iterable[Element], style: Style) -> tuple[str, tuple[Box, ...]]:
        """What a paragraph of that style shows, given its children, and the blocks it holds.

        `BREAK` stands in the text where a line was broken.
        """
        self._style = style
        self._run = None
        self._is_hidden = self._styles.is_hidden(style, None)
        self._parts, self._boxes = [], []
        self._descend(elements)
        self._end_hidden()
        return "".join(self._parts), tuple(self._boxes)

    def _say(self, text: str) -> None:
        """Text goes by as the file has it."""
        self._put(text if is_plain(text) else self._tidy(text))

    def _put(self, text: str) -> None:
        """Clean text goes by: shown, hidden, or part of an instruction."""
        if not text:
            return
        if self.fields.in_code:
            self.fields.swallow(text)
        elif self._is_hidden:
            self._hidden.append(text)
        else:
            self._end_hidden()
            self._parts.append(text)
            self.fields.shown(text)

    def _descend(self, elements: Iterable[Element]) -> None:
        for element in elements:
            handler = self.handlers.get(element.tag)
            if handler is not None:
                handler(element)
            elif len(element):
                self._descend(element)

    def _end_hidden(self) -> None:
        if self._hidden:
            self._findings.hidden.append("".join(self._hidden))
            self._hidden = []

    def _tidy(self, text: str) -> str:
        text, unseen = clean(text)
        self._findings.controls += unseen
        if any(map(is_symbol, text)):
            font = self._font()
            text = "".join(self._symbol(font, ord(c)) if is_symbol(c) else c for c in text)
        return text

    def _font(self) -> str:
        run = self._run.find(names.RPR) if self._run is not None else None
        fonts = run.find(w("rFonts")) if run is not None else None
        if fonts is None:
            return ""
        return fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or fonts.get(w("hint")) or ""

    def _symbol(self, font: str, code: int) -> str:
        """A character of a symbol font; a placeholder and a finding where none is known."""
        found = symbol(font, code)
        if found is None:
            self._findings.symbols[f"{font or '字体不明'} {code:04X}"] += 1
        return found or PLACEHOLDER

    def _skip(self, element: Element) -> None:
        """Properties hold no words, but tab stops and deleted marks of their own."""

    def _on_run(self, run: Element) -> None:
        outer_run, outer_hidden = self._run, self._is_hidden
        self._run = run
        self._is_hidden = self._styles.is_hidden(self._style, run.find(names.RPR))
        self._descend(run)
        self._run, self._is_hidden = outer_run, outer_hidden

    def _on_text(self, element: Element) -> None:
        self._say(element.text or "")

    def _on_tab(self, _: Element) -> None:
        self._put("\t")

    def _on_break(self, element: Element) -> None:
        if self._is_hidden or self.fields.in_code:
            return
        if element.get(w("type")) in _SOFT:
            self._findings.soft_breaks += 1
        self._parts.append(BREAK)

    def _on_hyphen(self, _: Element) -> None:
        self._put(_HYPHEN)

    def _on_symbol(self, element: Element) -> None:
        try:
            code = int(element.get(w("char")) or "", 16)
        except ValueError:
            code = 0
        self._put(self._symbol(element.get(w("font")) or "", code))

    def _on_deleted(self, element: Element) -> None:
        words = words_of(element)
        if words:
            self._findings.deletions.append(words)

    def _on_inserted(self, element: Element) -> None:
        self._findings.insertions += 1
        self._descend(element)

    def _on_field_mark(self, mark: Element) -> None:
        if not self._with_fields:
            return
        match mark.get(w("fldCharType")):
            case "begin":
                self.fields.begin(mark)
            case "separate":
                self.fields.separate()
            case "end":
                self._say(self.fields.end())
            case _:
                pass

    def _on_simple_field(self, element: Element) -> None:
        self.fields.begin()
        self.fields.code(element.get(w("instr")) or "")
        self.fields.separate()
        self._descend(element)
        self._say(self.fields.end())

    def _on_instruction(self, element: Element) -> None:
        if self._with_fields:
            self.fields.code(element.text or "")

    def _on_alternate(self, element: Element) -> None:
        branch = chosen_branch(element)
        if branch is not None:
            self._descend(branch)

    def _on_drawing(self, element: Element) -> None:
        boxes = len(self._boxes)
        self._descend(element)
        if len(self._boxes) == boxes:
            self._findings.pictures += 1

    def _on_text_box(self, element: Element) -> None:
        if self._is_hidden:
            self._say(words_of(element))
        else:
            self._boxes.append(Box(element, is_text_box=True))

    def _on_nested(self, element: Element) -> None:
        self._boxes.append(Box(element, is_text_box=False))

    def _on_note_call(self, element: Element) -> None:
        if self._is_hidden or self.fields.in_code:
            return
        kind = "footnotes" if element.tag == w("footnoteReference") else "endnotes"
        self.calls.append(NoteCall(kind, element.get(w("id")) or ""))
        before = "".join(self._parts)[-_PLACE_LENGTH:]
        self._findings.note_calls.append(before.replace(BREAK, " ") or "段首")

    def _on_ruby(self, element: Element) -> None:
        for part in element:
            if part.tag == w("rt"):
                self._findings.ruby.append(words_of(part))
            else:
                self._descend(part)

    def _on_formula(self, element: Element) -> None:
        self._findings.formulas += 1
        self._descend(element)

    def _on_embedded(self, _: Element) -> None:
        self._findings.embedded += 1
