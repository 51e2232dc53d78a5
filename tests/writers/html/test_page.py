from __future__ import annotations

from collections.abc import Iterator

import pytest

from rolwriter.model.dispatch import CopyKind
from rolwriter.model.errors import RolwriterError
from rolwriter.readers.html.blocks import plain_text
from rolwriter.readers.html.tree import Node, parse
from rolwriter.readers.traces import inspect_bytes
from rolwriter.writers.html import write_html
from rolwriter.writers.layout.copy import Copy
from rolwriter.writers.plain_text import copy_lines
from tests.writers.copies import copy_of, text_copy


def nodes(copy: Copy, *tags: str) -> list[Node]:
    """The elements of these names in their order."""

    def below(node: Node) -> Iterator[Node]:
        for child in node.children:
            if isinstance(child, Node):
                yield child
                yield from below(child)

    return [n for n in below(parse(write_html(copy).decode())) if not tags or n.tag in tags]


@pytest.mark.parametrize("kind", CopyKind)
def test_every_word_stands_on_the_page_in_order_and_nothing_else(kind: CopyKind) -> None:
    copy = copy_of(kind=kind)
    (main,) = nodes(copy, "main")

    shown = "".join(plain_text(main).split())

    assert shown == "".join("".join(copy_lines(copy)).split())


@pytest.mark.parametrize("kind", CopyKind)
def test_the_page_carries_nothing_hidden_and_asks_for_nothing(kind: CopyKind) -> None:
    assert inspect_bytes(write_html(copy_of(kind=kind))).traces == ()


def test_headings_follow_the_levels_below_one_title() -> None:
    heads = nodes(copy_of(), "h1", "h2", "h3", "h4", "h5")

    assert [(node.tag, plain_text(node)[:4]) for node in heads] == [
        ("h1", "云溪区机"),
        ("h2", "一、20"),
        ("h3", "（一）健"),
        ("h4", "1．完善"),
        ("h5", "（1）修"),
        ("h2", "二、20"),
    ]


def test_chapters_are_sections_named_by_their_headings() -> None:
    copy = copy_of()
    ids = [node.attributes["id"] for node in nodes(copy, "h2")]

    assert [node.attributes["aria-labelledby"] for node in nodes(copy, "section")] == ids
    assert [node.attributes["lang"] for node in nodes(copy, "html")] == ["zh-CN"]
    (article,) = nodes(copy, "article")
    assert article.attributes["aria-labelledby"] == "title"


def test_a_table_has_heads_that_say_what_they_head() -> None:
    heads = nodes(text_copy("事项\t件数", "复议\t3", "诉讼\t0"), "th", "td")

    assert [(n.tag, n.get("scope"), plain_text(n)) for n in heads] == [
        ("th", "col", "事项"),
        ("th", "col", "件数"),
        ("td", "", "复议"),
        ("td", "", "3"),
        ("td", "", "诉讼"),
        ("td", "", "0"),
    ]


def test_signs_of_markup_in_the_text_are_text() -> None:
    page = write_html(text_copy("比例<5%&“a”>b"))
    assert "比例&lt;5%&amp;“a”&gt;b" in page.decode()


def test_a_heading_run_into_its_text_keeps_its_face() -> None:
    page = write_html(text_copy("一、成效", "（二）规范程序。严格执行。")).decode()
    assert (
        '<p class="text"><span class="face-heading2">（二）规范程序。</span>严格执行。</p>' in page
    )


def test_a_character_others_cannot_show_is_refused_and_named() -> None:
    with pytest.raises(RolwriterError) as caught:
        write_html(text_copy("王\ue123同志"))

    assert "“王□同志”" in caught.value.what
    assert "U+E123" in caught.value.what


def test_the_same_copy_makes_the_same_bytes() -> None:
    assert write_html(copy_of()) == write_html(copy_of())
