from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import pytest

from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.paths import resource
from rolwriter.checks.evidence import Evidence, EvidenceKind, find_evidence
from rolwriter.checks.field_match import FieldHit
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role
from rolwriter.text.figures import figures_in
from tests.readers.outline.given import draft_of, text_file

CATALOGUE = load_catalogue()
OFFICE = ("office-affairs",)
_REAL = sorted((Path(__file__).resolve().parents[3] / "shared" / "sample").glob("*.txt"))


def chapter(role: Role, *lines: str, heading: str = "一、工作情况") -> Part:
    head = Paragraph(f"{role}-0", heading, level=1)
    body = [Paragraph(f"{role}-{n}", line) for n, line in enumerate(lines, 1)]
    return Part(role.value, PartKind.CHAPTER, (head, *body), role)


def evidence(*parts: Part, profiles: tuple[str, ...] = ()) -> Evidence:
    return find_evidence(Report(parts, 2026), CATALOGUE, profiles)


def answers(line: str, role: Role = Role.WORK, *profiles: str) -> dict[str, list[str]]:
    """The fields a line answers: id → values, 无 for nothing happened, words of text fields."""
    found = evidence(chapter(role, line), profiles=profiles).fields
    return {field: [_said(entry.hit) for entry in entries] for field, entries in found.items()}


def _said(hit: FieldHit) -> str:
    if hit.none:
        return "无"
    return hit.text if hit.value is None else f"{hit.hedge}{hit.value.normalize():f}{hit.unit}"


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "全年召开党组会议33次，其中专题党组会5次。",
            {"party-meetings": ["33次"], "special-party-meetings": ["5次"]},
        ),
        ("办理行政复议案件5件，维持4件、被纠错1件。", {
            "reconsideration-cases": ["5件"],
            "reconsideration-upheld": ["4件"],
            "reconsideration-corrected": ["1件"],
        }),
        ("加强行政应诉，全年办理行政诉讼案件3件，败诉率为0%。", {
            "litigation-cases": ["3件"], "loss-rate": ["0%"],
        }),
        ("全年发放宣传资料约2.5万份。", {"publicity-materials": ["约25000份"]}),
        ("组织18人参加法治理论考试。", {"examinees": ["18人"]}),
        ("参考率和合格率均为100%。", {"exam-attendance": ["100%"], "exam-pass-rate": ["100%"]}),
        ("未发生行政复议、行政诉讼案件。", {
            "reconsideration-cases": ["无"], "litigation-cases": ["无"],
        }),
        ("2026年未制定行政规范性文件。", {"documents-made": ["无"]}),
        ("未发生行政复议案件，行政诉讼案件2件。", {
            "reconsideration-cases": ["无"], "litigation-cases": ["2件"],
        }),
    ],
)  # fmt: skip
def test_a_figure_is_known_by_its_name_and_unit(line: str, fields: dict[str, list[str]]) -> None:
    assert answers(line) == fields


@pytest.mark.parametrize(
    "line",
    [
        "为12个乡镇提供服务，维持正常运转4件。",
        "行政复议案件没有被纠错的情形。",
        "无行政诉讼败诉案件。",
        "召开党组会的做法得到3家单位学习。",
        "服务对象满意率98%。",
    ],
)
def test_a_name_too_general_or_a_wrong_unit_is_no_answer(line: str) -> None:
    found = answers(line)
    assert not {"reconsideration-upheld", "reconsideration-cases", "litigation-cases"} & set(found)
    assert not {"party-meetings", "proposals-satisfaction"} & set(found)


def test_a_general_name_counts_beside_the_words_it_belongs_to() -> None:
    assert answers("办理人大代表建议3件，满意率100%。")["proposals-satisfaction"] == ["100%"]


def test_the_topics_of_a_trade_are_looked_for_only_there() -> None:
    line = "完成公务接待215批次。"
    assert answers(line, Role.DUTY) == {}
    assert answers(line, Role.DUTY, *OFFICE) == {"receptions": ["215批次"]}


def test_what_is_planned_does_not_count_as_done() -> None:
    found = evidence(chapter(Role.PLAN, "继续召开党组会议12次，办好行政复议案件。"))
    assert found.fields == {}
    assert set(found.items) == {"P1"}


def test_evidence_names_its_place() -> None:
    line = "全年召开党组会议33次。"
    (entry,) = evidence(chapter(Role.WORK, line)).fields["party-meetings"]
    assert entry.paragraph_id == "work-1"
    assert entry.hit.span.of(line) == entry.hit.text == "33次"
    assert entry.hit.value == Decimal(33)


