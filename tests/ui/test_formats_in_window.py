from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rolwriter.storage import container
from rolwriter.storage.codec import to_parts
from rolwriter.ui.main_window import MainWindow
from tests.storage.sample import SAMPLE, sample_path
from tests.ui.silent import SilentMessages

Open = Callable[..., MainWindow]


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "later.rolw"
    with monkeypatch.context() as patch:
        patch.setattr(container, "FORMAT", container.FORMAT + 1)
        path.write_bytes(container.pack(to_parts(SAMPLE)))
    return path


def test_a_later_version_is_open_for_reading_only_and_is_never_written(
    open_window: Open, later: Path, tmp_path: Path, messages: SilentMessages
) -> None:
    before = later.read_bytes()
    window = open_window()
    window.files.open_path(later)
    assert window.session.project == SAMPLE
    assert "更新版本" in window.read_only.words.text()
    messages.paths = [later]
    assert not window.save()
    assert "不能存回去" in messages.told[0].what
    assert later.read_bytes() == before
    assert list(tmp_path.glob(".~*")) == []


def test_an_older_version_says_what_saving_does(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    shutil.copy(sample_path(1), path)
    window = open_window()
    window.files.open_path(path)
    assert "旧版本的程序保存（格式1）" in window.status.currentMessage()
    assert window.save()
    assert (tmp_path / "a.rolw.格式1.bak").read_bytes() == sample_path(1).read_bytes()
