from __future__ import annotations

from rolwriter.app.collect.slip_acts import slip_topics, topics_of
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.model.ledger import Figure
from rolwriter.model.project import Project
from rolwriter.model.report import Report


def test_a_section_is_asked_for_the_topics_it_has_figures_in() -> None:
    figures = (
        Figure("f1", "党组会", field="party-meetings", supplier="综合科、法规科"),
        Figure("f2", "复议案件", field="reconsideration-cases", supplier="法规科"),
        Figure("f3", "其他", supplier="综合科"),
        Figure("f4", "旧项", field="no-longer-there", supplier="综合科"),
    )
    project = Project(Report(year=2026), ledger=figures)
    catalogue = load_catalogue()
    meetings = catalogue.topic_of["party-meetings"].id
    assert topics_of(project, catalogue, "综合科") == {meetings}
    assert len(topics_of(project, catalogue, "法规科")) == 2
    assert topics_of(project, catalogue, "财务科") == set()


def test_only_topics_of_chapters_are_asked_on_a_slip() -> None:
    catalogue = load_catalogue()
    offered = {topic.id for topic in slip_topics(Project(Report(year=2026)), catalogue)}
    assert catalogue.topic_of["party-meetings"].id in offered
    assert not offered & {"opening", "dispatch"}
