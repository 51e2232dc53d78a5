"""Word's fields: an instruction that is not shown, and a result that is.

A field is opened, parted and closed by marks between runs; it may run over several
paragraphs (a table of contents) and hold other fields.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rolwriter.readers.docx.findings import Findings
from rolwriter.readers.docx.names import VAL, w
from rolwriter.readers.docx.styles import is_on, number_of
from rolwriter.readers.docx.symbols import PLACEHOLDER, symbol
from rolwriter.readers.guard import Element

_SILENT = frozenset(
    (
        *("ADVANCE", "ASK", "BOOKMARK", "COMMENTS", "FORMTEXT", "INDEX", "NOTEREF", "PRINT"),
        *(
            "NUMPAGES",
            "PAGE",
            "PRIVATE",
            "RD",
            "SECTIONPAGES",
            "SET",
            "TA",
            "TC",
            "TOA",
            "TOC",
            "XE",
        ),
    )
)
"""Fields whose result may well be empty, that never show one, or that only number pages."""
_SYMBOL = re.compile(
    r"SYMBOL\s+(0x[0-9a-f]{1,6}|\d{1,7}).*?(?:\\f\s+\"?([^\"\\]+?)\"?\s*(?:\\|$)|$)", re.IGNORECASE
)


@dataclass(slots=True)
class Field:
    """A field that is open."""

    code: list[str] = field(default_factory=list[str])
    in_result: bool = False
    shows: bool = False
    """Whether its result has text."""
    form: str = ""
    """What a form field shows by itself: a ticked box, the chosen entry."""
    swallowed: list[str] = field(default_factory=list[str])
    """Text met in the instruction, where only other fields' results belong."""


class Fields:
    """The open fields of a story, innermost last."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._open: list[Field] = []
        self.in_code = False
        """Whether what comes now belongs to an instruction and is not shown."""

    @property
    def any_open(self) -> bool:
        """Whether text that goes by belongs to a field."""
        return bool(self._open)

    def begin(self, mark: Element | None = None) -> None:
        """A field opens; a form field's mark holds its state."""
        self._open.append(Field(form=_form(mark) if mark is not None else ""))
        self.in_code = True

    def code(self, text: str) -> None:
        """A piece of instruction."""
        if self._open:
            self._open[-1].code.append(text)
        elif text.strip():
            self._findings.empty_fields.append(text.strip())

    def separate(self) -> None:
        """The instruction is over, the result begins."""
        if self._open:
            self._open[-1].in_result = True
            self._update()

    def end(self) -> str:
        """The innermost field closes; the text that it shows without holding it, or ""."""
        if not self._open:
            return ""
        closed = self._open.pop()
        self._update()
        if not closed.in_result:
            self._findings.empty_fields.extend(closed.swallowed)
        return "" if closed.shows else self._missing(closed)

    def shown(self, text: str) -> None:
        """Visible text goes by: it is part of every open result."""
        if text.strip():
            for opened in self._open:
                opened.shows = True

    def swallow(self, text: str) -> None:
        """Text goes by inside an instruction."""
        self._open[-1].swallowed.append(text)
        self._open[-1].shows = True

    def _update(self) -> None:
        self.in_code = any(not opened.in_result for opened in self._open)

    def _missing(self, closed: Field) -> str:
        """What stands for a result the file does not hold; told, where nothing can."""
        if closed.form:
            return closed.form
        code = "".join(closed.code).strip()
        keyword = code.split(maxsplit=1)[0].upper() if code else ""
        found = _SYMBOL.match(code)
        if found:
            position = int(found.group(1), 0)
            return symbol(found.group(2) or "Symbol", position) or PLACEHOLDER
        if code and keyword not in _SILENT and not self.in_code:
            self._findings.empty_fields.append(code)
        return ""


def _form(mark: Element) -> str:
    data = mark.find(w("ffData"))
    if data is None:
        return ""
    box = data.find(w("checkBox"))
    if box is not None:
        checked = is_on(box.find(w("checked")))
        ticked = is_on(box.find(w("default"))) if checked is None else checked
        return "☑" if ticked else "☐"
    choices = data.find(w("ddList"))
    if choices is None:
        return ""
    entries = [entry.get(VAL) or "" for entry in choices.iterchildren(w("listEntry"))]
    chosen = number_of(choices, w("result")) or number_of(choices, w("default")) or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""
