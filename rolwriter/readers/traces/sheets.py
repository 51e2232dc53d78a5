"""What an Excel file carries: xlsx, xlsm, xltx, xltm.

The program's own 数据征集表 has a hidden column of figures' ids and a hidden sheet with
year and supplier, so that it is known again when it comes back; these, and only
these, are no findings.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rolwriter.catalog.collection import load_collection
from rolwriter.model.form import STAMP, Column
from rolwriter.model.trace import Trace, TraceKind, shortened
from rolwriter.readers.guard import Element
from rolwriter.readers.traces.package import Parts, local, value
from rolwriter.readers.traces.properties import without_blanks

_ORDINARY_NAME = re.compile(r"_xlnm\.(?:Print_Titles|Print_Area|_FilterDatabase)$", re.IGNORECASE)
_OUTSIDE = re.compile(r"\[[^\]]+\]|\b(?:cmd|msexcel|dde)\|", re.IGNORECASE)
_FIGURE_ID = re.compile(r"\[[a-z]+\d+\]")
_STAMP_KEYS = {STAMP, "year", "supplier"}
_CELL = re.compile(r"([A-Z]{1,3})(\d+)")
_HIDDEN_STATES = {"hidden", "veryHidden"}
_LAST_COLUMN = 16_384
_LONGEST = 500
_FIRST_WORDS = 5
"""So many hidden cells are quoted."""


@dataclass(frozen=True, slots=True)
class _Cell:
    row: int
    column: int
    words: str


def sheet_places(parts: Parts) -> dict[str, str]:
    """The parts of the sheets, and what a clerk calls them."""
    return {part: f"工作表“{name}”（{part}）" for part, name, _ in _sheets(parts)}


def shows(parts: Parts, title: str) -> bool:
    """Whether the words, without blanks, stand in a cell."""
    shared = _shared(parts)
    roots = (parts.root(part) for part in sheet_places(parts))
    return any(
        title in without_blanks(c.words) for r in roots if r is not None for c in _cells(r, shared)
    )


def sheet_traces(parts: Parts) -> Iterator[Trace]:
    """All that Excel's own parts carry."""
    book = parts.root("xl/workbook.xml")
    if book is not None:
        yield from _workbook(book)
    shared = _shared(parts)
    for part, name, state in _sheets(parts):
        root = parts.root(part)
        if root is None:
            continue
        place = f"工作表“{name}”（{part}）"
        cells = list(_cells(root, shared))
        if state in _HIDDEN_STATES and cells and not _is_stamp(cells):
            yield Trace(TraceKind.HIDDEN_CELLS, place, f"隐藏的工作表：{_quoted(cells)}")
        yield from _hidden_cells(root, cells, place)
        yield from _odd_cells(root, place)
    for name in parts.matching(
        r"xl/(?:comments\d*|comments/comment\d*|threadedComments/[^/]+)\.xml"
    ):
        root = parts.root(name)
        if root is not None:
            yield from _comments(root, f"批注（{name}）")


def _sheets(parts: Parts) -> Iterator[tuple[str, str, str]]:
    """(part, name, state) of every sheet; those the workbook does not name come last."""
    targets = dict[str, str]()
    ties = parts.root("xl/_rels/workbook.xml.rels")
    for tie in ties if ties is not None else ():
        target = value(tie, "Target")
        path = target if target.startswith("/") else f"/xl/{target}"
        targets[value(tie, "Id")] = posixpath.normpath(path).lstrip("/")
    named = set[str]()
    book = parts.root("xl/workbook.xml")
    for element in book.iter() if book is not None else ():
        if local(element) == "sheet":
            part = targets.get(value(element, "id"), "")
            named.add(part)
            yield part, value(element, "name"), value(element, "state")
    for part in parts.matching(r"xl/worksheets/[^/]+\.xml"):
        if part not in named:
            yield part, posixpath.basename(part), "hidden"


def _workbook(book: Element) -> Iterator[Trace]:
    place = "工作簿（xl/workbook.xml）"
    for element in book.iter():
        name = local(element)
        if name == "definedName":
            if not _ORDINARY_NAME.match(value(element, "name")):
                said = f"{value(element, 'name')} = {element.text or ''}"
                yield Trace(TraceKind.DEFINED_NAME, place, shortened(said))
        elif name == "absPath":
            yield Trace(TraceKind.PATH, place, shortened(value(element, "url")))
        elif name == "fileSharing" and value(element, "userName"):
            yield Trace(TraceKind.PERSON, place, f"共享者：{value(element, 'userName')}")
        elif name in ("fileVersion", "revisionPtr"):
            said = value(element, "codeName") or value(element, "documentId")
            if said:
                yield Trace(TraceKind.IDENTIFIER, place, f"文档编号 {shortened(said)}")
        elif name == "webPublishing" and value(element, "dir"):
            yield Trace(TraceKind.PATH, place, shortened(value(element, "dir")))


