from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rolwriter.model.change import id_number
from rolwriter.model.report import Role
from rolwriter.model.source import Note, NoteKind, SourceDocument, SourceKind, SourceParagraph
from rolwriter.readers.outline import recognise
from tests.readers.outline.given import TITLE, draft_of, levels, shape

_STATUTORY = f"""{TITLE}

区委、区政府：
2024年，我局依法履职。现将有关情况报告如下：
一、主要举措和成效
（一）加强学习
一是学习。
1.集中学习
（1）逐条学习
二、存在的不足和原因
不足。
三、第一责任人职责履行情况
四、2025年工作安排
安排。
五、其他需要报告的情况
无。

某某局
2025年1月20日
 """


def test_a_statutory_report_falls_into_its_parts() -> None:
    assert shape(draft_of(_STATUTORY)) == [
        f"title={TITLE}",
        "addressee=区委、区政府：",
        "preamble=2024年，我局依法履职。现将有关情况报告如下：",
        "chapter:work=一、主要举措和成效|（一）加强学习|一是学习。|1.集中学习|（1）逐条学习",
        "chapter:shortcoming=二、存在的不足和原因|不足。",
        "chapter:duty=三、第一责任人职责履行情况",
        "chapter:plan=四、2025年工作安排|安排。",
        "chapter:other=五、其他需要报告的情况|无。",
        "signature=某某局",
        "issue_date=2025年1月20日",
    ]


def test_a_plain_report_leaves_no_question() -> None:
    draft = draft_of(_STATUTORY)
    assert draft.doubts == ()
    assert (draft.report.year, draft.report.authority) == (2024, "某某局")


def test_levels_follow_the_numbers() -> None:
    assert levels(draft_of(_STATUTORY)) == [
        *(0, 0, 0),
        *(1, 2, 0, 3, 4),
        *(1, 0, 1, 1, 0, 1, 0),
        *(0, 0),
    ]


def test_ids_come_from_one_counter_and_the_next_is_free() -> None:
    draft = draft_of(_STATUTORY)
    numbers = [
        id_number(i)
        for part in draft.report.parts
        for i in (part.id, *(p.id for p in part.paragraphs))
    ]
    assert numbers == list(range(1, draft.next_id))
    assert draft.report.parts[0].id == "c1"
    assert draft.report.parts[0].paragraphs[0].id == "p2"


def test_the_same_text_gets_the_same_ids() -> None:
    assert draft_of(_STATUTORY) == draft_of(_STATUTORY)


def test_thematic_chapters_are_asked_and_the_last_two_recognised() -> None:
    draft = draft_of(
        f"{TITLE}\n一、坚持党的领导，把牢正确方向\n学习。\n二、严格规范公正文明执法\n执法。\n"
        "三、存在的问题\n不足。\n四、下一步工作打算\n打算。"
    )
    assert [c.role for c in draft.report.chapters] == [
        Role.THEME,
        Role.THEME,
        Role.SHORTCOMING,
        Role.PLAN,
    ]
    first, second = draft.report.chapters[:2]
    assert [d.target for d in draft.doubts] == [first.id, second.id]
    assert draft.doubts[0].choices[0] is Role.THEME
    assert Role.WORK in draft.doubts[0].choices
    assert "坚持党的领导" in draft.doubts[0].question
    assert "“专题”" in draft.doubts[0].question


def test_duty_as_a_section_of_the_work_chapter_stays_a_section() -> None:
    draft = draft_of(
        f"{TITLE}\n一、工作成效\n（一）认真落实第一责任人职责\n落实。\n二、存在问题\n少。"
    )
    assert [c.role for c in draft.report.chapters] == [Role.WORK, Role.SHORTCOMING]
    assert [p.text for p in draft.report.chapters[0].sections] == ["（一）认真落实第一责任人职责"]


def test_run_in_headings_keep_their_text_in_one_paragraph() -> None:
    draft = draft_of(f"{TITLE}\n一、主要工作情况。2024年，工作有序。\n（一）加强学习。一是学习。")
    assert levels(draft) == [0, 1, 2]
    assert draft.report.chapters[0].role is Role.WORK


def test_the_order_of_chapters_is_free() -> None:
    draft = draft_of(f"{TITLE}\n一、第一责任人职责情况\n1\n二、工作成效\n2\n三、工作安排\n3")
    assert [c.role for c in draft.report.chapters] == [Role.DUTY, Role.WORK, Role.PLAN]


def test_a_combined_chapter_is_asked_with_both_roles() -> None:
    draft = draft_of(f"{TITLE}\n一、工作成效\n1\n二、存在问题及下一步打算\n2")
    (doubt,) = draft.doubts
    assert doubt.target == draft.report.chapters[1].id
    assert doubt.choices[:2] == (Role.SHORTCOMING, Role.PLAN)