def test_the_heading_of_a_chapter_alone_answers_nothing() -> None:
    heading = "二、党政主要负责人履行推进法治建设第一责任人职责情况"
    assert evidence(chapter(Role.DUTY, heading=heading)).items == {}
    written = evidence(chapter(Role.DUTY, "主要负责人履行第一责任人职责。", heading=heading))
    assert [e.kind for e in written.items["D1"]] == [EvidenceKind.PHRASE]


def test_shortcomings_without_their_causes_are_half_an_answer() -> None:
    half = evidence(chapter(Role.SHORTCOMING, "一是力量薄弱。二是普法形式不够多样。"))
    whole = evidence(
        chapter(Role.SHORTCOMING, "一是力量薄弱。二是普法形式不够多样。", "主要原因是编制偏紧。")
    )
    assert "G1" not in half.items
    assert [e.text for e in whole.items["G1"]] == ["薄弱", "原因"]


def test_signature_and_date_are_asked_for_together() -> None:
    signature = Part("s", PartKind.SIGNATURE, (Paragraph("s1", "某区某局"),))
    day = Part("d", PartKind.ISSUE_DATE, (Paragraph("d1", "2027年1月20日"),))
    assert "H4" not in evidence(signature).items
    assert [e.kind for e in evidence(signature, day).items["H4"]] == [EvidenceKind.PART] * 2


def test_open_items_are_those_nothing_answers() -> None:
    items = CATALOGUE.items_for()
    found = evidence(chapter(Role.WORK, "未发生行政复议案件。"))
    assert [item.id for item in found.open(items)] == [i.id for i in items if i.id != "W21"]
    assert found.items["W21"][0].kind is EvidenceKind.NONE


def _sample(path: Path) -> tuple[Report, Evidence]:
    report = draft_of(text_file(path)).report
    return report, find_evidence(report, CATALOGUE, OFFICE)


def _open(found: Evidence) -> set[str]:
    return {item.id for item in found.open(CATALOGUE.items_for(OFFICE))}


def _unanswered_figures(report: Report, found: Evidence) -> list[str]:
    taken = {(e.paragraph_id, e.hit.span) for entries in found.fields.values() for e in entries}
    return [
        token.text
        for paragraph in report.paragraphs
        for token in figures_in(paragraph.text)
        if (paragraph.id, token.span) not in taken
    ]


_NEVER_SAID = {
    "W7",  # no 重大行政决策
    "W8",  # 规范性文件 neither made nor said not to be made
    "W9", "W10",  # nor reviewed or cleaned up
    "W14", "W15",  # no 政务服务, no lists of powers
    "W21", "W22", "W23",  # 复议 and 诉讼 neither told nor said not to have happened
    "W24", "W25", "W26",  # no 建议, 信访, 提案
    "W34", "W35", "W36",  # no 旁听庭审 done, no 应知应会 list, no staff
    "O1",  # no chapter of other matters
    "O2",  # a record kept beside the text
}  # fmt: skip


def test_the_own_sample_is_answered_where_it_speaks_and_open_where_it_is_silent() -> None:
    report, found = _sample(resource("sample", "report.txt"))
    # besides: no meeting's spirit in the chapters, no audit, no platform
    assert _open(found) == _NEVER_SAID | {"W2", "W27", "W29"}
    assert _unanswered_figures(report, found) == []
    assert [str(e.hit.value) for e in found.fields["party-meetings"]] == ["28"]
    assert [e.hit.hedge for e in found.fields["law-sessions"]] == ["余"]


@pytest.mark.skipif(not _REAL, reason="the real report is not part of the project")
def test_the_real_report_is_answered_where_it_speaks_and_open_where_it_is_silent() -> None:
    report, found = _sample(_REAL[0])
    # besides: no addressee, no signature and date, no 要点 with its tasks, no counts of
    # meetings the head held, no 述法
    assert _open(found) == _NEVER_SAID | {"H2", "H4", "W4", "D2", "D3"}
    assert _unanswered_figures(report, found) == []
    values = {field: str(entries[0].hit.value) for field, entries in found.fields.items()}
    assert values["party-meetings"] == "33"
    assert values["special-party-meetings"] == "5"
    assert values["major-items"] == "63"
    assert values["exam-attendance"] == values["exam-pass-rate"] == "100"
    assert values["electric-cars"] == "34"
    assert values["trips"] == "25000.0"


@pytest.mark.long
def test_looking_again_after_a_keystroke_costs_little() -> None:
    report, _ = _sample(resource("sample", "report.txt"))
    start = time.perf_counter()
    find_evidence(report, CATALOGUE, OFFICE)
    assert time.perf_counter() - start < 0.1


@pytest.mark.long
def test_a_paragraph_of_nothing_but_figures_does_not_hang() -> None:
    start = time.perf_counter()
    found = evidence(chapter(Role.WORK, "党组会议" + "1次" * 2500))
    assert time.perf_counter() - start < 4
    assert len(found.fields["party-meetings"]) == 1
