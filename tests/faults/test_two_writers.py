"""Two writers of one file: whatever the order, both texts are there afterwards."""

from __future__ import annotations

import os
import time
from pathlib import Path
from random import Random
from threading import Barrier, Thread
from typing import Any

import pytest

from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.report import Report
from rolwriter.storage import project_file
from rolwriter.storage.project_file import ChangedOutsideError

INTERLEAVINGS = 200


def project(name: str) -> Project:
    return Project(Report(authority=name))


def texts(folder: Path) -> set[str]:
    return {project_file.load(p).report.authority for p in folder.iterdir()}


@pytest.mark.skipif(os.name == "nt", reason="the file is locked for a save on POSIX only")
def test_no_interleaving_of_two_writers_loses_a_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(1)

    def slowed(call: Any) -> Any:
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            time.sleep(random.choice((0, 0, 0.0005, 0.002)))
            return call(*args, **kwargs)

        return wrapped

    for name in ("fsync", "replace", "open"):
        monkeypatch.setattr(os, name, slowed(getattr(os, name)))
    for number in range(INTERLEAVINGS):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / "a.rolw"
        seal = project_file.save(project("原"), path)
        start, refused = Barrier(2), list[str]()

        def write(
            name: str,
            path: Path = path,
            seal: str = seal,
            start: Barrier = start,
            refused: list[str] = refused,
        ) -> None:
            start.wait()
            try:
                project_file.save(project(name), path, seal)
            except ChangedOutsideError:
                refused.append(name)
                project_file.save(project(name), path.with_name(f"{name}.rolw"))
            except RolwriterError as error:
                refused.append(str(error))

        writers = [Thread(target=write, args=(name,)) for name in ("甲", "乙")]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        assert texts(folder) == {"原", "甲", "乙"}, number
        assert len(refused) == 1
