from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from rolwriter.app.checklist.check_sheet import check_sheet, checklist_table, write_check_sheets
from rolwriter.app.checklist.survey import Checklist, ChecklistRow, checklist, set_state
from rolwriter.app.ledger.acts import take_figures
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.model.checklist import FieldAnswer, ItemState
from rolwriter.model.checklist_change import SetProfiles
from rolwriter.model.errors import RolwriterError
from rolwriter.model.ledger import Figure, FigureState, Offer
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role

TEXT = "召开党组会33次，开展宪法宣传。"


def project() -> Project:
    title = Part("c1", PartKind.TITLE, (Paragraph("p2", "某局2025年法治政府建设情况的报告"),))
    heading = Paragraph("p4", "一、主要举措", 1)
    work = Part("c3", PartKind.CHAPTER, (heading, Paragraph("p5", TEXT)), Role.WORK)
    return Project(Report((title, work), 2025, "某局"), next_id=6)


def found(of: Project) -> Checklist:
    return checklist(of, load_catalogue())


def row(of: Project, item: str) -> ChecklistRow:
    return next(r for r in found(of).rows if r.item.id == item)


def test_what_the_text_shows_is_proposed_and_counts_only_once_confirmed() -> None:
    before = project()
    title = row(before, "H1")
    assert (title.state, title.proposed) == (ItemState.DRAFT, True)
    assert found(before).done == 0
    after = set_state(before, "H1", ItemState.DONE, paragraph="p2").apply(before)
    assert (row(after, "H1").state, row(after, "H1").proposed) == (ItemState.DONE, False)
    assert found(after).done == 1
    assert found(after).progress == f"必写 1/{len(found(after).required)}"


def test_what_nothing_shows_is_open_and_has_no_place() -> None:
    assert row(project(), "P1").state is ItemState.TODO
    assert row(project(), "P1").place is None


def test_an_item_leads_to_the_words_that_answer_it() -> None:
    meetings = row(project(), "W5")
    assert meetings.place is not None
    paragraph, span = meetings.place
    assert paragraph == "p5"
    assert span is not None
    assert "党组会" in TEXT[: span.end] or "33次" in span.of(TEXT)


def test_the_chapter_that_asks_for_an_item_goes_before_another_that_names_it() -> None:
    words = "落实第一责任人职责。"
    work = Part("c1", PartKind.CHAPTER, (Paragraph("p2", words),), Role.WORK)
    duty = Part("c3", PartKind.CHAPTER, (Paragraph("p4", words),), Role.DUTY)
    found_in = row(Project(Report((work, duty), 2025, "某局"), next_id=6), "D1").place
    assert found_in is not None
    assert found_in[0] == "p4"


def test_not_applicable_needs_a_reason() -> None:
    with pytest.raises(RolwriterError):
        set_state(project(), "W8", ItemState.NOT_APPLICABLE, "  ")
    change = set_state(project(), "W8", ItemState.NOT_APPLICABLE, "本单位没有制定权")
    after = change.apply(project())
    assert row(after, "W8").reason == "本单位没有制定权"
    assert change.inverse(project()).apply(after).checklist == ()


def test_an_organ_with_enforcement_is_asked_more() -> None:
    plain = {r.item.id for r in found(project()).rows}
    enforcing = SetProfiles(("enforcement",)).apply(project())
    assert {"W16", "W18"} <= {r.item.id for r in found(enforcing).rows} - plain


def test_a_ticked_field_makes_its_item_wait_for_the_clerk() -> None:
    catalogue = load_catalogue()
    field = next(f for f in catalogue.fields_of("W22") if f.allows_none)
    ticked = replace(project(), answers=(FieldAnswer(field.id, none=True),))
    assert row(ticked, "W22").proposed


def test_the_check_sheet_says_item_place_figures_and_exceptions() -> None:
    change, _ = take_figures(project())
    after = change.apply(project())
    after = set_state(after, "W8", ItemState.NOT_APPLICABLE, "没有制定权").apply(after)
    rows = {str(r[0]): r for r in check_sheet(after, found(after)).rows}
    assert "党组会33次" in str(rows["W5"][4])
    assert rows["W5"][3] == "第1章第2段"
    assert rows["W8"][5] == "没有制定权"
    assert len(checklist_table(after, found(after)).rows) == len(found(after).rows)
    book = load_workbook(BytesIO(write_check_sheets(after, found(after), 30)))
    one_page, listing = (sheet.page_setup.fitToHeight for sheet in book.worksheets)
    assert (int(one_page), int(listing)) == (1, 0)
    signed = book.worksheets[0].cell(book.worksheets[0].max_row, 1).value
    assert "签发领导：" in str(signed)
    # a page number of the whole file would stand on a sheet that is one page
    assert [bool(sheet.oddFooter.center.text) for sheet in book.worksheets] == [False, True]


def test_the_check_sheet_names_the_source_of_a_figure_and_what_is_still_open() -> None:
    change, _ = take_figures(project())
    taken = change.apply(project())
    (meetings,) = taken.ledger

    def shown(of: Figure) -> tuple[str, str]:
        after = replace(taken, ledger=(of,))
        (row,) = [r for r in check_sheet(after, found(after)).rows if r[0] == "W5"]
        return str(row[4]), str(row[5])

    known = replace(meetings, supplier="综合科", evidence="会议记录", previous=Decimal(30))
    assert shown(known) == ("党组会33次（30次，综合科，会议记录）", "")
    assert shown(replace(known, state=FigureState.DOUBTFUL))[1] == "党组会存疑"
    offers = (Offer("甲科", Decimal(33)), Offer("乙科", Decimal(34)))
    assert shown(replace(known, offers=offers))[1] == "党组会有2个数待定"
    assert shown(replace(known, value=None, state=FigureState.MISSING)) == (
        "党组会未报（30次，综合科，会议记录）",
        "党组会未报",
    )
    rows = {r[0]: str(r[5]) for r in check_sheet(taken, found(taken)).rows}
    assert rows["P1"] == "尚未写"
    assert rows["W22"] == "尚未写；没有发生也要写明"


def test_every_basis_is_an_article_that_was_read_or_says_that_it_is_not() -> None:
    for entry in found(project()).rows:
        assert entry.basis
        for words in entry.basis:
            unverified = words.startswith("工作惯例") or "未核对" in words
            assert unverified or "《" in words
