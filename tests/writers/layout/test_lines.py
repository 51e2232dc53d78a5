from __future__ import annotations

import random
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.catalog.page_format import (
    Align,
    FaceRole,
    Lines,
    LoneCharacter,
    Punctuation,
    load_page_format,
)
from rolwriter.writers.layout.kinsoku import BLANKS, may_part
from rolwriter.writers.layout.lines import Shape, break_lines
from rolwriter.writers.layout.measure import CellMeasure
from rolwriter.writers.layout.page import SetLine
from tests.writers.reports import han

FORMAT = load_page_format()
MEASURE = CellMeasure(FORMAT)
SIZE = FORMAT.faces[FaceRole.TEXT].size
CELL = FORMAT.cell(FaceRole.TEXT)
WIDTH = FORMAT.text_width
TEXT = Shape(Align.BOTH, 2 * SIZE, 0, WIDTH)
FLUSH = Shape(Align.BOTH, 0, 0, WIDTH)
KEPT = Lines(
    punctuation=Punctuation.HANGING,
    lone_character=LoneCharacter.KEPT,
    closest=FORMAT.lines.closest,
    autospace=0.2,
)
PULLED = msgspec.structs.replace(KEPT, lone_character=LoneCharacter.PULLED)
CLOSER = msgspec.structs.replace(KEPT, punctuation=Punctuation.CONDENSED)


def set_text(text: str, shape: Shape = FLUSH, rules: Lines = KEPT) -> tuple[SetLine, ...]:
    return break_lines(text, MEASURE.advances(text, FaceRole.TEXT), shape, rules)


def words(text: str, shape: Shape = FLUSH, rules: Lines = KEPT) -> list[str]:
    return [text[line.start : line.end] for line in set_text(text, shape, rules)]


def test_a_full_line_holds_28_han_characters_and_the_first_26() -> None:
    assert [len(line) for line in words(han(26 + 28 + 28 + 5), TEXT)] == [26, 28, 28, 5]


def test_every_line_but_the_last_reaches_the_right_edge() -> None:
    *full, last = set_text("全年办理12件，办结率98.6%。" * 20, TEXT)
    for line in full:
        assert line.left + line.width + line.gap * (line.end - line.start - 1) == pytest.approx(
            WIDTH, abs=CELL + 1
        )
    assert last.gap == 0


@pytest.mark.parametrize("mark", "，。、；：")
def test_a_mark_without_room_hangs_in_the_margin_where_it_begins_at_the_edge(mark: str) -> None:
    text = han(28) + mark + han(10)
    line = set_text(text)[0]
    assert line.end == 29
    assert line.left + line.width - CELL + 28 * line.gap == pytest.approx(WIDTH)


def test_a_bracket_without_room_takes_the_character_before_it_along() -> None:
    assert [len(line) for line in words(han(28) + "》" + han(10))] == [27, 12]


def test_only_one_mark_hangs() -> None:
    assert [len(line) for line in words(han(28) + "。”" + han(10))] == [27, 13]


def test_a_condensed_line_makes_room_for_its_mark_from_blank_halves() -> None:
    text = "，".join([han(9), han(9), han(8)]) + "。" + han(10)
    (line, _rest) = set_text(text, rules=CLOSER)
    assert line.end == 29
    assert line.gap < 0
    assert line.width + 28 * line.gap == pytest.approx(WIDTH)
    assert [len(line) for line in words(han(28) + "。" + han(10), rules=CLOSER)] == [27, 12]


def test_numbers_and_words_stay_whole() -> None:
    assert words(han(26) + "12,345.6%" + han(3))[1].startswith("12,345.6%")
    assert words(han(26) + "COVID-19" + han(3))[1].startswith("COVID-19")


def test_a_word_longer_than_a_line_is_broken() -> None:
    text = "a" * 130
    assert "".join(words(text)) == text
    assert all(line.width <= WIDTH + 1 for line in set_text(text))


