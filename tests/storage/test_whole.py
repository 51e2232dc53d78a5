"""A share is anybody's folder: what stands there in a file's place must not stop the program."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rolwriter.model.errors import PlaceError
from rolwriter.model.project import Project
from rolwriter.storage import lock, project_file
from rolwriter.storage.companion import backup_path, lock_path
from rolwriter.storage.lock import Holder, take
from rolwriter.storage.whole import read_whole

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")


def test_a_pipe_in_a_projects_place_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.rolw")
    with pytest.raises(PlaceError, match="不是普通文件"):
        project_file.load(tmp_path / "a.rolw")


def test_a_file_larger_than_any_project_is_refused_before_it_fills_the_memory(
    tmp_path: Path,
) -> None:
    with (tmp_path / "a.rolw").open("wb") as file:
        file.truncate(1000)
    assert len(read_whole(tmp_path / "a.rolw", 1000)) == 1000
    with pytest.raises(PlaceError, match="太大"):
        read_whole(tmp_path / "a.rolw", 999)


def test_a_save_over_a_pipe_writes_nothing_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    os.mkfifo(path)
    with pytest.raises(PlaceError, match="不是普通文件"):
        project_file.save(Project(), path, "封")
    assert [p.name for p in tmp_path.iterdir()] == ["a.rolw"]


def test_pipes_in_the_places_of_lock_backup_and_temp_do_not_stop_a_save(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    seal = project_file.save(Project(next_id=7), path)
    os.mkfifo(lock_path(path))
    os.mkfifo(tmp_path / ".rolw-pipe")
    os.mkfifo(backup_path(path))
    assert take(path) == Holder()
    project_file.save(Project(next_id=8), path, seal)
    assert project_file.load(path).next_id == 8
    assert project_file.load(backup_path(path)).next_id == 7


def test_a_lock_that_is_a_link_leaves_what_it_points_to_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock.platform, "node", lambda: "PC1")
    prey = tmp_path / "prey.json"
    prey.write_text('{"host": "PC1", "id": "x"}')
    path = tmp_path / "a.rolw"
    lock_path(path).symlink_to(prey)
    assert isinstance(take(path), Holder)
    assert prey.read_text() == '{"host": "PC1", "id": "x"}'


def test_a_lock_file_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    with lock_path(path).open("wb") as file:
        file.truncate(1 << 33)
    assert take(path) == Holder()
