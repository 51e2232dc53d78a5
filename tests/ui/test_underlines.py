from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.checks.engine import Checker
from rolwriter.model.extent import Extent
from rolwriter.model.project import Project
from rolwriter.model.report import Role
from rolwriter.ui.main_window import MainWindow
from tests.ui.conftest import project_of
from tests.ui.own_rules import Rules, underlined
from tests.ui.typing import commit, put_cursor


@pytest.fixture
def make_checker() -> Callable[[Catalogue, Extent], Checker]:
    return lambda _catalogue, _extent: Rules().checker()


@pytest.fixture
def project() -> Project:
    return project_of((Role.WORK, ["一、主要成效"]), (Role.SHORTCOMING, ["二、不足", "人手少。"]))


def test_a_chapter_that_was_removed_and_brought_back_is_underlined(window: MainWindow) -> None:
    window.problems.fresh()
    window.workspace.setCurrentIndex(2)
    window.actions_["chapter_remove"].trigger()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.actions_["undo"].trigger()
    window.workspace.setCurrentIndex(2)
    chapter = window.workspace.chapter
    assert chapter is not None
    put_cursor(chapter.editor, 1)
    commit(chapter.editor, "(两人)")
    assert [words for words, _ in underlined(chapter.editor, 1)] == ["(两人)"]
