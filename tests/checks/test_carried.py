from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from rolwriter.model.ledger import Figure
from rolwriter.model.project import Project
from rolwriter.model.report import Carry, Origin, OriginKind, PartKind, Report
from tests.checks.report_maker import YEAR, found, linked, project, report, with_part

LAST = Origin(OriginKind.PREVIOUS, "q2")


def carried(base: Report, row: int, carry: Carry, origin: Origin = LAST) -> Report:
    """The report with its paragraph ``p{row}`` as one taken over."""
    parts = tuple(
        replace(
            part,
            paragraphs=tuple(
                replace(p, carry=carry, origin=origin) if p.id == f"p{row}" else p
                for p in part.paragraphs
            ),
        )
        for part in base.parts
    )
    return Report(parts, base.year, base.authority)


def test_a_paragraph_nobody_has_read_is_found_whole() -> None:
    base = report("一、主要成效\n落实各项任务。")
    assert found("C01", carried(base, 2, Carry.UNREAD)) == ["落实各项任务。"]
    assert found("C01", carried(base, 2, Carry.CONFIRMED)) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("2023年，全局召开党组会33次。", ["2023"]),
        ("现将2023年法治政府建设情况报告如下：", ["2023"]),
        ("2024年，全局召开党组会33次。", []),
        ("2024年召开党组会33次，比2023年增加3次。", []),
        ("2023年，办理案件33件，2024年办理案件41件。", []),
        ("2023年以来，持续完善制度。", []),
        ("落实《2023年工作要点》要求。", []),
        ("完成2023年度考核反馈问题的整改。", []),
    ],
)
def test_last_years_year_is_found_where_it_stands_for_the_report_year(
    text: str, wrong: list[str]
) -> None:
    assert found("C02", f"一、主要成效\n{text}") == wrong


def test_the_plan_speaks_of_the_next_year() -> None:
    assert found("C02", "一、工作安排\n2024年，将进一步加强普法。") == ["2024"]
    assert found("C02", "一、工作安排\n2025年，将进一步加强普法。") == []
    assert found("C02", "一、工作安排\n2024年，已经打下基础。") == []


def test_a_year_that_stands_as_last_year_had_it_is_found_in_a_carried_paragraph() -> None:
    last = report("一、主要成效\n认真完成2023年度各项任务。", year=YEAR - 1, prefix="q")
    text = report("一、主要成效\n认真完成2023年度各项任务，成效明显。")
    changed = carried(text, 2, Carry.CHANGED)
    assert found("C02", Project(report=changed, previous=last)) == ["2023"]
    assert found("C02", Project(report=text, previous=last)) == []


def test_a_date_of_issue_before_the_year_is_over_is_found() -> None:
    base = report("一、主要成效\n落实各项任务。")
    for day, expected in (("2024年1月20日", ["2024年1月20日"]), ("2025年1月20日", [])):
        assert found("C03", with_part(base, PartKind.ISSUE_DATE, day)) == expected


def test_last_years_number_in_a_paragraph_that_was_read_is_found() -> None:
    old = Figure("f1", "党组会", "次", previous=Decimal(33), previous_text="33次")
    text = linked("召开党组会33次。", ("33次", "f1"))
    assert found("C04", Project(report=text, ledger=(old,))) == ["33次"]
    assert found("C04", Project(report=text, ledger=(replace(old, value=Decimal(33)),))) == []
    unread = carried(text, 1, Carry.UNREAD)
    assert found("C04", Project(report=unread, ledger=(old,))) == []


def test_a_chapter_that_stands_as_last_years_did_is_a_hint_whatever_its_numbers() -> None:
    same = "坚持把法治建设纳入年度工作要点一并推进，召开会议{}次。"
    last = report(f"一、主要成效\n{same.format(5)}", year=YEAR - 1, prefix="q")
    assert found("S03", project(f"一、主要成效\n{same.format(6)}", previous=last)) == [
        "一、主要成效"
    ]
    assert (
        found("S03", project("一、主要成效\n全部写的是今年新做的工作和成效。", previous=last)) == []
    )
