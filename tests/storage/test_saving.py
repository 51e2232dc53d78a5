from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.report import Report
from rolwriter.storage import atomic, project_file
from rolwriter.storage.companion import backup_path, lock_path
from rolwriter.storage.exclusive import alone_with
from rolwriter.storage.project_file import ChangedOutsideError

OLD, NEW, OTHER = (Project(Report(authority=name)) for name in ("旧", "新", "别人"))


def names(folder: Path) -> set[str]:
    return {p.name for p in folder.iterdir()}


def test_a_save_keeps_the_one_before_as_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "报告.rolw"
    seal = project_file.save(OLD, path)
    project_file.save(NEW, path, seal)
    assert project_file.load(path) == NEW
    assert project_file.load(tmp_path / "报告.rolw.bak") == OLD
    assert names(tmp_path) == {"报告.rolw", "报告.rolw.bak"}


def test_saving_the_same_again_leaves_the_backup_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    project_file.save(NEW, path, project_file.save(OLD, path))
    project_file.save(NEW, path)
    assert project_file.load(backup_path(path)) == OLD


def test_a_damaged_file_never_replaces_a_good_backup(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    project_file.save(NEW, path, project_file.save(OLD, path))
    path.write_bytes(path.read_bytes()[:-30])
    project_file.save(NEW, path)
    assert project_file.load(backup_path(path)) == OLD


def test_a_file_changed_outside_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    seal = project_file.save(OLD, path)
    project_file.save(OTHER, path)
    with pytest.raises(ChangedOutsideError, match="改过"):
        project_file.save(NEW, path, seal)
    assert project_file.load(path) == OTHER


def test_overwriting_at_ones_word_keeps_the_others_text_as_the_backup(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    project_file.save(OLD, path)
    project_file.save(OTHER, path)
    project_file.save(NEW, path)
    assert project_file.load(backup_path(path)) == OTHER


def test_a_file_that_vanished_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    seal = project_file.save(OLD, path)
    path.unlink()
    project_file.save(NEW, path, seal)
    assert project_file.load(path) == NEW


@pytest.mark.parametrize("name", ["报" * 83 + ".rolw", "报" * 85, "a" * 255])
def test_companions_of_a_name_at_the_limit_fit_and_stay_apart(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    companions = {backup_path(path).name, lock_path(path).name}
    assert len(companions | {name}) == 3
    assert all(len(c.encode()) <= 255 for c in companions)
    near = tmp_path / (name[:-6] + "x" + name[-5:])
    assert backup_path(near) != backup_path(path)
    project_file.save(NEW, path, project_file.save(OLD, path))
    assert project_file.load(backup_path(path)) == OLD


def test_what_the_disk_does_not_give_back_is_not_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.rolw"
    project_file.save(OLD, path)
    whole = Path.read_bytes
    monkeypatch.setattr(
        Path, "read_bytes", lambda p: whole(p)[:-1] if p.name.startswith(".rolw-") else whole(p)
    )
    with pytest.raises(RolwriterError, match="读回"):
        project_file.save(NEW, path)
    monkeypatch.undo()
    assert project_file.load(path) == OLD


@pytest.mark.skipif(os.name == "nt", reason="modes and links are POSIX matters")
def test_modes_are_kept_private_files_are_private_and_links_stay_links(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    project_file.save(OLD, path)
    path.chmod(0o640)
    link = tmp_path / "link.rolw"
    link.symlink_to(path)
    project_file.save(NEW, link)
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    atomic.replace_file(tmp_path / "b", b"x", private=True)
    assert stat.S_IMODE((tmp_path / "b").stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="there the file is not locked for a save")
def test_a_save_that_another_does_not_let_in_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rolwriter.storage.exclusive._PATIENCE", 0.1)
    path = tmp_path / "a.rolw"
    project_file.save(OLD, path)
    with alone_with(path), pytest.raises(RolwriterError, match="正由另一个窗口"):
        project_file.save(NEW, path)
    assert project_file.load(path) == OLD


@pytest.mark.skipif(os.name == "nt", reason="there a file in use cannot be removed anyway")
def test_a_killed_saves_rest_is_swept_and_one_at_work_is_not(tmp_path: Path) -> None:
    (tmp_path / ".rolw-dead").write_bytes(b"half")
    busy = tmp_path / ".rolw-busy"
    with busy.open("wb") as handle:
        atomic.try_lock(handle.fileno())
        project_file.save(OLD, tmp_path / "a.rolw")
        assert names(tmp_path) == {"a.rolw", ".rolw-busy"}


def test_a_folder_that_cannot_confirm_is_an_error_that_tells_the_truth(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(atomic, "sync_folder", refuse)
    with pytest.raises(RolwriterError, match="已写入") as caught:
        atomic.replace_file(tmp_path / "a", b"new")
    assert "没有改动" not in str(caught.value)
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="there a file in use cannot be removed anyway")
def test_a_temp_swept_before_it_was_locked_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = atomic.try_lock
    swept: list[int] = []

    def sweep_first(descriptor: int) -> bool | None:
        if not swept:
            swept.append(descriptor)
            atomic.sweep(tmp_path)
        return locked(descriptor)

    monkeypatch.setattr(atomic, "try_lock", sweep_first)
    project_file.save(NEW, tmp_path / "a.rolw")
    assert project_file.load(tmp_path / "a.rolw") == NEW
    assert names(tmp_path) == {"a.rolw"}


@pytest.mark.skipif(os.name == "nt", reason="the system itself refuses there")
def test_a_file_set_to_read_only_is_not_replaced_though_its_folder_would_let_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.rolw"
    seal = project_file.save(OLD, path)
    path.chmod(0o444)
    with pytest.raises(RolwriterError, match="设成了只读"):
        project_file.save(NEW, path, seal)
    assert project_file.load(path) == OLD
    assert names(tmp_path) == {"a.rolw"}
