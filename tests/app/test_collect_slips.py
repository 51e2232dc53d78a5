from __future__ import annotations

import pytest

from rolwriter.app.collect.slips import read_slips, sorted_out, write_supplier_slip
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import SourceFile
from rolwriter.model.slip import FilledSlip, Mark, Slip, SlipTopic, TopicText, code

TOPICS = (
    SlipTopic("decision", "依法决策", "写程序。", ("去年讨论12项。",)),
    SlipTopic("law-teaching", "普法宣传"),
)


def test_answers_are_given_by_topic_and_empty_ones_left_out() -> None:
    filled = FilledSlip((TopicText("decision", ("15项。",)), TopicText("law-teaching", ())))
    assert sorted_out("甲.docx", filled, TOPICS).answers == (TopicText("decision", ("15项。",)),)


def test_the_slips_own_words_are_not_listed_and_typed_ones_are() -> None:
    outside = ("一、依法决策", "去年讨论12项。", "二、普法宣传", "请来电核对。")
    assert sorted_out("甲.docx", FilledSlip((), outside), TOPICS).unplaced == ("请来电核对。",)


def test_last_years_text_that_was_edited_in_place_is_listed() -> None:
    found = sorted_out("甲.docx", FilledSlip((), ("去年讨论15项。",)), TOPICS)
    assert found.unplaced == ("去年讨论15项。",)


def test_an_answer_to_a_topic_nobody_asked_for_is_not_lost() -> None:
    filled = FilledSlip((TopicText("older", ("旧主题的内容。",)),))
    found = sorted_out("甲.docx", filled, TOPICS)
    assert (found.answers, found.unplaced) == ((), ("旧主题的内容。",))


def test_files_are_read_one_by_one_and_a_broken_one_hinders_none() -> None:
    text = f"{code('decision', Mark.BEGIN)}\n15项。\n{code('decision', Mark.END)}\n"
    bad, good = read_slips(
        [SourceFile("坏.docx", b"PK broken"), SourceFile("好.txt", text.encode())], TOPICS
    )
    assert (bad.answers, "损坏" in bad.trouble) == ((), True)
    assert good.answers == (TopicText("decision", ("15项。",)),)


def test_a_slip_goes_out_and_comes_back_empty() -> None:
    data = write_supplier_slip(Slip(2025, "青禾县统计局", "法规科", TOPICS))
    (returned,) = read_slips([SourceFile("法规科.docx", data)], TOPICS)
    assert (returned.answers, returned.unplaced, returned.notes) == ((), (), ())


def test_a_slip_without_topics_is_refused() -> None:
    with pytest.raises(RolwriterError, match="法规科"):
        write_supplier_slip(Slip(2025, "", "法规科", ()))