def test_a_line_that_would_not_hold_one_character_holds_one() -> None:
    assert words("甲乙", Shape(Align.LEFT, 0, 0, 10)) == ["甲", "乙"]


def test_a_lone_last_character_gets_company_from_the_line_above() -> None:
    text = han(28 + 1) + "。"
    assert [len(line) for line in words(text)] == [28, 2]
    assert [len(line) for line in words(text, rules=PULLED)] == [27, 3]


def test_a_lone_last_character_stays_where_company_would_tear_the_line_above() -> None:
    text = han(20) + "a" * 16 + "中"
    assert words(text, rules=PULLED) == words(text)


def test_a_condensed_paragraph_does_without_the_line_of_a_lone_character() -> None:
    rules = msgspec.structs.replace(KEPT, lone_character=LoneCharacter.CONDENSED, closest=20)
    text = han(28 + 1)
    (line,) = set_text(text, rules=rules)
    assert line.width + line.gap * 28 == pytest.approx(WIDTH)
    strict = msgspec.structs.replace(rules, closest=1)
    assert [len(line) for line in words(text, rules=strict)] == [27, 2]


def test_turned_lines_stand_at_their_own_indent() -> None:
    lines = set_text(han(60), Shape(Align.LEFT, 2 * SIZE, 5 * SIZE, WIDTH))
    assert [line.left for line in lines] == [640, 1600, 1600]


def test_lines_stand_in_the_middle_or_at_the_right() -> None:
    (middle,) = set_text("四个汉字", Shape(Align.CENTER, 0, 0, WIDTH))
    assert middle.left == pytest.approx((WIDTH - 4 * CELL) / 2)
    (right,) = set_text("四个汉字", Shape(Align.RIGHT, 0, 0, WIDTH - 2 * SIZE))
    assert right.left == pytest.approx(WIDTH - 2 * SIZE - 4 * CELL)


def test_a_line_end_in_the_text_ends_a_line_that_is_not_stretched() -> None:
    text = "甲乙\n丙"
    assert words(text) == ["甲乙", "丙"]
    assert set_text(text)[0].gap == 0


def test_blanks_at_a_lines_end_are_not_part_of_it() -> None:
    text = han(27) + "甲 " + han(5)
    assert words(text) == [han(27) + "甲", han(5)]


def test_after_a_tab_the_line_goes_on_at_the_next_stop() -> None:
    first, second = set_text("甲\t乙")
    assert (second.left, second.beside) == (720, True)
    assert not first.beside
    full, below = set_text(han(28) + "\t乙")
    assert (full.end, below.start, below.left, below.beside) == (28, 29, 0, False)


@pytest.mark.parametrize("rules", [PULLED, CLOSER], ids=["hanging", "condensed"])
def test_no_line_of_100000_random_characters_begins_or_ends_as_none_may(rules: Lines) -> None:
    draw = random.Random(9704)
    signs = "，。、；：？！）》〉】〕”’…—·％%‰℃（《〈【〔“‘,.:;()abcXYZ0123456789 "
    checked = 0
    for _ in range(100):
        text = "".join(
            draw.choice(signs) if draw.random() < 0.3 else chr(draw.randrange(0x4E00, 0x9FA6))
            for _ in range(1000)
        )
        lines = [line for line in words(text, TEXT, rules) if line]
        for above, below in pairwise(lines):
            assert may_part(above[-1], below[0]), (above, below)
            checked += 1
    assert checked > 3000


@given(st.text(alphabet="中文，。“”（）《》—…1a.% 　\t\n\u0301😀", max_size=200), st.booleans())
def test_every_character_but_blanks_stands_on_exactly_one_line(text: str, condensed: bool) -> None:
    lines = set_text(text, TEXT, CLOSER if condensed else PULLED)
    at = 0
    for line in lines:
        assert at <= line.start <= line.end
        assert all(char in BLANKS + "\t\n" for char in text[at : line.start])
        at = line.end
    assert all(char in BLANKS + "\t\n" for char in text[at:])
