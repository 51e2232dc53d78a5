from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from rolwriter.model.errors import RolwriterError
from rolwriter.model.slip import Mark, Slip, SlipTopic, TopicText, code
from rolwriter.readers.slips import read_slip
from rolwriter.readers.worker import read_slip_in_worker
from rolwriter.writers.docx.slip import write_slip
from rolwriter.writers.packing import pack
from tests.writers.office import saved_as, writer_missing

SLIP = Slip(
    2025,
    "青禾县统计局",
    "法规科",
    (
        SlipTopic("decision", "依法决策", "写程序和数量。", ("去年集体讨论12项。",)),
        SlipTopic("law-teaching", "普法宣传"),
    ),
)


def typed(answers: dict[str, list[str]]) -> bytes:
    """The slip with these paragraphs in place of the empty lines, by topic."""
    with ZipFile(BytesIO(write_slip(SLIP))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = parts["word/document.xml"].decode()
    for topic, texts in answers.items():
        style = '<w:pPr><w:pStyle w:val="SlipAnswer"/></w:pPr>'
        room = "".join(f"<w:p>{style}<w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
        head, mark, rest = document.partition(f"<w:t>{code(topic, Mark.BEGIN)}</w:t>")
        rest, found = re.subn(rf"(<w:p>{style}</w:p>)+", room, rest, count=1)
        assert found
        document = head + mark + rest
    parts["word/document.xml"] = document.encode()
    return pack(parts)


def changed(data: bytes, old: str, new: str) -> bytes:
    """The file with other words in its main part."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(old.encode(), new.encode())
    return pack(parts)


BOTH = {"decision": ["集体讨论15项。", "论证3次。"], "law-teaching": ["讲座2场。"]}
ANSWERS = tuple(TopicText(topic, tuple(texts)) for topic, texts in BOTH.items())


def test_a_slip_that_was_not_filled_in_has_topics_without_words() -> None:
    filled = read_slip(write_slip(SLIP))
    assert filled.topics == (TopicText("decision", ()), TopicText("law-teaching", ()))
    assert filled.notes == ()


def test_answers_come_back_under_their_topics() -> None:
    filled = read_slip(typed(BOTH))
    assert filled.topics == ANSWERS
    assert filled.outside == ("一、依法决策", "去年集体讨论12项。", "二、普法宣传")


def test_words_typed_behind_the_begin_code_belong_to_the_answer() -> None:
    data = changed(
        typed(BOTH), code("decision", Mark.BEGIN), f"{code('decision', Mark.BEGIN)}先说一句。"
    )
    assert read_slip(data).topics[0].paragraphs == ("先说一句。", "集体讨论15项。", "论证3次。")


def test_a_reference_number_in_brackets_is_no_code() -> None:
    texts = ["落实青府发〔2025〕3号文件。"]
    assert read_slip(typed({"decision": texts})).topics[0].paragraphs == tuple(texts)


@pytest.mark.parametrize("mark", [Mark.BEGIN, Mark.END])
def test_a_lost_code_is_made_up_for_by_the_bookmark(mark: Mark) -> None:
    filled = read_slip(changed(typed(BOTH), code("decision", mark), ""))
    assert {t.topic_id: t.paragraphs for t in filled.topics} == {
        "decision": ("集体讨论15项。", "论证3次。"),
        "law-teaching": ("讲座2场。",),
    }
    assert "集体讨论15项。" not in filled.outside


def without_bookmarks(data: bytes) -> bytes:
    """The file as a program saves it that drops bookmarks."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = re.sub(r"<w:bookmark[^>]*>", "", parts["word/document.xml"].decode())
    parts["word/document.xml"] = document.encode()
    return pack(parts)


def test_without_bookmarks_the_codes_are_enough() -> None:
    assert read_slip(without_bookmarks(typed(BOTH))).topics == ANSWERS


def test_without_bookmark_and_end_code_the_answer_ends_at_the_next_code_and_this_is_said() -> None:
    data = changed(without_bookmarks(typed(BOTH)), code("decision", Mark.END), "")
    filled = read_slip(data)
    assert filled.topics[0].paragraphs[:2] == ("集体讨论15项。", "论证3次。")
    assert any("编号不全" in note for note in filled.notes)


def test_a_file_without_any_code_loses_no_word() -> None:
    filled = read_slip("我科今年没有。\n谢谢。".encode())
    assert (filled.topics, filled.outside) == ((), ("我科今年没有。", "谢谢。"))
    assert any("没有找到" in note for note in filled.notes)


def test_plain_text_with_the_codes_will_do() -> None:
    text = f"{code('decision', Mark.BEGIN)}\n讨论15项。\n{code('decision', Mark.END)}\n另：请核。"
    filled = read_slip(text.encode())
    assert filled.topics == (TopicText("decision", ("讨论15项。",)),)
    assert filled.outside == ("另：请核。",)


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(RolwriterError, match="图片"):
        read_slip(b"\x89PNG\r\n\x1a\n", "甲.docx")


def test_the_worker_gives_what_the_reader_gives() -> None:
    data = typed(BOTH)
    assert read_slip_in_worker(data, "甲.docx") == read_slip(data)


@pytest.mark.render
@pytest.mark.skipif(bool(writer_missing()), reason=writer_missing())
@pytest.mark.timeout(300)
def test_a_slip_saved_by_libreoffice_in_other_formats_is_still_read(tmp_path: Path) -> None:
    odt = saved_as({"slip.docx": typed(BOTH)}, "odt", tmp_path)["slip"]
    back = saved_as({"slip.odt": odt}, "docx", tmp_path)["slip"]
    for data in (odt, back):
        assert read_slip(data).topics == ANSWERS
