from __future__ import annotations

from decimal import Decimal
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.app.collect.forms import (
    form_for,
    preview,
    read_files,
    suppliers,
    write_supplier_form,
)
from rolwriter.app.collect.listing import preview_json, preview_lines
from rolwriter.app.collect.preview import RowKind
from rolwriter.model.errors import RolwriterError
from rolwriter.model.form import FilledForm, LooseRow
from rolwriter.model.ledger import FigureState
from rolwriter.model.project import SourceFile
from rolwriter.model.sheets import Cell, CellKind
from tests.app.forms import figure, form, number, only_row, project, reported, row

LEDGER = project(figure())


def test_each_supplier_is_asked_for_its_own_figures_only() -> None:
    ledger = project(figure(1), figure(2, supplier="法规科"), figure(3, supplier="综合科、法规科"))
    assert suppliers(ledger) == ("综合科", "法规科")
    assert [f.id for f in form_for(ledger, "法规科").figures] == ["f2", "f3"]


def test_a_supplier_without_figures_is_told_which_there_are() -> None:
    with pytest.raises(RolwriterError, match="某科") as refused:
        form_for(LEDGER, "某科")
    assert "综合科" in refused.value.remedy


@pytest.mark.parametrize(
    ("value", "unit", "read", "hedge"),
    [
        (number("33"), "次", "33", ""),
        (number("0.1"), "次", "0.1", ""),
        (number("0"), "次", "0", ""),
        (number("0.795", percent=True), "%", "79.5", ""),
        (number("79.5"), "%", "79.5", ""),
        ("三十三", "次", "33", ""),
        ("33次", "次", "33", ""),
        ("１，２３４", "次", "1234", ""),
        ("约2.5万", "次", "25000", "约"),
        ("10余", "次", "10", "余"),
    ],
)
def test_a_value_is_read_in_the_figures_own_unit(
    value: str | Cell, unit: str, read: str, hedge: str
) -> None:
    found = only_row(project(figure(unit=unit)), row(value))
    assert (found.kind, found.value, found.hedge) == (RowKind.NEW, Decimal(read), hedge)
    assert (found.figure_id, found.file, found.sheet, found.place) == (
        "f1",
        "综合科.xlsx",
        "数据征集表",
        "G9",
    )


@pytest.mark.parametrize(
    ("filled", "reason"),
    [
        (row(Cell(9, 7, CellKind.DATE, "2025-03-04")), "是日期（2025-03-04）"),
        (row(Cell(9, 7, CellKind.ERROR, "#N/A")), "错误值“#N/A”"),
        (row(Cell(9, 7, CellKind.BOOLEAN, "TRUE")), "不是数"),
        (row(Cell(9, 7, CellKind.UNCALCULATED, "=SUM(A1)")), "“=SUM(A1)”没有存下计算结果"),
        (row(number("0.795", percent=True)), "百分数（79.5%），但单位是“次”"),
        (row(number("1" + "0" * 20)), "位数太多"),
        (row("33", merged="G9:G10"), "合并单元格G9:G10"),
        (row("33", value_place=""), "找不到“今年数”"),
        (row("33", unit="万元"), "表上的单位是“万元”"),
        (row("33", state="本年度未发生"), "状态又是“本年度未发生”"),
        (row(state="已报"), "没有填数"),
        (row(evidence="会议纪要"), "没有填数，但写了佐证"),
        (row("约33", hedge="余"), "写着“约”"),
        (row("33", hedge="大致"), "“大致”看不懂"),
        (row("很多"), "看不出“很多”是多少"),
    ],
)
def test_what_cannot_be_read_names_its_cell_and_why(filled: object, reason: str) -> None:
    found = only_row(LEDGER, filled)  # type: ignore[arg-type]
    assert (found.kind, found.value) == (RowKind.UNREADABLE, None)
    assert reason in found.reason
    assert found.place in ("G9", "A9")


def test_an_empty_cell_is_not_reported_and_never_zero() -> None:
    found = only_row(LEDGER, row())
    assert (found.kind, found.value) == (RowKind.EMPTY, None)


def test_nothing_happened_is_an_answer() -> None:
    for filled in (row(state="本年度未发生"), row("未发生"), row("0", state="本年度未发生")):
        found = only_row(LEDGER, filled)
        assert (found.kind, found.none, found.value) == (RowKind.NEW, True, None)


