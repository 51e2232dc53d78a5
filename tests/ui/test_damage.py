from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rolwriter.app.documents import save_project
from rolwriter.model.project import Project
from rolwriter.ui.main_window import MainWindow
from tests.storage.test_salvage import WHOLE, hurt
from tests.ui.silent import SilentMessages


@pytest.fixture
def path(tmp_path: Path, project: Project) -> Path:
    """A file hurt in its ledger, with a good backup."""
    path = tmp_path / "a.rolw"
    save_project(project, path)
    save_project(WHOLE, path)
    path.write_bytes(hurt("ledger.json"))
    return path


@pytest.mark.parametrize("answer", [0, 1])
def test_the_whole_parts_or_the_backup_open_apart_from_the_damaged_file(
    open_window: Callable[..., MainWindow],
    messages: SilentMessages,
    project: Project,
    path: Path,
    answer: int,
) -> None:
    before = path.read_bytes()
    window = open_window()
    messages.answers = [answer]
    window.files.open_path(path)
    assert window.session.project.report == (WHOLE, project)[answer].report
    assert window.session.path is None
    assert window.isWindowModified()
    assert path.read_bytes() == before


def test_cancel_opens_nothing(
    open_window: Callable[..., MainWindow], messages: SilentMessages, path: Path
) -> None:
    window = open_window()
    messages.answers = [2]
    window.files.open_path(path)
    assert not window.has_report
