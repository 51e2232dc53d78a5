from __future__ import annotations

from itertools import count

import pytest

from rolwriter.app.carry.promises import promises_of
from rolwriter.model.promise import PromiseKind
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role

GAP, PLAN = PromiseKind.SHORTCOMING, PromiseKind.PLAN


def promised(role: Role, *lines: tuple[str, int]) -> list[tuple[PromiseKind, str]]:
    numbers = count(2)
    heading = Paragraph("p1", "三、存在的不足和下一步打算", 1)
    body = (Paragraph(f"p{next(numbers)}", text, level) for text, level in lines)
    part = Part("c1", PartKind.CHAPTER, (heading, *body), role)
    return [(p.kind, p.text) for p in promises_of(Report((part,), 2024), numbers)]


@pytest.mark.parametrize(
    ("lines", "points"),
    [
        ([("一是人少。二是钱少。", 0)], ["一是人少。", "二是钱少。"]),
        ([("人少。", 0), ("钱少。", 0)], ["人少。", "钱少。"]),
        ([("（一）人少", 2), ("编制不足。", 0)], ["编制不足。"]),
        ([("（一）人少", 2), ("（二）钱少", 2)], ["（一）人少", "（二）钱少"]),
        ([("（一）人少。编制不足。", 2)], ["（一）人少。编制不足。"]),
        ([("主要表现在：", 0), ("一是人少。", 0), ("二是钱少。", 0)], ["一是人少。", "二是钱少。"]),
        ([("还有以下不足：", 0)], ["还有以下不足："]),
        ([("1.人员方面：", 3), ("2.经费方面：", 3)], ["1.人员方面：", "2.经费方面："]),
    ],
)
def test_a_chapter_is_split_into_its_points(
    lines: list[tuple[str, int]], points: list[str]
) -> None:
    assert [text for _, text in promised(Role.SHORTCOMING, *lines)] == points


@pytest.mark.parametrize(
    "turn", [("下一步，我局将：", 0), ("（二）下步打算", 2), ("2.明年安排", 3)]
)
def test_from_the_words_of_the_next_step_on_a_point_is_of_the_plan(turn: tuple[str, int]) -> None:
    lines = [("人少。", 0), turn, ("增人。", 0)]
    assert promised(Role.SHORTCOMING, *lines) == [(GAP, "人少。"), (PLAN, "增人。")]


def test_a_plan_is_all_plan() -> None:
    assert promised(Role.PLAN, ("针对不足，增人。", 0), ("存在的问题要改。", 0)) == [
        (PLAN, "针对不足，增人。"),
        (PLAN, "存在的问题要改。"),
    ]


def test_other_chapters_promise_nothing() -> None:
    assert promised(Role.WORK, ("开会12次。", 0)) == []
