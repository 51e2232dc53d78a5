from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from rolwriter.app.chapters import (
    add_chapter,
    join_chapter,
    move_chapter,
    place_in_chapter,
    remove_part,
    split_chapter,
    stray_parts,
)
from rolwriter.model.change import SetParts
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role
from rolwriter.text.numbering import level_of


def chapter(number: int, *lines: str) -> Part:
    paragraphs = tuple(
        Paragraph(f"p{number}{i}", line, level_of(line)) for i, line in enumerate(lines)
    )
    return Part(f"c{number}", PartKind.CHAPTER, paragraphs, Role.THEME)


TITLE = Part("c1", PartKind.TITLE, (Paragraph("p1", "标题"),))
CLOSING = Part("c9", PartKind.SIGNATURE, (Paragraph("p9", "某局"),))


@pytest.fixture
def report() -> Report:
    return Report((TITLE, chapter(2, "一、甲", "文。"), chapter(3, "二、乙", "字。"), CLOSING))


def ids() -> Iterator[str]:
    return (f"p{number}" for number in count(50))


def texts(change: SetParts | None) -> list[str]:
    assert change is not None
    return [part.text for part in change.parts]


def test_a_new_last_chapter_takes_the_next_number_and_stands_before_the_signature(
    report: Report,
) -> None:
    assert texts(add_chapter(report, "丙", Role.PLAN, None, ids())) == [
        "标题",
        "一、甲\n文。",
        "二、乙\n字。",
        "三、丙",
        "某局",
    ]


def test_a_chapter_put_between_moves_the_numbers_after_it(report: Report) -> None:
    change = add_chapter(report, "丙", Role.PLAN, "c2", ids())
    assert texts(change)[1:4] == ["一、甲\n文。", "二、丙", "三、乙\n字。"]


def test_the_first_chapter_of_all_stands_before_the_signature() -> None:
    change = add_chapter(Report((TITLE, CLOSING)), "甲", Role.WORK, None, ids())
    assert texts(change) == ["标题", "一、甲", "某局"]


def test_ids_of_a_new_chapter_are_all_different(report: Report) -> None:
    change = add_chapter(report, "丙", Role.PLAN, None, ids())
    new = next(part for part in change.parts if "丙" in part.text)
    numbers = [new.id.lstrip("c"), *(p.id.lstrip("p") for p in new.paragraphs)]
    assert len(set(numbers)) == len(numbers)


def test_moving_a_chapter_moves_the_numbers_and_not_the_words(report: Report) -> None:
    assert texts(move_chapter(report, "c3", -1)) == ["标题", "一、乙\n字。", "二、甲\n文。", "某局"]


def test_the_first_chapter_cannot_move_up(report: Report) -> None:
    assert move_chapter(report, "c2", -1) is None


def test_numbers_of_the_clerks_own_making_stay() -> None:
    own = Report((chapter(2, "一、甲"), chapter(3, "三、乙")))
    assert texts(move_chapter(own, "c3", -1)) == ["三、乙", "一、甲"]


def test_a_hand_set_heading_without_a_number_stays_without() -> None:
    bare = Part("c4", PartKind.CHAPTER, (Paragraph("p4", "附则", 1),), Role.OTHER)
    own = Report((chapter(2, "一、甲"), bare, chapter(3, "二、乙")))
    assert texts(remove_part(own, "c2")) == ["附则", "一、乙"]


def test_a_chapter_splits_before_the_paragraph_named(report: Report) -> None:
    change = split_chapter(report, "c2", 1, ids())
    assert texts(change) == ["标题", "一、甲", "文。", "二、乙\n字。", "某局"]


def test_a_chapter_does_not_split_before_its_first_paragraph(report: Report) -> None:
    assert split_chapter(report, "c2", 0, ids()) is None


def test_splitting_and_joining_again_gives_back_the_words(report: Report) -> None:
    change = split_chapter(report, "c3", 1, ids())
    assert change is not None
    split = Report(change.parts)
    joined = join_chapter(split, split.chapters[2].id)
    assert texts(joined) == [part.text for part in report.parts]


def test_the_first_chapter_joins_nothing(report: Report) -> None:
    assert join_chapter(report, "c2") is None


def test_what_stood_apart_goes_whole_to_the_end_of_a_chapter(report: Report) -> None:
    stray = Part("c7", PartKind.UNPLACED, (Paragraph("p7", "散段"), Paragraph("p8", "")))
    with_stray = Report((*report.parts, stray))
    change = place_in_chapter(with_stray, "c7", "c2")
    assert texts(change) == ["标题", "一、甲\n文。\n散段", "二、乙\n字。", "某局"]


def test_a_second_part_of_a_kind_that_has_one_field_stands_apart(report: Report) -> None:
    second = Part("c8", PartKind.SIGNATURE, (Paragraph("p8", "另一局"),))
    assert stray_parts(Report((*report.parts, second))) == (second,)


@pytest.mark.parametrize(
    ("number", "word"), [(10, "十"), (11, "十一"), (20, "二十"), (21, "二十一")]
)
def test_numbers_beyond_nine_are_written_as_offices_write_them(number: int, word: str) -> None:
    report = Report()
    for _ in range(number):
        report = Report(add_chapter(report, "章", Role.THEME, None, ids()).parts)
    heading = report.chapters[-1].heading
    assert heading is not None
    assert heading.text == f"{word}、章"
