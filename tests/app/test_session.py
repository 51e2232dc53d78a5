from __future__ import annotations

from pathlib import Path

import pytest

from rolwriter.app.events import Changed, Event, Replaced, Saved
from rolwriter.app.session import Session
from rolwriter.model.change import SetParagraphs, SetYear
from rolwriter.model.project import Project


def test_a_change_raises_the_revision_and_tells_who_asked() -> None:
    session, heard = Session(), list[Event]()
    session.listen(heard.append)
    session.apply(SetYear(2025), source="editor")
    assert heard == [Changed(1, SetYear(2025), "editor")]
    assert session.project.report.year == 2025


def test_the_answer_of_apply_takes_the_change_back() -> None:
    session = Session()
    session.apply(session.apply(SetYear(2025)))
    assert session.project.report.year is None


def test_a_change_that_cannot_be_made_changes_nothing_and_tells_no_one() -> None:
    session, heard = Session(), list[Event]()
    session.listen(heard.append)
    with pytest.raises(KeyError):
        session.apply(SetParagraphs("c1", ()))
    assert (session.revision, heard) == (0, [])


def test_saving_an_older_revision_leaves_the_session_modified() -> None:
    session, heard = Session(), list[Event]()
    session.listen(heard.append)
    session.apply(SetYear(2025))
    session.apply(SetYear(2026))
    session.mark_saved(Path("a.rolw"), 1)
    assert session.modified
    session.mark_saved(Path("a.rolw"), 2)
    assert not session.modified
    assert heard[-1] == Saved(2)


def test_an_opened_file_is_unmodified_and_an_imported_project_is_not() -> None:
    session, heard = Session(), list[Event]()
    session.listen(heard.append)
    session.open(Project(), Path("a.rolw"))
    assert not session.modified
    session.open(Project(), None)
    assert session.modified
    assert all(isinstance(event, Replaced) for event in heard)


def test_a_listener_that_left_hears_nothing() -> None:
    session, heard = Session(), list[Event]()
    leave = session.listen(heard.append)
    leave()
    session.apply(SetYear(2025))
    assert heard == []
