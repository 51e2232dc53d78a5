from __future__ import annotations

import pytest

from rolwriter.catalog.page_format import Align, FaceRole, load_page_format
from rolwriter.model.report import PartKind
from rolwriter.writers.layout.blocks import blocks
from rolwriter.writers.layout.cells import cells
from rolwriter.writers.layout.closing import ClosingPlaces, place_closing
from tests.writers.reports import report

FORMAT = load_page_format()
CELL = FORMAT.cell(FaceRole.TEXT)
TWO_FROM_RIGHT = 2 * FORMAT.faces[FaceRole.TEXT].size
SHORT_DATE = "2026年1月2日"
LONG_DATE = "2026年11月20日"


def places(signature: tuple[str, ...], date: tuple[str, ...]) -> ClosingPlaces:
    closing = report((PartKind.SIGNATURE, signature), (PartKind.ISSUE_DATE, date))
    return place_closing(blocks(closing), FORMAT)


def start_of_right_aligned(text: str, indent: int) -> float:
    space = FORMAT.lines.autospace * FORMAT.faces[FaceRole.TEXT].size / CELL
    return FORMAT.text_width - indent - cells(text, space) * CELL


def test_a_longer_signature_stands_two_characters_from_the_right_and_the_date_follows_it() -> None:
    signature = "云溪区机关事务服务中心"
    closing = places((signature,), (SHORT_DATE,))
    assert (closing.signature.align, closing.signature.indent) == (Align.RIGHT, TWO_FROM_RIGHT)
    assert closing.issue_date.align is Align.LEFT
    expected = start_of_right_aligned(signature, TWO_FROM_RIGHT) + 2 * CELL
    assert closing.issue_date.indent == pytest.approx(expected, abs=1)


def test_a_longer_date_stands_two_characters_from_the_right_and_the_signature_before_it() -> None:
    closing = places(("某局",), (LONG_DATE,))
    assert (closing.issue_date.align, closing.issue_date.indent) == (Align.RIGHT, TWO_FROM_RIGHT)
    assert closing.signature.align is Align.LEFT
    expected = start_of_right_aligned(LONG_DATE, TWO_FROM_RIGHT) - 2 * CELL
    assert closing.signature.indent == pytest.approx(expected, abs=1)


def test_of_several_signatures_the_longest_counts() -> None:
    both = places(("某局", "云溪区机关事务服务中心"), (SHORT_DATE,))
    assert both == places(("云溪区机关事务服务中心",), (SHORT_DATE,))


@pytest.mark.parametrize(("signature", "date"), [(("某局",), ()), ((), (SHORT_DATE,)), ((), ())])
def test_alone_each_stands_two_characters_from_the_right(
    signature: tuple[str, ...], date: tuple[str, ...]
) -> None:
    closing = places(signature, date)
    assert closing.signature.align is closing.issue_date.align is Align.RIGHT
    assert closing.signature.indent == closing.issue_date.indent == TWO_FROM_RIGHT


def test_a_signature_wider_than_the_line_does_not_push_the_date_out_of_the_page() -> None:
    assert places(("中" * 60,), (SHORT_DATE,)).issue_date.indent == 0
