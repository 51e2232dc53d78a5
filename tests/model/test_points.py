from __future__ import annotations

import pytest

from rolwriter.model.points import points
from rolwriter.model.report import Paragraph, Part, PartKind, Role


def split(*lines: tuple[str, int]) -> list[tuple[str, str, str]]:
    """(topic, told, the words it is placed at) for each point of a chapter with these lines."""
    heading = Paragraph("p1", "三、存在的不足和原因", 1)
    body = tuple(Paragraph(f"p{n}", text, level) for n, (text, level) in enumerate(lines, 2))
    part = Part("c1", PartKind.CHAPTER, (heading, *body), Role.SHORTCOMING)
    texts = {p.id: p.text for p in body}
    return [(p.topic, p.told, texts[p.paragraph_id][p.start : p.end]) for p in points(part)]


def test_the_items_of_a_chain_are_points() -> None:
    assert split(("一是人少。编制不足。二是钱少。", 0)) == [
        ("人少", "一是人少。编制不足。", "一是人少。"),
        ("钱少", "二是钱少。", "二是钱少。"),
    ]


def test_a_heading_and_all_that_stands_under_it_are_one_point() -> None:
    lines = [
        ("（一）人少", 2),
        ("编制不足。", 0),
        ("调入较少。", 0),
        ("（二）钱少", 2),
        ("无预算。", 0),
    ]
    assert split(*lines) == [
        ("人少", "编制不足。\n调入较少。", "（一）人少"),
        ("钱少", "无预算。", "（二）钱少"),
    ]


def test_a_run_in_heading_keeps_the_text_behind_it() -> None:
    assert split(("（一）人少。编制不足。", 2), ("调入较少。", 0)) == [
        ("人少", "（一）人少。编制不足。\n调入较少。", "（一）人少。")
    ]


@pytest.mark.parametrize(
    "lead",
    [("主要表现在：", 0), ("还有以下不足。", 0), ("（一）存在的不足", 2), ("（一）不足：", 2)],
)
def test_what_only_leads_to_a_chain_is_no_point(lead: tuple[str, int]) -> None:
    assert [p[0] for p in split(lead, ("一是人少。二是钱少。", 0))] == ["人少", "钱少"]


def test_of_headings_the_lowest_ones_are_points() -> None:
    lines = [("（一）队伍", 2), ("1．人少", 3), ("编制不足。", 0), ("2．钱少", 3), ("无预算。", 0)]
    assert [p[0] for p in split(*lines)] == ["人少", "钱少"]


def test_without_headings_each_paragraph_is_a_point() -> None:
    assert [p[0] for p in split(("人少。编制不足。", 0), ("钱少。", 0))] == ["人少", "钱少"]


def test_a_chapter_without_words_has_no_points() -> None:
    assert split() == []
