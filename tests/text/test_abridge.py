from __future__ import annotations

from rolwriter.text.abridge import abridged


def test_words_that_fit_are_left_whole_and_longer_ones_show_that_they_go_on() -> None:
    assert abridged("一二三", 3) == "一二三"
    assert abridged("一二三四", 3) == "一二三…"
