from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.model.change import (
    Change,
    SetAuthority,
    SetParagraphs,
    SetParts,
    SetReport,
    SetRole,
    SetYear,
)
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role

CHAPTER = Part("c1", PartKind.CHAPTER, (Paragraph("p2", "一、成效", 1),), Role.WORK)
PROJECT = Project(Report((CHAPTER,), 2024, "某局"), next_id=3)

CHANGES = st.one_of(
    st.builds(SetYear, st.one_of(st.none(), st.integers(1990, 2100))),
    st.builds(SetAuthority, st.text(max_size=5)),
    st.builds(SetRole, st.just("c1"), st.sampled_from(Role)),
    st.builds(SetParagraphs, st.just("c1"), st.just((Paragraph("p9", "新"),))),
    st.builds(SetParts, st.just((CHAPTER, Part("c5", PartKind.CHAPTER, (), Role.PLAN)))),
    st.builds(SetReport, st.just(Report()), st.just(7)),
)


@given(CHANGES)
def test_every_change_is_taken_back_by_its_inverse(change: Change) -> None:
    after = change.apply(PROJECT)
    assert change.inverse(PROJECT).apply(after).report == PROJECT.report


@given(CHANGES)
def test_no_change_lets_a_used_id_be_given_again(change: Change) -> None:
    after = change.apply(PROJECT)
    used = [part.id for part in after.report.parts] + [p.id for p in after.report.paragraphs]
    assert all(int(item[1:]) < after.next_id for item in used)
    assert after.next_id >= PROJECT.next_id


def test_a_change_of_something_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        SetParagraphs("c99", ()).apply(PROJECT)
