"""Collecting figures: forms out to the 科室, filled files back, what they would change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from rolwriter.app.collect.preview import FilePreview, Preview, PreviewRow, RowKind
from rolwriter.app.collect.rows import Ledger, read_row, suppliers_of
from rolwriter.app.ledger.merge import compared
from rolwriter.model.errors import RolwriterError
from rolwriter.model.form import CollectionForm, FilledForm
from rolwriter.model.project import Project, SourceFile


def suppliers(project: Project) -> tuple[str, ...]:
    """All 科室 that answer for a figure, in the order of the ledger."""
    return tuple(dict.fromkeys(name for f in project.ledger for name in suppliers_of(f)))


def form_for(project: Project, supplier: str) -> CollectionForm:
    """The form of one 科室: only its figures.

    RolwriterError when it has none.
    """
    figures = tuple(f for f in project.ledger if supplier in suppliers_of(f))
    if not figures:
        known = "、".join(suppliers(project))
        raise RolwriterError(
            f"台账里没有由“{supplier}”提供的数据。",
            "没有生成征集表。",
            f"台账里的科室有：{known}。" if known else "请先在台账里写明每项数据的供稿科室。",
        )
    return CollectionForm(project.report.year, project.report.authority, supplier, figures)


def write_supplier_form(project: Project, supplier: str) -> bytes:
    """The 数据征集表 (.xlsx) of one 科室; RolwriterError when it has no figures."""
    from rolwriter.writers.xlsx import write_form

    return write_form(form_for(project, supplier))


def read_files(
    project: Project,
    files: Sequence[SourceFile],
    progress: Callable[[str], None] | None = None,
) -> Preview:
    """Read filled forms, each in a worker process, and compare them with the ledger.

    Never raises for a file: what is wrong with one stands in its preview. Takes as
    long as the processes need: call it off the UI thread.
    """
    from rolwriter.readers.worker import ReadingCancelledError, read_cells_in_worker
    from rolwriter.readers.xlsx import read_form

    read = list[tuple[str, FilledForm | str]]()
    for file in files:
        if progress is not None:
            progress(f"正在读取“{file.name}”……")
        try:
            cells = read_cells_in_worker(file.data, file.name)
            read.append((file.name, read_form(cells, project.report.year)))
        except ReadingCancelledError:
            raise
        except RolwriterError as error:
            read.append((file.name, f"{error.what}{error.remedy}"))
    return preview(project, read)


def load_files(paths: Sequence[Path]) -> list[SourceFile]:
    """The files' names and bytes; RolwriterError when the system will not give one of them."""
    from rolwriter.readers.read import load_bytes

    return [SourceFile(path.name, load_bytes(path)) for path in paths]


def preview(project: Project, files: Sequence[tuple[str, FilledForm | str]]) -> Preview:
    """What the files would do to the ledger, all together; a text is a file's trouble."""
    ledger = Ledger.of(project.ledger)
    read = tuple(_file(name, form, ledger, project.report.year) for name, form in files)
    return compared(project, Preview(read))


def _file(name: str, form: FilledForm | str, ledger: Ledger, year: int | None) -> FilePreview:
    if isinstance(form, str):
        return FilePreview(name, trouble=form)
    if form.year and year and form.year != year:
        return FilePreview(
            name,
            form.supplier,
            trouble=f"“{name}”是{form.year}年度的征集表，现在编的是{year}年度的报告，没有读入。",
        )
    rows = [read_row(row, form, name, ledger) for row in form.rows]
    rows += [
        PreviewRow(
            RowKind.UNKNOWN,
            name,
            row.sheet,
            row.place,
            row.words,
            form.supplier,
            reason="在表格之外，没有归到哪一项",
        )
        for row in form.loose
    ]
    trouble = "" if rows else f"“{name}”里没有找到任何数据。"
    return FilePreview(name, form.supplier, tuple(rows), form.notes, trouble)
