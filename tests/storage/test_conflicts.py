"""Two writers on a share that keeps no locks: whatever the order, both texts are there."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.report import Report
from rolwriter.storage import atomic, conflict, exclusive, project_file
from rolwriter.storage.companion import backup_path
from rolwriter.storage.conflict import LostRaceError
from rolwriter.storage.project_file import ChangedOutsideError

INTERLEAVINGS = 200
STEPS: tuple[tuple[Any, str], ...] = (
    (atomic, "_begin"),
    (atomic, "_read_back"),
    (atomic, "_rename"),
    (project_file, "_met"),
    (conflict, "in_flight"),
    (conflict, "_digest_at"),
    (conflict.time, "sleep"),
)
ROOT = Path(__file__).resolve().parents[2]


def project(name: str) -> Project:
    return Project(Report(authority=name))


def text_of(path: Path) -> str:
    return project_file.load(path).report.authority


def texts(folder: Path) -> set[str]:
    return {text_of(path) for path in folder.iterdir()}


@pytest.fixture
def no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a share says that knows no file locks."""
    for module in (atomic, exclusive):
        monkeypatch.setattr(module, "try_lock", lambda _descriptor: None)


class Turns:
    """Lets one of several threads take one step at a time, in an order of its own choosing."""

    def __init__(self, choose: Callable[[list[str]], str]) -> None:
        self._choose = choose
        self._changed = threading.Condition()
        self._waiting = list[str]()
        self._granted = ""
        self.taken = list[tuple[str, str]]()

    def step(self, name: str) -> None:
        me = threading.current_thread().name
        with self._changed:
            self._waiting.append(me)
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._granted == me)
            self._granted = ""
            self._waiting.remove(me)
            self.taken.append((me, name))

    def run(self, threads: list[threading.Thread]) -> None:
        for thread in threads:
            thread.start()
        while True:
            with self._changed:
                self._changed.wait_for(
                    lambda: (
                        not self._granted
                        and len(self._waiting) == sum(t.is_alive() for t in threads)
                    ),
                    timeout=0.002,
                )
                alive = [t.name for t in threads if t.is_alive()]
                if not alive:
                    return
                if not self._granted and sorted(self._waiting) == sorted(alive):
                    self._granted = self._choose(sorted(alive))
                    self._changed.notify_all()


def race(
    path: Path, seal: str, turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> dict[str, RolwriterError | None]:
    """Two saves of what both opened, a step at a time; how each ended."""
    ends: dict[str, RolwriterError | None] = {}

    def write(name: str) -> None:
        try:
            project_file.save(project(name), path, seal)
            ends[name] = None
        except ChangedOutsideError as error:  # the window asks: 另存
            ends[name] = error
            project_file.save(project(name), path.with_name(f"{name}.rolw"))
        except RolwriterError as error:
            ends[name] = error

    def stepping(call: Any, name: str) -> Any:
        def wrapped(*args: Any) -> Any:
            turns.step(name)
            return None if name == "sleep" else call(*args)

        return wrapped

    with monkeypatch.context() as patch:
        patch.setattr(conflict, "_PATIENCE", 60)
        for module, name in STEPS:
            original = getattr(module, name)
            if name == "_begin":  # called by keyword too
                patch.setattr(
                    atomic,
                    name,
                    lambda folder, *, private, call=original: stepping(
                        lambda: call(folder, private=private), "_begin"
                    )(),
                )
            else:
                patch.setattr(module, name, stepping(original, name))
        turns.run([threading.Thread(target=write, args=(n,), name=n) for n in ("甲", "乙")])
    return ends


@pytest.mark.usefixtures("no_locks")
def test_no_interleaving_without_locks_loses_a_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(7)
    races = 0
    for number in range(INTERLEAVINGS):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / "a.rolw"
        seal = project_file.save(project("原"), path)
        turns = Turns(random.choice)
        ends = race(path, seal, turns, monkeypatch)
        assert texts(folder) == {"原", "甲", "乙"}, (number, turns.taken)
        for name, end in ends.items():
            if isinstance(end, LostRaceError):
                races += 1
                assert text_of(end.copy) == name
            else:
                assert end is None or isinstance(end, ChangedOutsideError)
        assert list(ends.values()).count(None) == 1, ends
    assert races > 20, "hardly any of these was a true race"


@pytest.mark.usefixtures("no_locks")
def test_the_true_race_keeps_the_covered_text_beside_under_a_name_that_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.rolw"
    seal = project_file.save(project("原"), path)
    turns = Turns(lambda names: _both_look_before_either_renames(turns, names))
    ends = race(path, seal, turns, monkeypatch)
    (lost,) = [end for end in ends.values() if isinstance(end, LostRaceError)]
    assert texts(tmp_path) == {"原", "甲", "乙"}
    assert lost.copy.name.startswith("报告（冲突 ")
    assert lost.copy.suffix == ".rolw"
    assert lost.path.name in lost.what
    assert lost.copy.name in lost.what
    assert lost.seal == atomic.digest_of(lost.copy.read_bytes())


def _both_look_before_either_renames(turns: Turns, names: list[str]) -> str:
    """甲 looks for the last time, then 乙, then 甲 renames and looks again, then 乙."""
    for name in ("甲", "乙"):
        if name in names and turns.taken.count((name, "_met")) < 2:
            return name
    first = "乙" if ("甲", "sleep") in turns.taken else "甲"
    return first if first in names else names[0]


def test_a_text_the_other_built_on_is_not_kept_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    seal = project_file.save(project("原"), path)
    mine = path.read_bytes()
    project_file.save(project("乙"), path, seal)
    conflict.look_again(path, mine)
    assert texts(tmp_path) == {"原", "乙"}
    assert text_of(backup_path(path)) == "原"


def test_a_temp_file_nobody_goes_on_with_is_waited_for_once_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "try_lock", lambda _descriptor: None)
    monkeypatch.setattr(conflict, "_PATIENCE", 0)
    slept = list[float]()
    monkeypatch.setattr(conflict.time, "sleep", slept.append)
    (tmp_path / ".rolw-dead").write_bytes(b"")
    path = tmp_path / "a.rolw"
    seal = project_file.save(project("原"), path)
    monkeypatch.setattr(conflict, "_PATIENCE", 60)
    project_file.save(project("甲"), path, seal)
    assert slept == []


