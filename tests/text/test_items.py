from __future__ import annotations

from rolwriter.text.items import items_in, topic


def test_a_chain_falls_into_its_items_with_their_text() -> None:
    chain = "主要做法：一是加强学习。学懂弄通。二是完善制度；三是强化监督。"
    assert [span.of(chain) for span in items_in(chain)] == [
        "一是加强学习。学懂弄通。",
        "二是完善制度；",
        "三是强化监督。",
    ]


def test_text_without_a_first_item_has_no_chain() -> None:
    assert items_in("二是完善制度。三是强化监督。") == []
    assert items_in("坚持以人民为中心。") == []


def test_the_topic_is_the_first_sentence_without_its_number() -> None:
    assert topic("一是加强学习，学懂弄通。逐条对照。") == "加强学习，学懂弄通"