def test_the_hedge_may_stand_in_its_own_column() -> None:
    assert only_row(LEDGER, row("33", hedge="约")).hedge == "约"
    assert only_row(LEDGER, row("33", hedge="精确")).hedge == ""
    assert only_row(LEDGER, row("约33", hedge="精确")).hedge == "约"


def test_evidence_and_remark_come_along() -> None:
    assert only_row(LEDGER, row("33", evidence="纪要", remark="含扩大会")).evidence == (
        "纪要；备注：含扩大会"
    )


def test_a_figure_is_found_by_its_name_when_ids_are_lost() -> None:
    found = only_row(LEDGER, row("33", figure_id="", name=" 党 组会 "))
    assert (found.figure_id, found.kind) == ("f1", RowKind.NEW)


def test_a_unit_behind_the_name_does_not_hide_it() -> None:
    assert only_row(LEDGER, row("33", figure_id="", name="党组会（次）")).figure_id == "f1"


def test_unit_scope_and_period_tell_figures_of_one_name_apart() -> None:
    ledger = project(
        figure(1, "考试", "人"),
        figure(2, "考试", "%", scope="参考率"),
        figure(3, "考试", "%", scope="合格率"),
    )
    found = only_row(ledger, row("100", figure_id="", name="考试", unit="%", scope="合格率"))
    assert found.figure_id == "f3"
    unclear = only_row(ledger, row("100", figure_id="", name="考试", unit="%"))
    assert (unclear.kind, "3项同名" in unclear.reason) == (RowKind.UNKNOWN, True)


def test_another_scope_under_the_same_name_is_not_taken_for_the_same_figure() -> None:
    ledger = project(figure(scope="参考率"))
    found = only_row(ledger, row("100", figure_id="", scope="合格率"))
    assert (found.kind, "口径写的是“合格率”" in found.reason) == (RowKind.UNKNOWN, True)
    by_id = only_row(ledger, row("100", scope="合格率"))
    assert (by_id.kind, "口径写的是“合格率”" in by_id.reason) == (RowKind.NEW, True)


def test_a_row_may_name_its_own_supplier() -> None:
    ledger = project(reported("33"), figure(2, supplier="法规科"))
    found = only_row(ledger, row("34", figure_id="", supplier="法规科"))
    assert (found.figure_id, found.supplier, found.kind) == ("f2", "法规科", RowKind.NEW)


def test_a_row_that_fits_no_figure_is_listed_as_unknown() -> None:
    found = only_row(LEDGER, row("9", figure_id="", name="新数据"))
    assert (found.kind, found.words) == (RowKind.UNKNOWN, "新数据　9")


def test_an_id_and_a_name_that_disagree_are_never_guessed() -> None:
    ledger = project(figure(1, "甲"), figure(2, "乙"))
    found = only_row(ledger, row("9", figure_id="f1", name="乙"))
    assert (found.kind, "编号是“甲”的" in found.reason) == (RowKind.UNREADABLE, True)


def test_a_figure_renamed_since_is_found_by_its_id_and_said() -> None:
    found = only_row(project(figure(1, "党组会议")), row("9", name="党组会"))
    assert (found.kind, found.figure_id) == (RowKind.NEW, "f1")
    assert "按编号归到“党组会议”" in found.reason


def test_another_years_form_is_not_read_at_all() -> None:
    (file,) = preview(LEDGER, [("甲.xlsx", form(row("33"), year=2024))]).files
    assert file.rows == ()
    assert "2024年度" in file.trouble


def test_loose_rows_are_listed_as_unknown() -> None:
    filled = FilledForm(2025, "综合科", (), (LooseRow("表", "A3", "另有说明"),))
    (found,) = preview(LEDGER, [("甲.xlsx", filled)]).rows
    assert (found.kind, found.place, found.words) == (RowKind.UNKNOWN, "A3", "另有说明")


