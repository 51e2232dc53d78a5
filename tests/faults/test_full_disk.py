"""Save, recovery copy and export onto a disk that fills up in the middle (a small tmpfs)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from rolwriter.cli.main import run as run_verb
from rolwriter.cli.output import USER, WELL
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project, SourceFile
from rolwriter.model.report import Report
from rolwriter.storage import project_file
from rolwriter.storage.recovery import Journal, Origin, left_overs
from tests.faults.cut_off import quietly
from tests.storage.sample import SAMPLE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is Linux's")
SIZE, PAGE = 400 << 10, 4 << 10
FAT = replace(SAMPLE, sources=(SourceFile("去年.docx", Random(3).randbytes(60_000)),))
"""Some 16 pages when saved."""
OLD = Project(Report(authority="旧"))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 KiB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", str(place)]
    try:
        done = subprocess.run(mount, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount")
    if done.returncode:
        pytest.skip(f"a tmpfs cannot be mounted here: {done.stderr.strip()[:80]}")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(disk: Path, leave: int) -> Path:
    """A file that takes all the room but that many bytes."""
    ballast = disk / "ballast"
    free = os.statvfs(disk)
    ballast.write_bytes(b"x" * (free.f_bavail * free.f_frsize - leave))
    return ballast


def empty(disk: Path) -> None:
    for path in disk.iterdir():
        path.unlink() if path.is_file() else shutil.rmtree(path)


class Save:
    def prepare(self, disk: Path) -> None:
        self.path = disk / "a.rolw"
        project_file.save(FAT, self.path, project_file.save(OLD, self.path))

    def act(self, _disk: Path) -> int:
        return run_verb(["set", str(self.path), "authority", "新局"])

    def stands(self, disk: Path) -> str:
        assert project_file.load(self.path.with_suffix(".rolw.bak")) in (OLD, FAT)
        del disk
        return {"某局": "old", "新局": "new"}[project_file.load(self.path).report.authority]


class Export:
    def __init__(self, suffix: str) -> None:
        self.suffix = suffix

    def prepare(self, disk: Path) -> None:
        self.source = disk.parent / "p.rolw"
        if not self.source.exists():
            project_file.save(SAMPLE, self.source)
        self.path = disk / f"x.{self.suffix}"
        self.path.write_bytes(b"old")

    def act(self, _disk: Path) -> int:
        return run_verb(["export", str(self.source), "-o", str(self.path), "--as", "draft"])

    def stands(self, disk: Path) -> str:
        del disk
        return "old" if self.path.read_bytes() == b"old" else self.whole()

    def whole(self) -> str:
        """The new one is what an undisturbed export makes."""
        other = self.source.with_name(self.path.name)
        if not other.exists():
            run_verb(["export", str(self.source), "-o", str(other), "--as", "draft"])
        assert other.read_bytes() == self.path.read_bytes()
        return "new"


class Autosave:
    def prepare(self, disk: Path) -> None:
        journal = Journal(disk)
        journal.write(OLD, Origin(), journal.life)
        self.journal = journal

    def act(self, _disk: Path) -> int:
        try:
            self.journal.write(FAT, Origin(), self.journal.life)
        except RolwriterError as error:
            print(error, file=sys.stderr)
            return USER
        return WELL

    def stands(self, disk: Path) -> str:
        self.journal.release()
        (left,) = left_overs(disk, [])
        left.journal.release()
        return {"旧": "old", "某局": "new"}[left.project.report.authority]


ACTS: dict[str, Save | Autosave | Export] = {
    "save": Save(),
    "autosave": Autosave(),
    "export docx": Export("docx"),
    "export txt": Export("txt"),
}


def fill_up(name: str, disk: Path, levels: range) -> tuple[int, int]:
    """How many acts were refused in words for want of room, and how many had enough."""
    subject, refused, done = ACTS[name], 0, 0
    for pages in levels:
        empty(disk)
        subject.prepare(disk)
        ballast = fill(disk, pages * PAGE)
        code, said = quietly(subject.act, disk)
        where = f"{name} with {pages} pages left: {code} {said}"
        assert code in (WELL, USER), where
        assert "Traceback" not in said, where
        assert code == WELL or "磁盘已满" in said, where
        assert not list(disk.rglob(".rolw-*")), where
        ballast.unlink()
        assert subject.stands(disk) == ("new" if code == WELL else "old"), where
        refused, done = refused + (code == USER), done + (code == WELL)
        if name != "autosave":  # its owner was let go to look at what it left
            assert quietly(subject.act, disk)[0] == WELL, where
    return refused, done


@pytest.mark.parametrize("name", ACTS)
def test_a_disk_that_fills_up_leaves_the_old_file_and_a_sentence(name: str, disk: Path) -> None:
    refused, done = fill_up(name, disk, range(0, 60, 13))
    assert refused
    assert done


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", ACTS)
def test_a_disk_that_fills_up_at_any_page_leaves_the_old_file(name: str, disk: Path) -> None:
    refused, done = fill_up(name, disk, range(60))
    print(f"{name} on a disk with 0 to 59 pages left: {refused} refused in words, {done} done")
