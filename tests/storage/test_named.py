from __future__ import annotations

import os
from pathlib import Path

import pytest

from rolwriter.model.errors import PlaceError
from rolwriter.model.project import Project
from rolwriter.storage import project_file
from rolwriter.storage.named import write_named


@pytest.mark.parametrize("name", ["CON.rolw", "a:b.rolw", "报告.rolw.", "报" * 85 + ".rolw"])
def test_a_forbidden_name_is_refused_on_every_system_and_another_is_named(
    name: str, tmp_path: Path
) -> None:
    with pytest.raises(PlaceError, match="例如“"):
        project_file.save(Project(), tmp_path / name)
    with pytest.raises(PlaceError, match="例如“"):
        write_named(tmp_path / name, b"")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="no file can have such a name there")
def test_a_file_that_has_such_a_name_can_be_saved_on(tmp_path: Path) -> None:
    path = tmp_path / "报告?.rolw"
    path.write_bytes(b"")
    project_file.save(Project(next_id=7), path)
    assert project_file.load(path).next_id == 7


def test_the_longest_name_takes_a_save_a_backup_and_a_conflict(tmp_path: Path) -> None:
    path = tmp_path / ("报" * 83 + ".rolw")
    seal = project_file.save(Project(next_id=7), path)
    project_file.save(Project(next_id=8), path, seal)
    met = project_file.save(Project(next_id=9), path)
    done = project_file.overwrite(Project(next_id=10), path, met)
    assert done.kept is not None
    assert project_file.load(done.kept).next_id == 9


def test_a_path_too_long_for_the_system_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(PlaceError, match="路径太长"):
        write_named(tmp_path.joinpath(*["很长的文件夹名"] * 300) / "a.txt", b"")


def test_a_folder_that_is_gone_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(PlaceError, match="U盘或网络盘"):
        project_file.save(Project(), tmp_path / "没有" / "a.rolw")
