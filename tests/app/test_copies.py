from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rolwriter.app.checklist.survey import checklist
from rolwriter.app.documents import sample_project
from rolwriter.app.output.copies import make_copy, written_report
from rolwriter.app.output.layout import PagePlaces, cell_layout
from rolwriter.app.output.open_points import CARRIED
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.page_format import FaceRole
from rolwriter.model.dispatch import CopyKind, Dispatch
from rolwriter.model.errors import RolwriterError
from rolwriter.model.finding import Finding, Location, Severity
from rolwriter.model.mask import Mask
from rolwriter.model.project import Project
from rolwriter.model.report import Carry, PartKind
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.copy import TableBlock
from tests.writers.reports import chapter, full_report

CATALOGUE = load_catalogue()


def test_a_copy_for_review_brings_the_check_sheet_across_and_the_sheet_to_sign() -> None:
    copy = make_copy(Project(full_report()), CopyKind.REVIEW, CATALOGUE)
    report, check, sign = copy.sections
    assert (report.landscape, check.landscape, sign.landscape) == (False, True, False)
    assert not sign.numbered
    first, *_ = (block for block in check.content if isinstance(block, TableBlock))
    assert first.header_rows == 1
    assert first.rows[0].cells[1] == "事项"
    (table,) = (block for block in sign.content if isinstance(block, TableBlock))
    assert table.rows[1].cells == ("发文字号", "云机管〔2026〕3号")
    assert [row.cells[0] for row in table.rows[-4:]] == ["拟稿", "核稿", "会签", "签发"]
    assert all(row.cells[1].count("\n") + 1 == row.least_lines for row in table.rows[-4:])


def test_the_check_sheet_names_the_lines_of_the_copy_it_goes_with() -> None:
    project = sample_project()
    copy = make_copy(project, CopyKind.REVIEW, CATALOGUE)
    sheet, foot = (block for block in copy.sections[-2].content if isinstance(block, TableBlock))
    assert "核对人" in foot.rows[0].cells[0]
    named = {row.cells[0]: row.cells[3] for row in sheet.rows}
    pages = PagePlaces(cell_layout(copy))
    written = [row for row in checklist(project, CATALOGUE).rows if row.place]
    for row in written:
        if row.place is not None and row.item.id in named:
            paragraph_id, span = row.place
            words = pages.words(paragraph_id, span.start if span else 0)
            assert named[row.item.id].endswith(words)
    assert sum("页第" in words for words in named.values()) > 2


def test_a_draft_shows_what_is_carried_and_unread_and_what_the_checks_found() -> None:
    of = chapter("截至目前已办结。", "照旧。")
    part = of.parts[0]
    unread = replace(part.paragraphs[1], carry=Carry.UNREAD)
    of = replace(of, parts=(replace(part, paragraphs=(part.paragraphs[0], unread)),))
    found = Finding("D04", Severity.HINT, Location("p2", 0, 4), "截至目前", "没有写明日期。")
    copy = make_copy(Project(of), CopyKind.DRAFT, CATALOGUE, findings=[found], day=date(2026, 1, 2))
    first, second, _ = (block for block in copy.blocks if isinstance(block, Block))
    assert first.text == "截至目前〔1〕已办结。"
    assert second.text == f"{CARRIED}照旧。"
    assert second.runs[0].face is FaceRole.MARK
    (points,) = (block for block in copy.sections[-1].content if isinstance(block, TableBlock))
    assert points.rows[1].cells == ("1", "第1页第1行", "截至目前", "建议：没有写明日期。")


def test_a_title_carries_no_mark_but_its_findings_are_listed() -> None:
    report = full_report()
    title = report.of_kind(PartKind.TITLE)[0].paragraphs[0].id
    found = Finding("S05", Severity.WARNING, Location(title, 0, 2), "某局", "少了文种。")
    copy = make_copy(Project(report), CopyKind.DRAFT, CATALOGUE, findings=[found])
    marked = [run for block in copy.blocks if isinstance(block, Block) for run in block.runs]
    assert all(run.face is not FaceRole.MARK for run in marked)
    (points,) = (block for block in copy.sections[-1].content if isinstance(block, TableBlock))
    assert points.rows[1].cells[1].startswith("第1页")


def test_the_check_sheet_is_set_so_small_that_one_page_holds_it() -> None:
    copy = make_copy(sample_project(), CopyKind.REVIEW, CATALOGUE)
    assert sum(page.landscape for page in cell_layout(copy).pages) == 1


def test_only_the_public_copy_hides_what_is_masked() -> None:
    project = Project(chapter("张建国到会。"), masks=(Mask("张建国", "张某某"),))
    for kind in CopyKind:
        shown = next(written_report(project, kind).paragraphs).text
        assert shown == ("张某某到会。" if kind is CopyKind.PUBLIC else "张建国到会。")


def test_a_copy_sent_up_without_any_organ_is_refused_with_the_place_to_fill_it_in() -> None:
    with pytest.raises(RolwriterError, match="发文机关"):
        make_copy(Project(chapter("文。")), CopyKind.UPWARD, CATALOGUE)
    named = Project(chapter("文。"), dispatch=Dispatch(masthead="某局"))
    assert make_copy(named, CopyKind.UPWARD, CATALOGUE).sections
