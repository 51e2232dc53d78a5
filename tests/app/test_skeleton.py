from __future__ import annotations

import pytest

from rolwriter.app.skeleton import new_project
from rolwriter.model.errors import RolwriterError
from rolwriter.model.report import Role
from rolwriter.text.numbering import level_of


def test_a_new_report_has_the_chapters_the_law_asks_for_in_its_order() -> None:
    report = new_project(2025, "云溪区机关事务服务中心").report
    roles = [chapter.role for chapter in report.chapters]
    assert roles == [Role.WORK, Role.SHORTCOMING, Role.DUTY, Role.PLAN]
    assert report.title == "云溪区机关事务服务中心关于2025年法治政府建设情况的报告"
    assert "2026年" in report.chapters[-1].paragraphs[0].text


def test_its_headings_are_headings_by_their_own_words_too() -> None:
    for chapter in new_project(2025, "某局").report.chapters:
        assert level_of(chapter.paragraphs[0].text) == 1


def test_no_id_is_used_twice() -> None:
    project = new_project(2025, "某局")
    ids = [p.id for p in project.report.paragraphs] + [p.id for p in project.report.parts]
    numbers = sorted(int(item[1:]) for item in ids)
    assert numbers == list(range(1, project.next_id))


@pytest.mark.parametrize(("year", "authority"), [(2025, "  "), (25, "某局"), (20255, "某局")])
def test_a_missing_name_or_a_mistyped_year_is_refused(year: int, authority: str) -> None:
    with pytest.raises(RolwriterError):
        new_project(year, authority)
