"""A published page against the public copy: what the site did to the text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.documents import load_source, read_words
from rolwriter.app.output.copies import make_copy
from rolwriter.app.output.page_compare import PageDifference, compare_page, share_missing
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.page_format import BlockKind
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.source import NoteKind, SourceDocument
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.copy import Copy
from rolwriter.writers.plain_text import copy_lines
from rolwriter.writers.xlsx import Table, TableColumn

_COLUMNS = (
    TableColumn("种类", 14),
    TableColumn("位置", 24),
    TableColumn("公开稿", 40),
    TableColumn("网页", 40),
)
_MOST_MISSING = 0.5
"""Share of the public copy's characters beyond which the page is not this report's."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A page compared."""

    paragraphs: int
    """How many the public copy has."""
    differences: tuple[PageDifference, ...]


def compare_pasted(project: Project, path: Path, catalogue: Catalogue) -> Pasted:
    """The saved page (or any readable file) against the public copy of the project.

    Reads in the worker process: call it off the UI thread. RolwriterError when the file
    cannot be read, or is not this report's page.
    """
    source = load_source(path)
    return compare_read(project, read_words(source), source.name, catalogue)


def compare_read(
    project: Project, document: SourceDocument, name: str, catalogue: Catalogue
) -> Pasted:
    """The same with the page's words already read."""
    ours = public_lines(make_copy(project, CopyKind.PUBLIC, catalogue))
    if not ours:
        raise RolwriterError(
            "报告还没有任何文字，没有可以核对的公开稿。",
            "没有核对。",
            "请先打开已经公开的那份报告的工程，再核对网页。",
        )
    page = [paragraph.text for paragraph in document.paragraphs]
    aside = [
        words
        for note in document.notes
        if note.kind is NoteKind.FURNITURE
        for words in note.dropped
    ]
    page = _with_title(page, ours[0])
    differences = tuple(compare_page(ours, page, aside))
    if share_missing(ours, differences) > _MOST_MISSING:
        raise RolwriterError(
            f"“{name}”里没有找到这份报告的文字。",
            "没有核对；工程和网页文件都没有改动。",
            "请确认保存的是报告所在的那一页；有的网站要用浏览器的“另存为—网页，全部”，"
            "或者在网页上全选、复制，粘贴到文本文件里再核对。",
        )
    return Pasted(len(ours), differences)


def public_lines(copy: Copy) -> list[str]:
    """The public copy's paragraphs; a title on several lines is one."""
    titles = [b.text for b in copy.blocks if isinstance(b, Block) and b.kind is BlockKind.TITLE]
    lines = copy_lines(copy)
    if not titles or lines[: len(titles)] != [text.replace("\n", "") for text in titles]:
        return lines
    return ["".join(lines[: len(titles)]), *lines[len(titles) :]]


def _with_title(page: list[str], title: str) -> list[str]:
    """The page's lines with the title on one line, once: sites break and repeat it."""
    lines = list[str]()
    seen = False
    index = 0
    while index < len(page):
        joined, end = "", index
        while end < len(page) and len(joined) < len(title):
            joined += page[end].strip()
            end += 1
        if joined == title:
            lines += [] if seen else [title]
            seen, index = True, end
        else:
            lines.append(page[index])
            index += 1
    return lines


def pasted_summary(name: str, pasted: Pasted) -> str:
    """One sentence on the whole."""
    if not pasted.differences:
        return f"“{name}”与公开稿一致（共{pasted.paragraphs}段）。"
    return f"“{name}”与公开稿有{len(pasted.differences)}处不同（公开稿共{pasted.paragraphs}段）。"


def difference_line(difference: PageDifference) -> str:
    """One difference: place, kind, both forms."""
    ours, theirs = difference.ours or "（无）", difference.theirs or "（无）"
    return f"{difference.place}\t{difference.kind.label}\t公开稿：{ours}\t网页：{theirs}"


def pasted_json(name: str, pasted: Pasted) -> dict[str, object]:
    """File, paragraphs and differences (kind, label, paragraph, ours, theirs)."""
    differences = [
        {
            "kind": difference.kind.value,
            "label": difference.kind.label,
            "paragraph": difference.paragraph,
            "ours": difference.ours,
            "theirs": difference.theirs,
        }
        for difference in pasted.differences
    ]
    return {"file": name, "paragraphs": pasted.paragraphs, "differences": differences}


def pasted_table(name: str, pasted: Pasted) -> Table:
    """The differences as a table to read, print and file."""
    rows = tuple((d.kind.label, d.place, d.ours, d.theirs) for d in pasted.differences)
    return Table(f"“{name}”与公开稿核对结果", _COLUMNS, rows)
