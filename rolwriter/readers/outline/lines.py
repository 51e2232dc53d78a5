"""A source's lines as recognition looks at them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rolwriter.catalog.outline import load_outline
from rolwriter.model.report import split_edges
from rolwriter.model.source import SourceDocument, SourceKind
from rolwriter.text.numbering import Numbering, numbering_of

_BLANKS = re.compile(r"\s+")
_SEAL = re.compile(r"[（(](?:盖章|公章|印章|章|代章)[）)]$")
_NAME = re.compile(r"[^\s，。；：:;,、！？!?《》“”\"0-9]{3,40}")
_DOCUMENT_NUMBER = re.compile(
    r"[^\s，。：；][^，。：；]{0,25}[〔\[［（(【]\s?20\d\d\s?[〕\]］）)】]\s?第?\s?\d{1,4}\s?号"
    r"(?:\s*签\s?发\s?人.{0,30})?"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the source; ``text`` is without the blanks around it."""

    text: str
    lead: str
    trail: str
    body: bool
    """Whether it may be a heading: no table row, footnote or text box."""
    outline: int | None
    numbering: Numbering | None

    @property
    def words(self) -> str:
        """The text without its number; without what is run in behind a heading."""
        if self.numbering is None:
            return self.text
        return self.text[self.numbering.marker_end : self.numbering.heading_end]

    @property
    def level(self) -> int:
        """The level its own number gives, 0 without one."""
        return self.numbering.level if self.numbering else 0


def lines_of(source: SourceDocument) -> list[Line]:
    """The source's paragraphs, one line each, in their order."""
    kinds = {p.kind for p in source.paragraphs if p.text.strip()}
    # where nothing stands in the body (a report laid out in a table), all of it counts as body
    all_body = SourceKind.BODY not in kinds
    lines: list[Line] = []
    for paragraph in source.paragraphs:
        lead, text, trail = split_edges(paragraph.text)
        body = all_body or paragraph.kind is SourceKind.BODY
        numbering = numbering_of(text) if body and not _contents().search(text[-8:]) else None
        lines.append(Line(text, lead, trail, body, paragraph.outline, numbering))
    return lines


def is_furniture(text: str) -> bool:
    """Whether a line is of a web page, a masthead, a list of contents, not of the report."""
    return len(text) <= 200 and any(pattern.search(text) for pattern in _furniture())


def is_organ(text: str) -> bool:
    """Whether a line is nothing but the name of an organ, blanks and a seal's mark aside."""
    if len(text) > 120:
        return False
    name = organ_name(text)
    return bool(_NAME.fullmatch(name)) and name.endswith(_endings())


def organ_name(text: str) -> str:
    """The name in a signature line: 南岸区 某某局（盖章） without blanks and mark."""
    return _SEAL.sub("", _BLANKS.sub("", text))


def is_document_number(text: str) -> bool:
    """Whether a line is a 发文字号: 某机管〔2025〕1号, a 签发人 behind it or not."""
    return len(text) <= 80 and bool(_DOCUMENT_NUMBER.fullmatch(text))


@cache
def _furniture() -> tuple[re.Pattern[str], ...]:
    catalog = load_outline()
    return (_contents(), *(re.compile(pattern) for pattern in catalog.furniture.patterns))


@cache
def _contents() -> re.Pattern[str]:
    return re.compile(load_outline().contents.pattern)


@cache
def _endings() -> tuple[str, ...]:
    return load_outline().organ.endings
