from __future__ import annotations

import pytest

from rolwriter.app.stepping import Place, nearest, next_key, successor
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


@pytest.mark.parametrize(
    ("key", "by", "in_gap", "expected"),
    [
        ("a", 1, False, "b"),
        ("c", 1, False, "a"),
        ("a", -1, False, "c"),
        ("b", 1, True, "b"),
        ("b", -1, True, "a"),
        ("", 1, False, "a"),
        ("", -1, False, "c"),
    ],
)
def test_a_list_is_stepped_through_round_its_ends_and_not_past_what_came_into_a_gap(
    key: str, by: int, in_gap: bool, expected: str
) -> None:
    assert next_key(["a", "b", "c"], key, by, in_gap=in_gap) == expected
    assert next_key([], key, by, in_gap=in_gap) == ""


@pytest.mark.parametrize(
    ("kept", "expected"),
    [({"a", "c"}, ("c", True)), ({"a"}, ("a", False)), (set[str](), ("", False))],
)
def test_the_entry_behind_one_gone_takes_its_place_or_at_the_end_the_one_before(
    kept: set[str], expected: tuple[str, bool]
) -> None:
    assert successor(["a", "b", "c"], "b", kept) == expected
