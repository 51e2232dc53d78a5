from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.model.mask import Mask, masked, masked_words
from rolwriter.model.report import FigureLink, Paragraph, Part, PartKind, Report

NAME = Mask("张建国", "张某某", "S06")
PHONE = Mask("13812345678", "138****5678", "Z02")


def report(*texts: str) -> Report:
    paragraphs = tuple(Paragraph(f"p{n}", text) for n, text in enumerate(texts, 2))
    return Report((Part("c1", PartKind.CHAPTER, paragraphs),), 2025, "某局")


def test_masked_words_are_hidden_wherever_they_stand_and_the_report_keeps_them() -> None:
    before = report("聘请张建国律师，电话13812345678。", "张建国参加培训。", "其他不变。")
    after = masked(before, [NAME, PHONE])
    assert after.lines == [
        "聘请张某某律师，电话138****5678。",
        "张某某参加培训。",
        "其他不变。",
    ]
    assert before.lines[1] == "张建国参加培训。"


def test_what_is_not_masked_is_the_same_paragraph_with_its_links() -> None:
    linked = Paragraph("p2", "开会33次。", links=(FigureLink(2, 5, "d1"),))
    part = Part("c1", PartKind.CHAPTER, (linked, Paragraph("p3", "张建国到会。")))
    after = masked(Report((part,)), [NAME])
    assert after.parts[0].paragraphs[0] is linked
    assert after.parts[0].paragraphs[1].text == "张某某到会。"


def test_links_into_moved_characters_are_not_kept() -> None:
    paragraph = Paragraph("p2", "张建国讲课3次。", links=(FigureLink(5, 7, "d1"),))
    part = Part("c1", PartKind.CHAPTER, (paragraph,))
    assert masked(Report((part,)), [Mask("张建国", "某人")]).parts[0].paragraphs[0].links == ()


def test_the_longer_of_two_masks_is_put_on() -> None:
    masks = [Mask("新华路", "某路"), Mask("新华路12号", "***")]
    assert masked_words("家住新华路12号，常走新华路。", masks) == "家住***，常走某路。"


def test_a_number_inside_a_longer_one_is_another_number() -> None:
    assert masked_words("编号9138123456780。", [Mask("1381234567", "***")]) == "编号9138123456780。"


def test_no_mask_is_put_on_what_another_wrote() -> None:
    assert masked_words("张三与某甲", [Mask("张三", "某甲"), Mask("某甲", "某乙")]) == "某甲与某乙"


@pytest.mark.parametrize("masks", [[], [Mask("", "某某")], [Mask("李四光", "李某某")]])
def test_masks_that_meet_nothing_change_nothing(masks: list[Mask]) -> None:
    before = report("聘请张建国律师。")
    assert masked(before, masks) == before


@given(
    st.text("张建国1a ", max_size=12),
    st.lists(st.builds(Mask, st.text("张建国1a", max_size=3), st.text("某*", max_size=2))),
)
def test_no_han_words_that_were_masked_are_left(text: str, masks: list[Mask]) -> None:
    shown = masked_words(text, masks)
    han = [mask.words for mask in masks if mask.words and not {*mask.words} & {*"1a"}]
    # taking words out can bring others together; only what stood there is promised
    if all(mask.public for mask in masks):
        assert not any(words in shown for words in han)
