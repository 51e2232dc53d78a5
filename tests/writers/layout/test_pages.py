from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rolwriter.catalog.page_format import BlockKind, FaceRole, load_page_format
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.report import PartKind, Report
from rolwriter.writers.layout.blocks import Block, Run, blocks
from rolwriter.writers.layout.copy import Colophon, Copy, Section, TableBlock, TableRow
from rolwriter.writers.layout.measure import CellMeasure
from rolwriter.writers.layout.page import Layout, Place, SetPage
from rolwriter.writers.layout.pages import Typesetter, lay_out
from tests.writers.reports import chapter, full_report, han, report

FORMAT = load_page_format()
MEASURE = CellMeasure(FORMAT)
PITCH = FORMAT.grid.line
COLOPHON = Colophon("抄送：某局。", "某局办公室", "2026年2月1日印发")


def text_block(text: str, paragraph_id: str = "p1") -> Block:
    return Block(BlockKind.TEXT, (Run(text, FaceRole.TEXT),), paragraph_id)


def laid(*sections: Section, colophon: Colophon | None = None) -> Layout:
    return lay_out(Copy(CopyKind.FORMAL, FORMAT, sections, colophon), MEASURE)


def of_report(of: Report, colophon: Colophon | None = None) -> Layout:
    return laid(Section(tuple(blocks(of))), colophon=colophon)


def texts(page: SetPage) -> list[str]:
    return [placed.block.text[placed.line.start : placed.line.end] for placed in page.lines]


def test_a_full_page_has_22_lines_that_fill_the_type_area() -> None:
    layout = of_report(chapter(han(26 + 28 * 43)))
    assert [len(page.lines) for page in layout.pages] == [22, 22]
    last = layout.pages[0].lines[-1]
    assert last.top + last.height <= FORMAT.text_height < last.top + 2 * last.height


def test_lines_are_counted_anew_on_each_page() -> None:
    layout = of_report(chapter(han(28 * 30)))
    assert [placed.number for placed in layout.pages[1].lines] == list(range(1, 10))


def test_every_paragraph_is_found_by_page_and_line() -> None:
    layout = of_report(chapter(han(26 + 28 * 20), "乙", "丙"))
    assert layout.places == {"p2": Place(1, 1), "p3": Place(1, 22), "p4": Place(2, 1)}


def test_one_line_stays_empty_under_the_title_and_over_the_signature() -> None:
    layout = of_report(
        report(
            (PartKind.TITLE, ("甲", "乙")),
            (PartKind.PREAMBLE, ("丙",)),
            (PartKind.SIGNATURE, ("某局",)),
            (PartKind.ISSUE_DATE, ("2026年1月2日",)),
        )
    )
    assert [placed.top / PITCH for placed in layout.pages[0].lines] == [0, 1, 3, 5, 6]


def test_every_word_of_a_report_is_placed_once_and_in_order() -> None:
    layout = of_report(full_report())
    placed = "".join(text for page in layout.pages for text in texts(page))
    assert placed == "".join(block.text for block in blocks(full_report()))


def test_a_page_with_the_signature_has_a_line_of_text() -> None:
    for lines in range(18, 26):
        layout = of_report(
            report(
                (PartKind.CHAPTER, (han(26 + 28 * (lines - 2) + 5),)),
                (PartKind.SIGNATURE, ("某局",)),
                (PartKind.ISSUE_DATE, ("2026年1月2日",)),
            )
        )
        last = layout.pages[-1]
        kinds = [placed.block.kind for placed in last.lines]
        assert kinds[-2:] == [BlockKind.SIGNATURE, BlockKind.ISSUE_DATE]
        assert kinds[0] is BlockKind.TEXT
        assert all(len(page.lines) <= 22 for page in layout.pages)


def test_a_heading_kept_with_the_next_paragraph_is_not_left_behind() -> None:
    title = Block(BlockKind.TITLE, (Run("标题", FaceRole.TITLE),), "p2")
    layout = laid(Section((text_block(han(28 * 21)), title, text_block("后文", "p3"))))
    assert [texts(page)[0] for page in layout.pages][1:] == ["标题"]


def test_a_section_begins_a_page_and_may_lie_across() -> None:
    layout = laid(Section((text_block("甲"),)), Section((text_block(han(80)),), landscape=True))
    assert [(page.number, page.landscape) for page in layout.pages] == [(1, False), (2, True)]
    assert len(texts(layout.pages[1])[0]) == 38


