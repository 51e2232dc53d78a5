from __future__ import annotations

from rolwriter.checks.likeness import counterparts, kept_characters
from rolwriter.model.report import Origin, OriginKind, Paragraph

LAST = [
    Paragraph("p1", "坚持把法治建设纳入年度工作要点，与业务工作同部署同落实。"),
    Paragraph("p2", "组织干部职工参加旁听庭审活动，增强依法行政意识。"),
]


def test_a_recorded_origin_goes_before_likeness() -> None:
    now = [Paragraph("p9", LAST[1].text, origin=Origin(OriginKind.PREVIOUS, "p1"))]
    assert counterparts(now, LAST)["p9"].id == "p1"


def test_without_an_origin_the_likest_paragraph_is_found() -> None:
    now = [Paragraph("p9", "组织全体干部参加旁听庭审活动2次，增强依法行政意识。")]
    assert counterparts(now, LAST)["p9"].id == "p2"


def test_a_paragraph_unlike_all_has_no_counterpart() -> None:
    now = [Paragraph("p9", "全年办理公文流转事项四百余件。")]
    assert counterparts(now, LAST) == {}


def test_kept_characters_are_counted_in_order() -> None:
    assert kept_characters("甲乙丙丁", "甲丙丁戊") == 3
