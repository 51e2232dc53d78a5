from __future__ import annotations

from decimal import Decimal

from rolwriter.app.ledger.table import ledger_table, write_ledger
from rolwriter.model.ledger import FigureState
from rolwriter.model.project import Project
from rolwriter.model.report import FigureLink, Paragraph, Part, PartKind, Report, Role
from rolwriter.readers.xlsx import read_workbook
from tests.app.forms import figure, project


def cells(of: Project, *titles: str) -> list[object]:
    """The first figure's values under these titles."""
    table = ledger_table(of)
    by_title = dict(zip((c.title for c in table.columns), table.rows[0], strict=True))
    return [by_title[title] for title in titles]


def test_this_year_stands_beside_last_year() -> None:
    known = figure(value=Decimal(41), hedge="约", previous=Decimal(33), state=FigureState.VERIFIED)
    titles = ("指标名称", "去年数", "今年数", "近似", "增减", "增减（%）", "状态")
    assert cells(project(known), *titles) == [
        "党组会",
        Decimal(33),
        Decimal(41),
        "约",
        Decimal(8),
        Decimal("24.2"),
        "已核",
    ]


def test_what_is_not_known_is_empty_and_not_zero() -> None:
    waiting = project(figure(previous=Decimal(33), hedge="余"))
    assert cells(waiting, "今年数", "近似", "增减", "增减（%）") == [None, "", None, None]


def test_places_of_the_text_are_counted() -> None:
    links = (FigureLink(0, 1, "f1"), FigureLink(2, 3, "f1"))
    part = Part("c1", PartKind.CHAPTER, (Paragraph("p1", "3和3", links=links),), Role.WORK)
    assert cells(Project(Report((part,)), ledger=(figure(),)), "正文用处") == ["2处"]


def test_the_file_holds_the_table() -> None:
    (sheet,) = read_workbook(write_ledger(project(figure()))).sheets
    assert sheet.name == "2025年度法治政府建设数据台账"
    assert {"党组会", "未报"} <= {cell.text for cell in sheet.cells}
