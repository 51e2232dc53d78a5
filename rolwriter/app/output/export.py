"""The one door out: a copy of any kind in any format, proved before the old file goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rolwriter.app.ledger.cells import DEFAULT_JUMP
from rolwriter.app.output.copies import make_copy, written_report
from rolwriter.app.output.proof import (
    Compared,
    Proof,
    compare_copy,
    count_characters,
    prove,
    unpaged,
)
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.page_format import PageFormat
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.errors import RolwriterError
from rolwriter.model.finding import Finding
from rolwriter.model.project import Project
from rolwriter.model.report import PartKind
from rolwriter.storage.named import write_named
from rolwriter.writers.layout.copy import Copy

Writer = Callable[[Copy, Path], Compared]
"""Writes a copy to a file, having read it again and compared it.

RolwriterError leaves the old file standing.
"""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written and what was not."""

    proof: Proof
    left_out: int
    """Paragraphs of 未归类, which are in no copy."""
    notes: tuple[str, ...] = ()
    """What this kind of copy should have and has not."""


def _word(copy: Copy, path: Path) -> Compared:
    from rolwriter.app.output.proof import compare_file
    from rolwriter.writers.docx import write_docx

    data = write_docx(copy)
    same = compare_file(copy, data)
    write_named(path, data)
    return Compared(same)


def _pdf(copy: Copy, path: Path) -> Compared:
    from rolwriter.app.output.paper import write_pdf

    return Compared(count_characters(copy), missing=write_pdf(copy, path))


def _page(copy: Copy, path: Path) -> Compared:
    from rolwriter.app.output.proof import compare_words, words_of_page
    from rolwriter.writers.html import write_html

    data = write_html(copy)
    same = compare_words(copy, words_of_page(data))
    write_named(path, data)
    return Compared(same)


def _text(copy: Copy, path: Path) -> Compared:
    from rolwriter.app.output.proof import compare_words
    from rolwriter.writers.plain_text import write_text

    data = write_text(copy)
    same = compare_words(copy, data.decode("utf-8-sig"))
    write_named(path, data)
    return Compared(same)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: what it is called in a dialog, and what writes it."""

    name: str
    write: Writer
    paged: bool = True
    """Whether the program sets its pages and chooses its fonts."""


FORMATS: Mapping[str, Format] = {
    ".docx": Format("Word 文档", _word),
    ".pdf": Format("PDF 文件", _pdf),
    ".html": Format("网页", _page, paged=False),
    ".txt": Format("纯文本", _text, paged=False),
}
"""By the ending of the file's name."""


def export_copy(
    project: Project,
    path: Path,
    kind: CopyKind,
    catalogue: Catalogue,
    *,
    page_format: PageFormat | None = None,
    findings: Callable[[], Iterable[Finding]] = tuple,
    day: date | None = None,
    threshold: int = DEFAULT_JUMP,
) -> Exported:
    """Write a copy of that kind to the file; the ending of its name says the format.

    ``findings`` is asked for a draft alone, on which they and ``day`` stand. Takes as long as
    the format needs: call it off the UI thread. RolwriterError when there is nothing to write,
    the format is not known, the copy would lose a word or the file cannot be written; an old
    file stands then.
    """
    from rolwriter.writers.layout.blocks import left_out

    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise unknown_format(path)
    if not any(paragraph.text for paragraph in project.report.paragraphs):
        raise RolwriterError(
            "报告还没有任何文字，无法导出。",
            "没有生成文件。",
            "请先填写内容，或从去年的报告导入，再导出。",
        )
    copy = make_copy(
        project,
        kind,
        catalogue,
        page_format=page_format,
        findings=findings() if kind is CopyKind.DRAFT else (),
        day=day,
        threshold=threshold,
    )
    hidden = {PartKind.DOCUMENT_NUMBER} if kind is CopyKind.PUBLIC else frozenset[PartKind]()
    compare_copy(written_report(project, kind), copy, frozenset(hidden))
    same = form.write(copy, path)
    proof = prove(copy, same) if form.paged else unpaged(same)
    return Exported(proof, left_out(project.report), tuple(_notes(project, kind)))


def unknown_format(path: Path) -> RolwriterError:
    """Which endings there are, for a name that has another."""
    endings = "、".join(FORMATS)
    return RolwriterError(
        f"不能导出为“{path.suffix or path.name}”格式。",
        "没有生成文件。",
        f"请把文件名的扩展名写成其中一种：{endings}。",
    )


def _notes(project: Project, kind: CopyKind) -> Iterable[str]:
    """What a 上行文 asks for and has not; it is written all the same, to be filled by hand."""
    if kind is not CopyKind.UPWARD:
        return
    report, dispatch = project.report, project.dispatch
    if not dispatch.signatories:
        yield "上行文应当标注签发人：签发人还没有填写，文件里留了空。"
    if not any(
        p.text for part in report.of_kind(PartKind.DOCUMENT_NUMBER) for p in part.paragraphs
    ):
        yield "还没有发文字号，请编号后补上。"
    if not (dispatch.printer and dispatch.print_date):
        yield "版记的印发机关或印发日期还没有填写。"
