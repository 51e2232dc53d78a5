from __future__ import annotations

from rolwriter.app.carry.roll_forward import roll_forward
from rolwriter.model.ignore import Ignore
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role


def test_decisions_of_last_year_stay_with_their_year_so_that_they_are_offered_again() -> None:
    part = Part("c1", PartKind.CHAPTER, (Paragraph("p2", "开会(三次)。"),), Role.WORK)
    ignore = Ignore("P05", "p2", "(三次)", "引用原文", 2025)
    project = Project(Report((part,), 2025, "某局"), ignores=(ignore,), next_id=3)
    rolled = roll_forward(project, 2026).project
    assert rolled.ignores == (ignore,)
    assert rolled.report.parts[0].paragraphs[0].id == ignore.paragraph_id
