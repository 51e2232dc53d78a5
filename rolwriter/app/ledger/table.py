"""The ledger as a table that leaves the program."""

from __future__ import annotations

from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

from rolwriter.model.form import STATE_WORDS
from rolwriter.model.ledger import Figure
from rolwriter.model.project import Project
from rolwriter.writers.xlsx import Table, TableColumn, write_tables

# The titles that the collection form has too are the same: a ledger edited in Excel
# comes back by them.
_COLUMNS = (
    TableColumn("指标名称", 26),
    TableColumn("单位", 8),
    TableColumn("口径", 18),
    TableColumn("统计期", 11),
    TableColumn("供稿科室", 12),
    TableColumn("去年数", 11),
    TableColumn("今年数", 11),
    TableColumn("近似", 8),
    TableColumn("增减", 10),
    TableColumn("增减（%）", 10),
    TableColumn("状态", 13),
    TableColumn("佐证", 22),
    TableColumn("正文用处", 10),
)
_TENTH = Decimal("0.1")


def write_ledger(project: Project) -> bytes:
    """The ledger as an Excel file (.xlsx), without hidden ids or names of persons."""
    return write_tables((ledger_table(project),))


def ledger_table(project: Project) -> Table:
    """The figures in their order, this year beside last year, and how often each is used."""
    uses = Counter(link.figure for p in project.report.paragraphs for link in p.links)
    year = f"{project.report.year}年度" if project.report.year else ""
    rows = tuple(_row(figure, uses[figure.id]) for figure in project.ledger)
    return Table(f"{year}法治政府建设数据台账", _COLUMNS, rows)


def _row(figure: Figure, uses: int) -> tuple[str | Decimal | int | None, ...]:
    percent = figure.percent
    return (
        figure.name,
        figure.unit,
        figure.scope,
        figure.period,
        figure.supplier,
        figure.previous,
        figure.value,
        "" if figure.value is None else figure.hedge,
        figure.difference,
        None if percent is None else percent.quantize(_TENTH, ROUND_HALF_UP),
        STATE_WORDS[figure.state],
        figure.evidence,
        f"{uses}处" if uses else "",
    )