def test_a_heading_of_another_year_is_asked() -> None:
    draft = draft_of(f"{TITLE}\n一、2025年工作举措及成效\n1\n二、存在问题\n2")
    (doubt,) = draft.doubts
    assert "年份" in doubt.question
    assert doubt.choices[:2] == (Role.WORK, Role.PLAN)


def test_a_law_is_kept_whole_without_a_chapter() -> None:
    text = "某某督察工作规定\n第一章 总则\n第一条 为了。\n第二章 督察对象\n第二条 对象。"
    draft = draft_of(text)
    assert shape(draft) == [f"unplaced={text.replace(chr(10), '|')}"]
    assert draft.report.year is None
    assert len(draft.doubts) == 1


def test_a_letter_is_kept_whole_without_a_chapter() -> None:
    draft = draft_of("关于商请支持的函\n某某局：\n一、请支持\n二、请协助\n某某中心\n2025年3月1日")
    assert [part.kind for part in draft.report.parts] == ["unplaced"]
    assert draft.report.year is None
    assert draft.report.authority == ""


def test_an_empty_source_gives_an_empty_report() -> None:
    draft = recognise(SourceDocument("txt", ()))
    assert draft.report.parts == ()
    assert draft.doubts == ()
    assert draft.next_id == 1


def test_blank_lines_alone_are_kept() -> None:
    draft = draft_of("\n 　\n")
    assert draft.report.chapters == ()
    assert len(draft.report.parts) == 1


def test_blank_lines_stay_with_the_part_before_or_the_first() -> None:
    draft = draft_of(f"\n\n{TITLE}\n \n一、工作成效\n\n二、存在问题")
    assert [len(part.paragraphs) for part in draft.report.parts] == [4, 2, 1]


def test_blank_lines_above_a_first_chapter_do_not_hide_its_heading() -> None:
    draft = draft_of("\n一、工作成效\n二、存在问题")
    assert [part.kind for part in draft.report.parts] == ["unplaced", "chapter", "chapter"]
    assert draft.report.chapters[0].heading is not None


def test_blanks_around_words_are_kept_apart() -> None:
    draft = draft_of(f"　　{TITLE}　\n　　一、工作成效 ")
    heading = draft.report.chapters[0].paragraphs[0]
    assert (heading.lead, heading.text, heading.trail) == ("　　", "一、工作成效", " ")


def test_notes_and_what_stands_apart_are_handed_on() -> None:
    note = Note(NoteKind.TABLE, "有表格。")
    header = SourceParagraph("页眉", SourceKind.HEADER)
    draft = recognise(SourceDocument("docx", (SourceParagraph(TITLE),), (header,), (note,)))
    assert draft.notes == (note,)
    assert draft.apart == (header,)


def test_table_rows_keep_their_place_and_are_no_headings() -> None:
    draft = draft_of(
        f"{TITLE}\n一、工作成效\n一、项目\t数量\n二、存在问题", kinds={2: SourceKind.TABLE}
    )
    assert shape(draft)[1] == "chapter:work=一、工作成效|一、项目\t数量"
    assert levels(draft) == [0, 1, 0, 1]


def test_a_report_laid_out_in_a_table_is_recognised_all_the_same() -> None:
    kinds = dict.fromkeys(range(3), SourceKind.TABLE)
    draft = draft_of(f"{TITLE}\n一、工作成效\n二、存在问题", kinds=kinds)
    assert [c.role for c in draft.report.chapters] == [Role.WORK, Role.SHORTCOMING]


_LINES = st.lists(
    st.one_of(
        st.sampled_from([*_STATUTORY.split("\n"), "- 要点", "附件1", "附件：1.表", "第一部分 总"]),
        st.text(alphabet="一二（）、.1 　\t年报告工作安排", max_size=12),
        st.text(alphabet=st.characters(exclude_characters="\n\r"), max_size=20),
    ),
    max_size=25,
)


@given(_LINES, st.lists(st.sampled_from([None, 0, 1, 2, 3]), min_size=25, max_size=25))
def test_whatever_is_read_comes_out_again(lines: list[str], outlines: list[int | None]) -> None:
    paragraphs = tuple(
        SourceParagraph(line, list(SourceKind)[len(line) % 3], outline)
        for line, outline in zip(lines, outlines, strict=False)
    )
    draft = recognise(SourceDocument("txt", paragraphs))
    assert draft.report.lines == lines
    ids = {part.id for part in draft.report.parts} | {p.id for p in draft.report.paragraphs}
    assert len(ids) == len(draft.report.parts) + len(lines) == draft.next_id - 1
    assert {doubt.target for doubt in draft.doubts} <= ids
    for chapter in draft.report.chapters:
        assert chapter.heading is not None
        assert all(p.level != 1 for p in chapter.body)