def test_a_table_goes_on_under_its_header_rows() -> None:
    rows = tuple(TableRow((str(n), han(30)), paragraph_id=f"p{n}") for n in range(60))
    table = TableBlock((1, 3), (TableRow(("序号", "事项")), *rows), header_rows=1)
    layout = laid(Section((table,)))
    assert len(layout.pages) > 2
    for page in layout.pages:
        assert page.rows[0].cells[0].text == "序号"
        assert page.rows[-1].top + page.rows[-1].height <= FORMAT.text_height + 2
    shown = [row.paragraph_id for page in layout.pages for row in page.rows[1:]]
    assert shown == [f"p{n}" for n in range(60)]
    assert layout.places["p59"].page == len(layout.pages)


def test_a_table_keeps_the_distance_of_the_title_above_it() -> None:
    title = Block(BlockKind.SHEET_TITLE, (Run("审签单", FaceRole.SHEET_TITLE),), "")
    table = TableBlock((1,), (TableRow(("甲",)),))
    (page,) = laid(Section((title, table))).pages
    below = page.lines[0].top + page.lines[0].height
    assert page.rows[0].top - below == FORMAT.after(BlockKind.SHEET_TITLE) > 0


def test_words_in_cells_turn_within_their_column() -> None:
    (page,) = laid(Section((TableBlock((1, 1), (TableRow((han(40), "短")),)),))).pages
    long, short = page.rows[0].cells
    assert len(long.lines) > 1
    assert len(short.lines) == 1
    assert all(line.left + line.width <= long.width for line, _top in long.lines)
    assert page.rows[0].height > len(long.lines) * 12 * 20


def test_a_row_higher_than_a_page_is_parted_and_loses_nothing() -> None:
    words = han(6000)
    layout = laid(Section((TableBlock((1,), (TableRow((words,)),)),)))
    assert len(layout.pages) > 2
    shown = [
        words[line.start : line.end]
        for page in layout.pages
        for row in page.rows
        for line, _top in row.cells[0].lines
    ]
    assert "".join(shown) == words


def test_the_colophon_stands_at_the_foot_of_the_last_page_which_is_even() -> None:
    pitch_lines = {1: 5, 2: 30, 3: 50, 4: 22 * 2 - 1}
    for lines in pitch_lines.values():
        layout = of_report(chapter(han(28 * lines)), COLOPHON)
        assert len(layout.pages) % 2 == 0
        assert [page.colophon_top is not None for page in layout.pages[:-1]] == [False] * (
            len(layout.pages) - 1
        )
        top = layout.pages[-1].colophon_top
        assert top is not None
        assert 0 < top < FORMAT.text_height - 2 * 400


def test_pages_added_for_the_colophon_alone_have_no_number() -> None:
    full = of_report(chapter(han(28 * 43)), COLOPHON)
    assert [page.numbered for page in full.pages] == [True, True, False, False]
    short = of_report(chapter(han(28 * 30)), COLOPHON)
    assert [page.numbered for page in short.pages] == [True, True]


def test_laying_out_again_gives_what_a_fresh_layout_gives() -> None:
    typesetter = Typesetter(MEASURE)
    before, after = chapter(han(900), "乙"), chapter(han(901), "乙")
    for of in (before, after, before):
        copy = Copy(CopyKind.FORMAL, FORMAT, (Section(tuple(blocks(of))),))
        assert typesetter.lay_out(copy) == lay_out(copy, MEASURE)


def test_an_empty_copy_has_no_page() -> None:
    assert laid().pages == ()


_WORDS = st.text(alphabet="中文法治，。、“”（）《》—…2025.%aB ", min_size=1, max_size=400)


@settings(max_examples=30)
@given(st.lists(_WORDS, max_size=12), st.booleans())
def test_any_report_stands_whole_on_pages_of_at_most_22_lines(
    paragraphs: list[str], signed: bool
) -> None:
    closing = [(PartKind.SIGNATURE, ("某局",)), (PartKind.ISSUE_DATE, ("2026年1月2日",))]
    of = report((PartKind.CHAPTER, tuple(paragraphs)), *(closing if signed else []))
    layout = of_report(of)
    assert all(len(page.lines) <= 22 for page in layout.pages)
    for page in layout.pages:
        assert page.lines[-1].top + page.lines[-1].height <= FORMAT.text_height
    placed = "".join(text for page in layout.pages for text in texts(page))
    own = "".join(block.text for block in blocks(of))
    assert placed.replace(" ", "") == own.replace(" ", "")
    assert {*layout.places} == {block.paragraph_id for block in blocks(of)}
