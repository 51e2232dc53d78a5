from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from rolwriter.model.rebind import rebind
from rolwriter.model.report import Carry, Paragraph


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(f"p{n}", text) for n, text in enumerate(texts, 1))


def fresh() -> Iterator[str]:
    return (f"p{n}" for n in count(100))


def ids(result: tuple[Paragraph, ...]) -> list[str]:
    return [p.id for p in result]


def test_typing_in_a_paragraph_keeps_its_identity() -> None:
    old = paragraphs("甲", "乙", "丙")
    assert ids(rebind(old, ["甲", "乙二", "丙"], fresh())) == ["p1", "p2", "p3"]


def test_a_new_line_gets_a_new_id_and_the_rest_keep_theirs() -> None:
    old = paragraphs("甲", "乙")
    assert ids(rebind(old, ["甲", "新", "乙"], fresh())) == ["p1", "p100", "p2"]


def test_a_split_paragraph_keeps_its_id_in_the_first_half() -> None:
    old = paragraphs("前半后半", "乙")
    assert ids(rebind(old, ["前半", "后半", "乙"], fresh())) == ["p1", "p100", "p2"]


def test_joining_two_paragraphs_keeps_the_first() -> None:
    old = paragraphs("前半", "后半", "乙")
    assert ids(rebind(old, ["前半后半", "乙"], fresh())) == ["p1", "p3"]


def test_everything_deleted_leaves_one_empty_line() -> None:
    result = rebind(paragraphs("甲", "乙"), [""], fresh())
    assert [p.text for p in result] == [""]


def test_a_typed_number_sets_the_level() -> None:
    (result,) = rebind(paragraphs("坚持学习"), ["（一）坚持学习"], fresh())
    assert result.level == 2


def test_a_level_set_by_hand_stands_while_the_number_does_not_change() -> None:
    old = (Paragraph("p1", "坚持学习", level=2),)
    (result,) = rebind(old, ["坚持学习贯彻"], fresh())
    assert result.level == 2


def test_touched_carried_text_counts_as_changed_and_untouched_does_not() -> None:
    old = (Paragraph("p1", "甲", carry=Carry.UNREAD), Paragraph("p2", "乙", carry=Carry.UNREAD))
    result = rebind(old, ["甲一", "乙"], fresh())
    assert [p.carry for p in result] == [Carry.CHANGED, Carry.UNREAD]


def test_the_blanks_that_were_read_stay_around_an_edited_text() -> None:
    old = (Paragraph("p1", "甲", lead="　　"),)
    assert rebind(old, ["甲一"], fresh())[0].line == "　　甲一"


LINES = st.lists(st.sampled_from(["", "甲", "乙", "（一）丙", "丁丁"]), max_size=8)


@given(LINES, LINES)
def test_any_edit_gives_exactly_the_lines_typed_with_distinct_ids(
    before: list[str], after: list[str]
) -> None:
    result = rebind(paragraphs(*before), after, fresh())
    assert [p.text for p in result] == after
    assert len({p.id for p in result}) == len(after)