def test_a_name_at_the_limit_leaves_room_for_the_words_about_the_conflict(tmp_path: Path) -> None:
    path = tmp_path / ("报" * 83 + ".rolw")
    first = conflict.keep_beside(path, b"1")
    second = conflict.keep_beside(path, b"2")
    assert first != second
    assert all(len(copy.name.encode()) <= 255 for copy in (first, second))
    assert all(copy.name.endswith("）.rolw") for copy in (first, second))
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")


def test_what_is_overwritten_at_ones_word_stands_in_a_file_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    project_file.save(project("原"), path)
    met = project_file.save(project("乙"), path)
    done = project_file.overwrite(project("甲"), path, met)
    for _ in range(2):  # the backup goes on, the copy stays
        project_file.save(project("再"), path)
        project_file.save(project("又"), path)
    assert done.kept is not None
    assert text_of(done.kept) == "乙"


def test_what_changed_once_more_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    met = project_file.save(project("乙"), path)
    project_file.save(project("丙"), path)
    with pytest.raises(ChangedOutsideError):
        project_file.overwrite(project("甲"), path, met)
    assert text_of(path) == "丙"
    assert not list(tmp_path.glob("*冲突*"))


def test_an_overwriting_that_fails_leaves_no_second_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.rolw"
    met = project_file.save(project("乙"), path)

    def refuse(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(project_file, "_keep_as_backup", refuse)
    with pytest.raises(RolwriterError, match="磁盘已满"):
        project_file.overwrite(project("甲"), path, met)
    assert text_of(path) == "乙"
    assert not list(tmp_path.glob("*冲突*"))


RACER = """
import sys, time
from pathlib import Path
from rolwriter.model.project import Project
from rolwriter.model.report import Report
from rolwriter.storage import atomic, conflict, exclusive, project_file
for module in (atomic, exclusive):
    module.try_lock = lambda _descriptor: None
name, path, seal = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
conflict._PATIENCE = 60
renamed = atomic._rename
def rename(temp, to):
    if to == path:
        print("ready", flush=True)
        sys.stdin.readline()
    renamed(temp, to)
atomic._rename = rename
try:
    project_file.save(Project(Report(authority=name)), path, seal)
    print("saved", flush=True)
except conflict.LostRaceError as error:
    print("kept", flush=True)
"""


def test_two_processes_between_look_and_rename_lose_neither_text(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    seal = project_file.save(project("原"), path)
    racers = [
        subprocess.Popen(
            [sys.executable, "-X", "utf8", "-c", RACER, name, str(path), seal],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for name in ("甲", "乙")
    ]
    try:
        for racer in racers:
            assert racer.stdout is not None
            assert racer.stdout.readline() == "ready\n"
        for racer in racers:
            assert racer.stdin is not None
            racer.stdin.write("\n")
            racer.stdin.flush()
        said = sorted(racer.communicate(timeout=60)[0] for racer in racers)
    finally:
        for racer in racers:
            racer.kill()
            racer.wait()
    assert said == ["kept\n", "saved\n"]
    assert texts(tmp_path) == {"原", "甲", "乙"}