def _shared(parts: Parts) -> list[str]:
    root = parts.root("xl/sharedStrings.xml")
    if root is None:
        return []
    # one long string may stand in a million cells
    return [_text_in(item)[:_LONGEST] for item in root if local(item) == "si"]


def _cells(root: Element, shared: list[str]) -> Iterator[_Cell]:
    row = 0
    for element in root.iter():
        name = local(element)
        if name == "row":
            row = int(value(element, "r")) if value(element, "r").isdecimal() else row + 1
            column = 0
            for cell in element:
                match = _CELL.fullmatch(value(cell, "r"))
                column = _number(match[1]) if match else column + 1
                words = _words(cell, shared)
                if words:
                    yield _Cell(row, column, words)


def _words(cell: Element, shared: list[str]) -> str:
    if value(cell, "t") == "inlineStr":
        return _text_in(cell)
    held = next((e.text or "" for e in cell if local(e) == "v"), "")
    if value(cell, "t") == "s" and held.isdecimal():
        return shared[int(held)] if int(held) < len(shared) else ""
    return held or next((f"={e.text}" for e in cell if local(e) == "f" and e.text), "")


def _hidden_cells(root: Element, cells: list[_Cell], place: str) -> Iterator[Trace]:
    """Hidden rows and columns that hold something, a trace for each of the two."""
    rows, columns = set[int](), set[int]()
    for element in root.iter():
        name = local(element)
        if name == "row" and _is_hidden(element) and value(element, "r").isdecimal():
            rows.add(int(value(element, "r")))
        elif name == "col" and _is_hidden(element):
            first, last = value(element, "min"), value(element, "max")
            if first.isdecimal() and last.isdecimal():
                columns.update(range(int(first), min(int(last), _LAST_COLUMN) + 1))
    in_rows = [c for c in cells if c.row in rows]
    in_columns = [c for c in cells if c.column in columns and c.row not in rows]
    for inside, unit, numbers in (
        (in_rows, "行", sorted({c.row for c in in_rows})),
        ([] if _is_id_column(in_columns) else in_columns, "列", [c.column for c in in_columns]),
    ):
        if inside:
            words = f"隐藏的第{_listed(sorted(set(numbers)))}{unit}：{_quoted(inside)}"
            yield Trace(TraceKind.HIDDEN_CELLS, place, words, len(set(numbers)))


def _is_hidden(element: Element) -> bool:
    return value(element, "hidden") in ("1", "true")


def _listed(numbers: list[int]) -> str:
    rest = "……" if len(numbers) > _FIRST_WORDS else ""
    return "、".join(map(str, numbers[:_FIRST_WORDS])) + rest


def _odd_cells(root: Element, place: str) -> Iterator[Trace]:
    outside = list[str]()
    for element in root.iter():
        name = local(element)
        if name == "f" and element.text and _OUTSIDE.search(element.text):
            outside.append(element.text)
        elif name in ("oleObject", "control") and value(element, "progId"):
            yield Trace(TraceKind.EMBEDDED, place, f"对象 {value(element, 'progId')}")
        elif name in ("docPr", "cNvPr") and value(element, "descr"):
            yield Trace(TraceKind.ALT_TEXT, place, shortened(value(element, "descr")))
    if outside:
        said = shortened(f"公式引用其他文件：{outside[0]}")
        yield Trace(TraceKind.EXTERNAL, place, said, len(outside))


def _comments(root: Element, place: str) -> Iterator[Trace]:
    authors = [e.text or "" for e in root.iter() if local(e) == "author"]
    for element in root.iter():
        if local(element) in ("comment", "threadedComment"):
            number = value(element, "authorId")
            known = number.isdecimal() and int(number) < len(authors)
            who = authors[int(number)] if known else ""
            words = f"{value(element, 'ref')} {who}：{_text_in(element)}"
            yield Trace(TraceKind.COMMENT, place, shortened(words.strip()))


def _is_stamp(cells: list[_Cell]) -> bool:
    """Whether the hidden sheet is the program's own: its three rows and nothing else."""
    keys = {c.words for c in cells if c.column == 1}
    return keys == _STAMP_KEYS and all(c.column <= 2 and c.row <= 3 for c in cells)


def _is_id_column(cells: list[_Cell]) -> bool:
    """Whether the column is the form's own: ids alone, below its title."""
    title = next(c.title for c in load_collection().form_columns if c.key is Column.ID)
    return all(c.column == 1 and (c.words == title or _FIGURE_ID.fullmatch(c.words)) for c in cells)


def _quoted(cells: list[_Cell]) -> str:
    rest = "……" if len(cells) > _FIRST_WORDS else ""
    return shortened("、".join(c.words for c in cells[:_FIRST_WORDS])) + rest


def _text_in(element: Element) -> str:
    return "".join(e.text or "" for e in element.iter() if local(e) in ("t", "text"))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
