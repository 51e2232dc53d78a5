"""From the report to a copy of one kind: what stands in it, in which order, on which pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import msgspec.structs

from rolwriter.catalog.page_format import BlockKind, FaceRole, PageFormat
from rolwriter.model.dispatch import CopyKind, Dispatch
from rolwriter.model.report import Report
from rolwriter.text.dates import day_words
from rolwriter.text.sanitize import writable
from rolwriter.writers.layout.blocks import Block, Indents, Run, attachment_starts, blocks
from rolwriter.writers.layout.cells import cells
from rolwriter.writers.layout.copy import Colophon, Copy, Section, TableBlock
from rolwriter.writers.layout.marks import Mark, marked
from rolwriter.writers.layout.masthead import fitted, masthead
from rolwriter.writers.layout.tables import with_tables
from rolwriter.writers.layout.title import chosen_places, cut, title_lines

_NO_MARKS: Mapping[str, Sequence[Mark]] = {}
_CAPTIONED = {CopyKind.CONSULT, CopyKind.REVIEW}
_NOTE_LABEL = re.compile(r"(附件：)?(\d{1,2}[.．]\s*)?")


@dataclass(frozen=True, slots=True)
class Extras:
    """What the program adds to the report's own words on some kinds of copies."""

    day: date | None = None
    """For the header of a draft."""
    marks: Mapping[str, Sequence[Mark]] = field(default_factory=lambda: _NO_MARKS)
    """By paragraph id; shown on a draft alone."""
    sheets: tuple[Section, ...] = ()
    """审签单 and 核对表, behind the report."""


def compose(
    report: Report,
    kind: CopyKind,
    dispatch: Dispatch,
    page_format: PageFormat,
    extras: Extras | None = None,
) -> Copy:
    """The copy of that kind. Pure; the same values, the same copy.

    What stands in 未归类 is in no copy: see `blocks.left_out`.
    """
    extras = extras or Extras()
    own = blocks(report)
    starts = attachment_starts(report)
    name = dispatch.masthead or report.authority
    page_format = _format_of(kind, dispatch, page_format, name)
    run = list(_titled(own, dispatch, page_format))
    if kind is CopyKind.DRAFT:
        run = [marked(block, extras.marks.get(block.paragraph_id, ())) for block in run]
    if kind in {CopyKind.UPWARD, CopyKind.PUBLIC}:
        number = next((b for b in run if b.kind is BlockKind.DOCUMENT_NUMBER), None)
        run = [block for block in run if block.kind is not BlockKind.DOCUMENT_NUMBER]
        if kind is CopyKind.UPWARD:
            run = [*masthead(name, number, dispatch, page_format), *_noted(run, dispatch, starts)]
    if kind in _CAPTIONED:
        run = _captioned(run, f"（{kind.label}）")
    run = list(_indented(run, page_format))
    return Copy(
        kind,
        page_format,
        (*_sections(run, page_format, starts), *extras.sheets),
        _colophon(dispatch) if kind is CopyKind.UPWARD else None,
        header=_header(dispatch, extras.day) if kind is CopyKind.DRAFT else "",
        watermark=writable(dispatch.watermark) if kind is CopyKind.DRAFT else "",
        line_numbers=kind is CopyKind.DRAFT,
        title=writable(report.title),
    )


def _format_of(
    kind: CopyKind, dispatch: Dispatch, page_format: PageFormat, name: str
) -> PageFormat:
    if kind is CopyKind.DRAFT:
        page = msgspec.structs.replace(page_format.page, right=page_format.draft.right)
        wide = msgspec.structs.replace(page_format, page=page)
        chars = wide.text_width // wide.cell(FaceRole.TEXT)
        return msgspec.structs.replace(wide, grid=msgspec.structs.replace(wide.grid, chars=chars))
    if kind is CopyKind.UPWARD:
        return _sealed(fitted(page_format, name, dispatch))
    if kind in _CAPTIONED:
        return _changed(page_format, BlockKind.TITLE, after_lines=0)
    return page_format


def _sealed(page_format: PageFormat) -> PageFormat:
    closing = msgspec.structs.replace(page_format.closing, sealed=True)
    before = closing.seal_before_lines
    sealed = _changed(page_format, BlockKind.SIGNATURE, before_lines=before)
    return msgspec.structs.replace(sealed, closing=closing)


