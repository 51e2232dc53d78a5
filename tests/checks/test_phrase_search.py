from __future__ import annotations

from itertools import islice, product

from rolwriter.checks.phrase_search import PhraseSearch, WordFlags

HAN = "天地玄黄宇宙洪荒日月盈昃辰宿列张"


def test_each_of_five_thousand_phrases_is_found() -> None:
    phrases = ["".join(letters) for letters in islice(product(HAN, repeat=4), 5_000)]
    search = PhraseSearch({phrase: number for number, phrase in enumerate(phrases)})
    assert all(
        list(search.find(f"甲{phrase}乙")) == [(1, 5, number)]
        for number, phrase in enumerate(phrases)
    )


def test_of_two_that_overlap_the_longer_one_is_found_and_what_is_shielded_is_not() -> None:
    search = PhraseSearch({"布署": 1, "全面布署": 2}, shields=["宣布署名"])
    assert list(search.find("宣布署名，全面布署，布署")) == [(5, 9, 2), (10, 12, 1)]


def test_places_are_counted_in_characters_whatever_their_plane() -> None:
    assert list(PhraseSearch({"部署": 0}).find("𠮷a部署")) == [(2, 4, 0)]


def test_a_table_without_phrases_finds_nothing() -> None:
    assert list(PhraseSearch[int]({}).find("部署")) == []


def test_the_words_a_text_holds_are_told_overlapping_or_not() -> None:
    words = WordFlags({"率": 1, "年月": 2, "月日": 4, "届": 8})
    assert words.in_text("某年月日完成率") == 1 | 2 | 4


def test_a_word_with_quotation_marks_within_is_told_as_well_as_one_that_has_them() -> None:
    words = WordFlags({"八五普法": 1, "。”": 2})
    assert [words.in_text(text) for text in ("“八五”普法", "八五普法。”", "八五")] == [1, 3, 0]


def test_half_a_surrogate_pair_hides_no_word() -> None:
    assert list(PhraseSearch({"部署": 0}).find("\ud800部署")) == [(1, 3, 0)]
    assert WordFlags({"部署": 1}).in_text("\ud800部署") == 1
