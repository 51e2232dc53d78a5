from __future__ import annotations

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from rolwriter.model.links import dropped_links
from rolwriter.model.rebind import rebind
from rolwriter.model.report import FigureLink, Paragraph

TEXT = "召开局务会33次，听取63项。"
LINKED = (
    Paragraph("p1", TEXT, links=(FigureLink(5, 8, "f1"), FigureLink(11, 14, "f2"))),
    Paragraph("p2", "共97次。", links=(FigureLink(1, 4, "f3"),)),
)


def after(*texts: str) -> list[tuple[str, str]]:
    result = rebind(LINKED, texts, (f"p{n}" for n in count(9)))
    return [(link.figure, p.text[link.start : link.end]) for p in result for link in p.links]


def test_typing_before_a_link_moves_it() -> None:
    assert after("全年召开局务会33次，听取63项。", "共97次。") == [
        ("f1", "33次"), ("f2", "63项"), ("f3", "97次"),
    ]  # fmt: skip


def test_typing_between_two_links_keeps_both() -> None:
    assert after("召开局务会33次，其中听取63项。", "共97次。")[:2] == [
        ("f1", "33次"),
        ("f2", "63项"),
    ]


def test_changing_a_linked_number_breaks_its_link_only() -> None:
    assert after("召开局务会34次，听取63项。", "共97次。") == [("f2", "63项"), ("f3", "97次")]


def test_a_digit_typed_against_a_link_breaks_it() -> None:
    assert after("召开局务会133次，听取63项。", "共97次。") == [("f2", "63项"), ("f3", "97次")]


def test_links_live_through_a_split_and_a_join() -> None:
    assert after("召开局务会33次，", "听取63项。", "共97次。") == [
        ("f1", "33次"), ("f2", "63项"), ("f3", "97次"),
    ]  # fmt: skip
    assert after(TEXT + "共97次。") == [("f1", "33次"), ("f2", "63项"), ("f3", "97次")]


def test_the_figures_that_lost_a_link_are_named() -> None:
    new = rebind(LINKED, ["召开局务会34次，听取63项。", "共97次。"], iter(()))
    assert dropped_links(LINKED, new) == ["f1"]


@given(st.lists(st.text(st.sampled_from("召开33次，6项。97共"), max_size=20), max_size=4))
def test_a_link_always_stands_on_its_own_words_after_any_edit(texts: list[str]) -> None:
    words = {"f1": "33次", "f2": "63项", "f3": "97次"}
    assert all(words[figure] == text for figure, text in after(*texts))
