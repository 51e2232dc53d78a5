"""The report as one neutral run of blocks, which feeds Word, print, PDF, HTML and text.

What a paragraph is gets decided here once, so that all outputs agree; how it looks
is decided by `PageFormat`. Blank paragraphs make no block: distances are layout. What
stands in 未归类 is not part of the document: `left_out` counts it for the caller to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rolwriter.catalog.page_format import BlockKind, FaceRole
from rolwriter.model.report import Paragraph, PartKind, Report
from rolwriter.text.numbering import heading_end
from rolwriter.text.sanitize import writable

_KIND_OF_PART = {
    PartKind.TITLE: BlockKind.TITLE,
    PartKind.DOCUMENT_NUMBER: BlockKind.DOCUMENT_NUMBER,
    PartKind.ADDRESSEE: BlockKind.ADDRESSEE,
    PartKind.SIGNATURE: BlockKind.SIGNATURE,
    PartKind.ISSUE_DATE: BlockKind.ISSUE_DATE,
    PartKind.ATTACHMENT_NOTE: BlockKind.ATTACHMENT_NOTE,
}
_ATTACHMENT_LABEL = re.compile(r"附\s*件\s*[0-9０-９一二三四五六七八九十]{0,3}\s*[:：]?")
_LONGEST_TITLE = 60
_HEADINGS = {
    1: (BlockKind.HEADING_1, FaceRole.HEADING_1),
    2: (BlockKind.HEADING_2, FaceRole.HEADING_2),
    3: (BlockKind.HEADING_3, FaceRole.HEADING_3),
    4: (BlockKind.HEADING_4, FaceRole.HEADING_4),
}


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one face."""

    text: str
    face: FaceRole


@dataclass(frozen=True, slots=True)
class Indents:
    """Left edges that follow from a block's own words, in twips from the type area's."""

    first: int
    turned: int


@dataclass(frozen=True, slots=True)
class Beside:
    """Words on the same row as a block's first line, further right."""

    runs: tuple[Run, ...]
    left: int
    """From the left edge of the type area, in twips."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the document; its runs together are its text, never empty.

    A line end in the text is a break that is set, as in a title.
    """

    kind: BlockKind
    runs: tuple[Run, ...]
    paragraph_id: str
    """Empty for what is no paragraph of the report."""
    indents: Indents | None = None
    """None: as the format of its kind says."""
    beside: Beside | None = None

    @property
    def text(self) -> str:
        """All that is set, marks of a draft included."""
        return "".join(run.text for run in self.runs)

    @property
    def words(self) -> str:
        """What the report says here: without marks and set line breaks."""
        own = (run.text for run in self.runs if run.face is not FaceRole.MARK)
        return "".join(own).replace("\n", "")


def sheet_title(words: str) -> Block:
    """The title of a sheet or form that goes with the report; no paragraph of the report."""
    return Block(BlockKind.SHEET_TITLE, (Run(words, FaceRole.SHEET_TITLE),), "")


def blocks(report: Report) -> list[Block]:
    """The blocks of the document in their order.

    Characters that no file can hold (control characters, lone surrogates) are taken
    out here a last time, so that no output has to fear them.
    """
    return list(_blocks(report))


def attachment_starts(report: Report) -> frozenset[str]:
    """The paragraphs with which an attachment begins, each on a new page, by id."""
    found = (
        next((p.id for p in part.paragraphs if writable(p.text)), "")
        for part in report.of_kind(PartKind.ATTACHMENT)
    )
    return frozenset(filter(None, found))


def left_out(report: Report) -> int:
    """How many paragraphs with words stand in 未归类 and are therefore in no block."""
    return sum(bool(p.text) for part in report.of_kind(PartKind.UNPLACED) for p in part.paragraphs)


def _blocks(report: Report) -> Iterator[Block]:
    for part in report.parts:
        if part.kind is PartKind.UNPLACED:
            continue
        worded = ((p, text) for p in part.paragraphs if (text := writable(p.text)))
        if part.kind is PartKind.ATTACHMENT:
            yield from _attachment(worded)
        else:
            yield from (_block(part.kind, paragraph, text) for paragraph, text in worded)


def _attachment(worded: Iterable[tuple[Paragraph, str]]) -> Iterator[Block]:
    """附件1, its title, its text; a title is what comes first and reads like one."""
    titled = False
    for row, (paragraph, text) in enumerate(worded):
        if row == 0 and _ATTACHMENT_LABEL.fullmatch(text):
            run = Run(text, FaceRole.ATTACHMENT_LABEL)
            yield Block(BlockKind.ATTACHMENT_LABEL, (run,), paragraph.id)
        elif not titled and row <= 1 and _reads_like_a_title(paragraph, text):
            titled = True
            run = Run(text, FaceRole.ATTACHMENT_TITLE)
            yield Block(BlockKind.ATTACHMENT_TITLE, (run,), paragraph.id)
        else:
            yield _block(PartKind.ATTACHMENT, paragraph, text)


def _reads_like_a_title(paragraph: Paragraph, text: str) -> bool:
    return (
        not paragraph.level
        and len(text) <= _LONGEST_TITLE
        and "\t" not in text
        and not text.endswith(("。", "；", "：", "，"))
    )


def _block(part_kind: PartKind, paragraph: Paragraph, text: str) -> Block:
    kind = _KIND_OF_PART.get(part_kind)
    if kind is not None:
        face = FaceRole.TITLE if kind is BlockKind.TITLE else FaceRole.TEXT
        return Block(kind, (Run(text, face),), paragraph.id)
    if paragraph.level not in _HEADINGS:
        return Block(BlockKind.TEXT, (Run(text, FaceRole.TEXT),), paragraph.id)
    kind, face = _HEADINGS[paragraph.level]
    end = heading_end(text, paragraph.level)
    if end >= len(text):
        return Block(kind, (Run(text, face),), paragraph.id)
    # A heading run into its text: the paragraph is text, or a navigation pane made of
    # headings would show hundreds of characters; the heading keeps its face in a run.
    runs = (Run(text[:end], face), Run(text[end:], FaceRole.TEXT))
    return Block(BlockKind.TEXT, runs, paragraph.id)
