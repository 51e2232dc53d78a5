from __future__ import annotations

import pytest

from tests.readers.outline.given import TITLE, draft_of, levels, shape


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一、", "二、"),
        ("一，", "二，"),
        ("一．", "二．"),
        ("一.", "二."),
        ("一 、", "二 、"),
        ("第一部分　", "第二部分　"),
        ("1. 一、", "2. 二、"),
    ],
)
def test_chapters_are_told_by_every_kind_of_number(first: str, second: str) -> None:
    draft = draft_of(f"{TITLE}\n{first}工作成效\n1\n{second}存在不足。\n2")
    assert [c.role for c in draft.report.chapters] == ["work", "shortcoming"]
    assert draft.doubts == ()


def test_a_list_number_before_a_section_s_number_is_seen_through() -> None:
    assert levels(draft_of(f"{TITLE}\n一、工作成效\n1. （一）加强学习\n2. (二)加强执法")) == [
        0,
        1,
        2,
        2,
    ]


def test_bullets_in_place_of_chapter_numbers_are_chapters_and_asked() -> None:
    draft = draft_of(
        f"{TITLE}\n- 坚持党的领导,把牢方向\n学习。\n"
        "- 存在的不足和原因\n不足。\n- 2025年工作安排\n安排。"
    )
    assert [c.role for c in draft.report.chapters] == ["theme", "shortcoming", "plan"]
    assert [d.target for d in draft.doubts] == [c.id for c in draft.report.chapters]
    assert all("没有编号" in d.question for d in draft.doubts)


def test_bullets_below_numbered_chapters_are_sections() -> None:
    draft = draft_of(
        f"{TITLE}\n一、工作成效\n- 加强学习\n学习。\n- 加强执法\n执法。\n二、存在不足\n少。"
    )
    assert levels(draft) == [0, 1, 2, 0, 2, 0, 1, 0]


def test_bullets_that_list_sentences_are_text() -> None:
    draft = draft_of(f"{TITLE}\n一、工作成效\n- 学习六次。\n- 执法三次。\n二、存在不足\n少。")
    assert levels(draft) == [0, 1, 0, 0, 1, 0]


def test_chapters_without_numbers_are_told_by_their_words_and_asked() -> None:
    draft = draft_of(
        f"{TITLE}\n我局依法履职。\n主要举措和成效\n成效。\n存在的不足和原因\n不足。\n下一步工作打算\n打算。"
    )
    assert [c.role for c in draft.report.chapters] == ["work", "shortcoming", "plan"]
    assert len(draft.doubts) == 3


def test_words_of_a_role_that_has_its_numbered_chapter_stay_text() -> None:
    draft = draft_of(f"{TITLE}\n一、工作成效\n主要做法\n成效。\n二、存在不足\n少。")
    assert len(draft.report.chapters) == 2


def test_a_sentence_with_a_role_s_words_is_no_chapter() -> None:
    draft = draft_of(f"{TITLE}\n一、工作成效\n下一步，我局将继续努力。\n下一步：\n努力。")
    assert len(draft.report.chapters) == 1


def test_styles_of_the_file_give_the_levels_where_numbers_are_missing() -> None:
    draft = draft_of(
        f"{TITLE}\n工作成效\n加强学习\n学习。\n存在不足\n少。",
        outlines={0: 1, 1: 2, 2: 3, 4: 2},
    )
    assert levels(draft) == [0, 1, 2, 0, 1, 0]
    assert draft.doubts == ()


def test_styles_beside_numbers_agree_with_them() -> None:
    draft = draft_of(
        f"{TITLE}\n一、工作成效\n加强学习\n学习。\n存在不足\n少。", outlines={1: 2, 2: 3, 4: 2}
    )
    assert levels(draft) == [0, 1, 2, 0, 1, 0]


def test_a_whole_paragraph_in_a_heading_style_stays_text() -> None:
    draft = draft_of(f"{TITLE}\n一、工作成效\n学习六次。执法三次。", outlines={1: 1, 2: 1})
    assert levels(draft) == [0, 1, 0]


def test_chapters_that_bear_the_numbers_of_sections_are_raised() -> None:
    draft = draft_of(
        f"{TITLE}\n（一）工作成效\n1.加强学习\n学习。\n（二）存在不足\n少。\n（三）下步打算"
    )
    assert levels(draft) == [0, 1, 2, 0, 1, 0, 1]
    assert shape(draft)[1:] == [
        "chapter:work=（一）工作成效|1.加强学习|学习。",
        "chapter:shortcoming=（二）存在不足|少。",
        "chapter:plan=（三）下步打算",
    ]