def _changed(page_format: PageFormat, kind: BlockKind, **changes: float) -> PageFormat:
    layout = msgspec.structs.replace(page_format.paragraphs[kind], **changes)
    return msgspec.structs.replace(page_format, paragraphs={**page_format.paragraphs, kind: layout})


def _titled(run: Iterable[Block], dispatch: Dispatch, page_format: PageFormat) -> Iterator[Block]:
    """The title broken as the clerk chose, else each of its paragraphs between words."""
    run = list(run)
    titles = [block for block in run if block.kind is BlockKind.TITLE]
    width = page_format.text_width / page_format.cell(FaceRole.TITLE)
    whole = "".join(block.text for block in titles)
    places = chosen_places(whole, dispatch.title_breaks)
    for block in run:
        if block.kind is not BlockKind.TITLE:
            yield block
        elif not places:
            yield _in_lines(block, title_lines(block.text, width, page_format.lines.autospace))
        elif block is titles[0]:
            yield _in_lines(block, cut(whole, places))


def _in_lines(block: Block, lines: Sequence[str]) -> Block:
    return replace(block, runs=(Run("\n".join(lines), FaceRole.TITLE),))


def _captioned(run: list[Block], words: str) -> list[Block]:
    at = 1 + max((i for i, block in enumerate(run) if block.kind is BlockKind.TITLE), default=-1)
    caption = Block(BlockKind.CAPTION, (Run(words, FaceRole.CAPTION),), "")
    return [*run[:at], caption, *run[at:]]


def _noted(run: list[Block], dispatch: Dispatch, starts: frozenset[str]) -> list[Block]:
    """附注 on the line under the date; where there is none, under the last of the text."""
    words = writable(dispatch.note).strip().strip("（）()")
    if not words:
        return run
    closing = {BlockKind.SIGNATURE, BlockKind.ISSUE_DATE}
    attached = next((i for i, b in enumerate(run) if b.paragraph_id in starts), len(run))
    at = 1 + max((i for i, b in enumerate(run) if b.kind in closing), default=attached - 1)
    note = Block(BlockKind.NOTE, (Run(f"（{words}）", FaceRole.TEXT),), "")
    return [*run[:at], note, *run[at:]]


def _indented(run: Iterable[Block], page_format: PageFormat) -> Iterator[Block]:
    """附件说明: turned lines, and the numbers of further attachments, stand under the first."""
    label = cells("附件：")
    cell = page_format.cell(FaceRole.TEXT)
    layout = page_format.paragraphs[BlockKind.ATTACHMENT_NOTE]
    edge = layout.left_chars * page_format.faces[FaceRole.TEXT].size
    for block in run:
        if block.kind is not BlockKind.ATTACHMENT_NOTE:
            yield block
            continue
        found = _NOTE_LABEL.match(block.text)
        head = found[0] if found else ""
        first = edge if head.startswith("附件：") else edge + label * cell
        turned = first + cells(head) * cell
        yield replace(block, indents=Indents(round(first), round(turned)))


def _sections(
    run: Iterable[Block], page_format: PageFormat, starts: frozenset[str]
) -> Iterator[Section]:
    """The pages: attachments begin a new one, and a wide table lies across one of its own."""
    upright = list[Block | TableBlock]()
    for item in with_tables(run):
        wide = isinstance(item, TableBlock) and len(item.widths) > page_format.table.most_columns
        begins = isinstance(item, Block) and item.paragraph_id in starts
        if upright and (wide or begins):
            yield Section(tuple(upright))
            upright = []
        if wide:
            yield Section((item,), landscape=True)
        else:
            upright.append(item)
    if upright:
        yield Section(tuple(upright))


def _header(dispatch: Dispatch, day: date | None) -> str:
    words = [CopyKind.DRAFT.label, f"第{dispatch.draft_number}稿"]
    if day is not None:
        words.append(day_words(day))
    return "\u3000".join(words)


def _colophon(dispatch: Dispatch) -> Colophon | None:
    names = [name for name in map(writable, dispatch.copies_to) if name]
    printed = f"{day_words(dispatch.print_date)}印发" if dispatch.print_date else ""
    if not names and not dispatch.printer and not printed:
        return None
    copies = f"抄送：{'，'.join(names)}。" if names else ""
    return Colophon(copies, writable(dispatch.printer), printed)
