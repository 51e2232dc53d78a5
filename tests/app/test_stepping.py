from __future__ import annotations

import pytest

from rolwriter.app.stepping import Place, nearest
from rolwriter.model.finding import Location
from rolwriter.model.report import Paragraph, Part, PartKind, Report

REPORT = Report(
    (Part("c1", PartKind.CHAPTER, tuple(Paragraph(f"p{n}", "文" * 20) for n in (2, 3, 4))),)
)
PLACES = [Location(""), Location("p4", 3, 5), Location("p2", 3, 5), Location("p2", 9, 12)]


@pytest.mark.parametrize(
    ("cursor", "by", "expected"),
    [
        (Place("p2", 0), 1, 2),
        (Place("p2", 3), 1, 2),
        (Place("p2", 4), 1, 2),
        (Place("p2", 5), 1, 3),
        (Place("p3", 0), 1, 1),
        (Place("p4", 9), 1, 2),
        (Place("p3", 0), -1, 3),
        (Place("p2", 3), -1, 1),
        (Place("gone", 3), 1, None),
    ],
)
def test_the_next_place_is_counted_from_the_cursor(
    cursor: Place, by: int, expected: int | None
) -> None:
    assert nearest(REPORT, PLACES, cursor, by) == expected


def test_a_list_without_places_in_the_text_has_no_nearest() -> None:
    assert nearest(REPORT, [Location("")], Place("p2"), 1) is None
