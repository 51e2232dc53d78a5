from __future__ import annotations

from dataclasses import replace

from rolwriter.app.carry.listing import Places
from rolwriter.app.checklist.check_sheet import check_sheet
from rolwriter.app.checklist.survey import checklist
from rolwriter.app.documents import sample_project
from rolwriter.app.output.copies import make_copy
from rolwriter.app.output.layout import FormalPages, PagePlaces, cell_layout
from rolwriter.app.review.listing import review_lines
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.page_format import load_page_format
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.finding import Finding, Location, Severity
from rolwriter.model.project import Project
from rolwriter.model.report import PartKind
from rolwriter.writers.layout.page import Place
from tests.writers.reports import chapter, han, report


def pages_of(project: Project) -> PagePlaces:
    return FormalPages(load_page_format).of(project)


def test_a_character_is_found_on_its_page_and_line_not_on_its_paragraphs_first() -> None:
    pages = pages_of(Project(chapter(han(26 + 28 * 30))))
    assert pages.count == 2
    assert pages.of("p2") == Place(1, 1)
    assert pages.of("p2", 26) == Place(1, 2)
    assert pages.of("p2", 26 + 28 * 21) == Place(2, 1)
    assert pages.words("p2", 26 + 28 * 21) == "第2页第1行"


def test_words_that_are_on_no_page_have_no_place() -> None:
    pages = pages_of(Project(report((PartKind.UNPLACED, ("甲",)), (PartKind.CHAPTER, ("乙",)))))
    assert pages.of("p2") is None
    assert pages.words("p2") == ""


def test_a_row_of_a_table_has_a_place() -> None:
    pages = pages_of(Project(chapter("甲", "项目\t数量", "会议\t3")))
    assert pages.of("p4") == Place(1, 2)


def test_places_follow_the_text_as_it_changes() -> None:
    formal = FormalPages(load_page_format)
    before, after = Project(chapter(han(10), "乙")), Project(chapter(han(30), "乙"))
    assert formal.of(before).of("p3") == Place(1, 2)
    assert formal.of(after).of("p3") == Place(1, 3)
    assert formal.of(before).of("p3") == Place(1, 2)


def test_the_printed_list_of_problems_names_page_and_line_of_the_words() -> None:
    project = Project(chapter(han(60)))
    finding = Finding("D04", Severity.HINT, Location("p2", 30, 32), "截至", "没有写明日期。")
    (line,) = [
        line for line in review_lines(project, [finding], pages=pages_of(project)) if "截至" in line
    ]
    assert line.strip().startswith("第1章第1段，第1页第2行：")


def test_the_check_sheet_says_on_which_page_and_line_an_item_is_written() -> None:
    project = sample_project()
    found = checklist(project, load_catalogue())
    written = [row for row in found.rows if row.place is not None]
    table = check_sheet(project, found, pages=pages_of(project))
    places = {str(row[0]): str(row[3]) for row in table.rows}
    assert written
    for row in written:
        if row.item.id in places:
            assert "页第" in places[row.item.id]


def test_without_pages_places_are_those_of_chapters_alone() -> None:
    project = Project(chapter("甲"))
    assert Places(project).where("p2") == Places(project).name("p2") == "第1章第1段"


def test_a_draft_is_laid_out_with_its_marks() -> None:
    project = Project(replace(chapter("甲"), year=2025))
    layout = cell_layout(make_copy(project, CopyKind.DRAFT, load_catalogue()))
    assert layout.copy.line_numbers
    assert layout.pages[0].lines[0].number == 1
