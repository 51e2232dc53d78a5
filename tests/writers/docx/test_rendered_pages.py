from __future__ import annotations

from itertools import pairwise

import pytest

from rolwriter.catalog.page_format import TWIPS_PER_POINT, FaceRole, load_page_format
from rolwriter.model.report import PartKind
from rolwriter.writers.layout.cells import cells
from rolwriter.writers.layout.title import title_lines
from tests.writers.docx.written import formal
from tests.writers.rendering import POINTS_PER_MM, Page, needs_renderer, render
from tests.writers.reports import chapter, full_report, han, report

pytestmark = needs_renderer()

FORMAT = load_page_format()
LEFT = FORMAT.page.left / TWIPS_PER_POINT
RIGHT = (FORMAT.page.width - FORMAT.page.right) / TWIPS_PER_POINT
BOTTOM = (FORMAT.page.height - FORMAT.page.bottom) / TWIPS_PER_POINT
CELL = FORMAT.cell(FaceRole.TEXT) / TWIPS_PER_POINT
SIGNATURE = "云溪区机关事务服务中心"
LONG_TITLE = f"{SIGNATURE}关于2025年法治政府建设情况的报告"


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    files = {
        "plain": chapter(han(22 * 28 * 3 + 10)),
        "levels": chapter(*[f"（{n}）{han(150)}" for n in "一二三四五六七八九十"], han(28 * 30)),
        "numbers": chapter(
            "".join(f"全年召开会议{n}次，合格率{n / 7:.2f}%。" for n in range(99, 400))
        ),
        "full": full_report(),
        "title": report((PartKind.TITLE, (LONG_TITLE,)), (PartKind.PREAMBLE, ("正文。",))),
        "short": report(
            (PartKind.CHAPTER, ("特此报告。",)),
            (PartKind.SIGNATURE, ("某局",)),
            (PartKind.ISSUE_DATE, ("2026年11月20日",)),
        ),
    }
    folder = tmp_path_factory.mktemp("rendered")
    return render({name: formal(of) for name, of in files.items()}, folder)


def test_the_paper_is_a4(rendered: dict[str, list[Page]]) -> None:
    for page in rendered["full"]:
        assert page.width == pytest.approx(210 * POINTS_PER_MM, abs=1)
        assert page.height == pytest.approx(297 * POINTS_PER_MM, abs=1)


@pytest.mark.parametrize("name", ["plain", "levels", "numbers"])
def test_every_full_page_has_22_lines(rendered: dict[str, list[Page]], name: str) -> None:
    full = rendered[name][:-1]
    assert len(full) >= 2
    assert [len(page.body) for page in full] == [22] * len(full)


def test_every_full_line_has_28_han_characters_from_edge_to_edge(
    rendered: dict[str, list[Page]],
) -> None:
    lines = [line for page in rendered["plain"] for line in page.body]
    first, *full, last = lines
    assert first.han == 26
    assert first.left == pytest.approx(LEFT + 2 * CELL, abs=1)
    assert {line.han for line in full} == {28}
    assert last.han == 22 * 28 * 3 + 10 - 26 - 28 * len(full)
    for line in full:
        assert line.left == pytest.approx(LEFT, abs=1)
        assert line.right == pytest.approx(RIGHT, abs=1.5)


def test_page_numbers_stand_outside_on_every_page_under_the_text(
    rendered: dict[str, list[Page]],
) -> None:
    edge = FORMAT.faces[FaceRole.FOOTER].size_pt
    for number, page in enumerate(rendered["plain"], start=1):
        assert page.number.text == f"—{number}—"
        if number % 2:
            assert page.number.right == pytest.approx(RIGHT - edge, abs=1)
        else:
            assert page.number.left == pytest.approx(LEFT + edge, abs=1)
        below = (page.number.middle - BOTTOM) / POINTS_PER_MM
        assert 6 < below < 10


def test_no_number_is_broken_at_the_end_of_a_line(rendered: dict[str, list[Page]]) -> None:
    lines = [line.text for page in rendered["numbers"] for line in page.body]
    assert any(line[-1].isascii() or line[0].isascii() for line in lines)
    for line, following in pairwise(lines):
        assert not (line[-1] in "0123456789." and following[0] in "0123456789.%")


def test_a_title_stands_in_the_middle_with_one_empty_line_below(
    rendered: dict[str, list[Page]],
) -> None:
    first, second, text = rendered["title"][0].body
    width = FORMAT.text_width / FORMAT.cell(FaceRole.TITLE)
    assert (first.text, second.text) == title_lines(LONG_TITLE, width)
    for line in (first, second):
        assert (line.left + line.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)
    pitch = FORMAT.grid.line / TWIPS_PER_POINT
    assert second.middle - first.middle == pytest.approx(pitch, abs=1)
    assert text.middle - second.middle == pytest.approx(2 * pitch, abs=5)


def test_the_date_begins_two_characters_right_of_the_signature(
    rendered: dict[str, list[Page]],
) -> None:
    text, signature, date = rendered["full"][-1].body[-3:]
    assert signature.right == pytest.approx(RIGHT - 2 * CELL, abs=2)
    assert date.left - signature.left == pytest.approx(2 * CELL, abs=2)
    pitch = FORMAT.grid.line / TWIPS_PER_POINT
    assert signature.middle - text.middle == pytest.approx(2 * pitch, abs=1)
    assert date.middle - signature.middle == pytest.approx(pitch, abs=1)


def test_a_date_longer_than_the_signature_keeps_its_distance_from_the_right(
    rendered: dict[str, list[Page]],
) -> None:
    _text, signature, date = rendered["short"][0].body
    assert date.right == pytest.approx(RIGHT - 2 * CELL, abs=2)
    # where the date would begin if its digits were half as wide as Han characters
    space = FORMAT.lines.autospace * FORMAT.faces[FaceRole.TEXT].size_pt
    start = RIGHT - 2 * CELL - cells("2026年11月20日") * CELL - 5 * space
    assert signature.left == pytest.approx(start - 2 * CELL, abs=2)
