from __future__ import annotations

from decimal import Decimal

import pytest

from rolwriter.app.ledger.cells import LedgerColumn, cell_words, jump, with_cell, with_state
from rolwriter.app.ledger.paste import pasted_change, read_pasted
from rolwriter.model.errors import RolwriterError
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.project import Project
from rolwriter.model.report import FigureLink, Paragraph, Part, PartKind, Report

MEETINGS = Figure(
    "f1", "党组会", "次", Decimal(33), previous=Decimal(25), state=FigureState.REPORTED
)


@pytest.mark.parametrize(
    ("typed", "value", "hedge", "shown"),
    [
        ("41", 41, "", "41"),
        ("约2.5万", 25000, "约", "约2.5万"),
        ("10余次", 10, "余", "10余"),
        ("１，２３４", 1234, "", "1234"),
        ("三十三", 33, "", "33"),
    ],
)
def test_a_value_is_taken_as_it_was_typed_and_shown_in_official_notation(
    typed: str, value: int, hedge: str, shown: str
) -> None:
    after = with_cell(MEETINGS, LedgerColumn.VALUE, typed)
    assert (after.value, after.hedge) == (value, hedge)
    assert after.state is FigureState.REPORTED
    assert cell_words(after, LedgerColumn.VALUE) == shown


def test_a_value_in_a_unit_of_ten_thousands_gets_no_second_one() -> None:
    money = Figure("f2", "经费", "万元", Decimal(25000))
    assert cell_words(money, LedgerColumn.VALUE) == "25000"


def test_nothing_happened_is_not_zero_and_not_missing() -> None:
    none = with_cell(MEETINGS, LedgerColumn.VALUE, "本年度未发生")
    assert (none.value, none.state) == (None, FigureState.NONE)
    assert cell_words(none, LedgerColumn.VALUE) == "本年度未发生"
    assert with_cell(none, LedgerColumn.VALUE, "0").value == 0
    assert with_cell(none, LedgerColumn.VALUE, "").state is FigureState.MISSING


def test_words_that_are_no_number_are_refused_with_what_may_be_written() -> None:
    with pytest.raises(RolwriterError) as refused:
        with_cell(MEETINGS, LedgerColumn.VALUE, "许多")
    assert "许多" in refused.value.what
    assert "33" in refused.value.remedy


def test_a_state_that_contradicts_the_value_is_refused() -> None:
    with pytest.raises(RolwriterError):
        with_state(MEETINGS, FigureState.MISSING)
    with pytest.raises(RolwriterError):
        with_state(Figure("f3", "案件", "件"), FigureState.VERIFIED)
    assert with_state(MEETINGS, FigureState.VERIFIED).state is FigureState.VERIFIED


def test_a_jump_against_last_year_has_sign_and_word() -> None:
    assert cell_words(MEETINGS, LedgerColumn.PERCENT) == "+32% ▲大增"
    assert cell_words(MEETINGS, LedgerColumn.DIFFERENCE) == "+8"
    assert not jump(MEETINGS, 40)


def test_pasted_rows_are_found_by_name_and_rewrite_the_text() -> None:
    paragraph = Paragraph("p2", "党组会33次。", links=(FigureLink(3, 6, "f1"),))
    report = Report((Part("c1", PartKind.CHAPTER, (paragraph,)),))
    project = Project(report, ledger=(MEETINGS,), next_id=10)
    rows = read_pasted(
        project, "指标名称\t今年数\t单位\n党组会\t41\t\n培训\t约5场\t场\n\t7\t\n报刊\t许多\t份"
    )
    assert [bool(row.figure) for row in rows] == [True, True, False, False]
    assert rows[0].changes == "本年数 33→41"
    assert rows[1].is_new
    assert "名称" in rows[2].problem
    assert "许多" in rows[3].problem
    change, places = pasted_change(project, rows)
    after = change.apply(project)
    assert places == 1
    assert [f.value for f in after.ledger] == [41, 5]
    assert next(after.report.paragraphs).text == "党组会41次。"
    assert change.inverse(project).apply(after).ledger == project.ledger


def test_rows_without_titles_stand_in_the_order_of_the_ledger() -> None:
    rows = read_pasted(Project(), "党组会\t41\t次\t33")
    assert rows[0].figure is not None
    assert (rows[0].figure.value, rows[0].figure.unit, rows[0].figure.previous) == (41, "次", 33)
