"""The checklist on paper: all items, and the one-page 核对表 for the signing leader."""

from __future__ import annotations

from collections.abc import Iterator

from rolwriter.app.carry.listing import Places
from rolwriter.app.checklist.survey import CHAPTER_NAMES, Checklist, ChecklistRow, state_words
from rolwriter.app.ledger.cells import DEFAULT_JUMP, jump, previous_words, value_words
from rolwriter.app.output.layout import PagePlaces
from rolwriter.catalog.checklist import Level
from rolwriter.model.checklist import ItemState
from rolwriter.model.form import STATE_WORDS
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.project import Project
from rolwriter.writers.xlsx import Table, TableColumn, write_tables

_OPEN = {FigureState.MISSING, FigureState.DOUBTFUL}
_LIST = (
    TableColumn("编号", 6),
    TableColumn("部分", 14),
    TableColumn("事项", 30),
    TableColumn("要求", 6),
    TableColumn("状态", 14),
    TableColumn("写在", 16),
    TableColumn("依据", 36),
    TableColumn("说明", 24),
)
_SHEET = (
    TableColumn("编号", 6),
    TableColumn("事项", 28),
    TableColumn("状态", 14),
    TableColumn("写在", 16),
    TableColumn("数据（去年）和来源", 40),
    TableColumn("例外和理由", 26),
)
_SIGNED = "核对人：{gap}科室负责人：{gap}签发领导：{gap}日期：".format(gap="　" * 10)


def checklist_table(project: Project, found: Checklist, pages: PagePlaces | None = None) -> Table:
    """Every item with its state, place and basis."""
    places = Places(project, pages)
    rows = tuple(
        (
            row.item.id,
            CHAPTER_NAMES[row.item.chapter],
            row.item.title,
            row.item.level.label,
            state_words(row),
            _place(places, row),
            "；".join(row.basis),
            _remark(row),
        )
        for row in found.rows
    )
    return Table(f"{_year(project)}检查清单（{found.progress}）", _LIST, rows)


def check_sheet(
    project: Project,
    found: Checklist,
    threshold: int = DEFAULT_JUMP,
    pages: PagePlaces | None = None,
) -> Table:
    """The 核对表: what must be written, whatever has figures, and every exception.

    With ``pages`` it also says on which page and line each item is written.
    """
    places = Places(project, pages)
    rows = tuple(
        (
            row.item.id,
            row.item.title,
            state_words(row),
            _place(places, row),
            "；".join(_figure(figure, threshold) for figure in row.figures),
            "；".join(_exceptions(row)),
        )
        for row in found.rows
        if row.item.level is Level.MUST or row.figures or row.reason
    )
    title = f"{_year(project)}法治政府建设情况报告核对表（{found.progress}）"
    return Table(title, _SHEET, rows, one_page=True, foot=_SIGNED)


def write_check_sheets(
    project: Project, found: Checklist, threshold: int, pages: PagePlaces | None = None
) -> bytes:
    """Both tables as an Excel file (.xlsx), a sheet each."""
    sheet = check_sheet(project, found, threshold, pages)
    return write_tables((sheet, checklist_table(project, found, pages)))


def _place(places: Places, row: ChecklistRow) -> str:
    if row.place is None:
        return ""
    paragraph_id, span = row.place
    return places.where(paragraph_id, span.start if span else 0)


def _remark(row: ChecklistRow) -> str:
    if row.reason:
        return row.reason
    if row.item.zero_must_be_said and row.state is ItemState.TODO:
        return "没有发生也要写明"
    return ""


def _exceptions(row: ChecklistRow) -> Iterator[str]:
    """What the one who signs has to know of an item: why it is left out, what is open."""
    if row.item.level is Level.MUST and row.state is ItemState.TODO:
        yield "尚未写"
    if remark := _remark(row):
        yield remark
    for figure in row.figures:
        if figure.offers:
            yield f"{figure.name}有{len(figure.offers)}个数待定"
        elif figure.state in _OPEN:
            yield f"{figure.name}{STATE_WORDS[figure.state]}"


def _figure(figure: Figure, threshold: int) -> str:
    last = previous_words(figure)
    source = "".join(f"，{words}" for words in (figure.supplier, figure.evidence) if words)
    words = f"{figure.name}{value_words(figure) or '未报'}（{last or '无'}{source}）"
    return f"{words}{jump(figure, threshold)}"


def _year(project: Project) -> str:
    return f"{project.report.year}年度" if project.report.year else ""