@pytest.mark.parametrize(
    ("before", "value", "supplier", "kind"),
    [
        (figure(), "33", "综合科", RowKind.NEW),
        (reported("33"), "33", "综合科", RowKind.SAME),
        (reported("33"), "33.0", "法规科", RowKind.SAME),
        (reported("33"), "34", "综合科", RowKind.CHANGED),
        (reported("33"), "约33", "综合科", RowKind.CHANGED),
        (reported("33"), "34", "法规科", RowKind.CONFLICT),
        (reported("33", supplier="综合科、法规科"), "34", "综合科", RowKind.CONFLICT),
        (figure(value=Decimal(33), state=FigureState.VERIFIED), "34", "综合科", RowKind.CONFLICT),
        (figure(value=Decimal(33), state=FigureState.VERIFIED), "33", "综合科", RowKind.SAME),
        (figure(state=FigureState.NONE), "1", "法规科", RowKind.CONFLICT),
        (figure(state=FigureState.NONE), "未发生", "法规科", RowKind.SAME),
        (reported("33"), "未发生", "法规科", RowKind.CONFLICT),
    ],
)
def test_a_value_is_compared_with_the_ledgers(
    before: object, value: str, supplier: str, kind: RowKind
) -> None:
    ledger = project(before)  # type: ignore[arg-type]
    (found,) = preview(ledger, [("甲.xlsx", form(row(value), supplier=supplier))]).rows
    assert found.kind is kind


def test_two_files_that_differ_are_in_conflict_and_each_is_told_of_the_other() -> None:
    files = [(f"{s}.xlsx", form(row(v), supplier=s)) for s, v in (("甲科", "33"), ("乙科", "约34"))]
    rows = list(preview(LEDGER, files).rows)
    assert [found.kind for found in rows] == [RowKind.CONFLICT] * 2
    assert "甲科报33" in rows[0].reason
    assert "乙科报34（约）" in rows[0].reason


def test_a_damaged_file_does_not_hinder_the_others() -> None:
    ledger = project(figure(), figure(2, "乙"))
    files = [
        SourceFile("坏.xlsx", b"PK broken"),
        SourceFile("好.xlsx", write_supplier_form(ledger, "综合科")),
    ]
    bad, good = read_files(ledger, files).files
    assert "已经损坏" in bad.trouble
    assert [found.kind for found in good.rows] == [RowKind.EMPTY] * 2


def test_the_listing_names_file_sheet_and_cell_of_what_has_to_be_looked_at() -> None:
    lines = list(preview_lines(preview(LEDGER, [("甲.xlsx", form(row("很多"), row()))])))
    assert lines[0] == "甲.xlsx（综合科）：看不懂1项，未填1项"
    assert lines[1].startswith("[看不懂] 甲.xlsx，工作表“数据征集表”G9格，“党组会”：看不出")
    assert len(lines) == 2


def test_the_preview_as_data_has_every_row() -> None:
    data = preview_json(preview(LEDGER, [("甲.xlsx", form(row("约2.5万"), row("很多")))]))
    (file,) = data["files"]  # type: ignore[misc]
    assert [(r["kind"], r["value"], r["hedge"], r["cell"]) for r in file["rows"]] == [
        ("new", "25000", "约", "G9"),
        ("unreadable", None, "", "G9"),
    ]


CELL = st.one_of(
    st.text(max_size=12),
    st.builds(
        Cell,
        st.just(9),
        st.just(7),
        st.sampled_from(CellKind).filter(lambda kind: kind is not CellKind.NUMBER),
        st.text(min_size=1, max_size=12),
        st.booleans(),
    ),
    st.builds(number, st.decimals(allow_nan=False, allow_infinity=False).map("{:f}".format)),
)


@given(CELL, st.text(max_size=5), st.text(max_size=5), st.sampled_from(["次", "%", "", "万元"]))
def test_any_cell_is_a_value_nothing_or_said_to_be_unreadable(
    value: str | Cell, hedge: str, state: str, unit: str
) -> None:
    found = only_row(project(figure(unit=unit)), row(value, hedge=hedge, state=state))
    answered = found.value is not None or found.none
    assert answered == (found.kind is RowKind.NEW)
    assert found.kind in (RowKind.NEW, RowKind.EMPTY) or found.reason


def test_every_row_of_every_file_is_in_the_preview() -> None:
    forms = [form(row("33"), row(figure_id="", name="无名"), row()) for _ in range(12)]
    read = preview(LEDGER, [(f"{n}.xlsx", filled) for n, filled in enumerate(forms)])
    assert len(list(read.rows)) == len(list(chain.from_iterable(f.rows for f in forms)))
