from __future__ import annotations

from pathlib import Path

import pytest

from rolwriter.app.collect import contribute as contributing
from rolwriter.app.collect.contribute import contribute
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project, SourceFile
from rolwriter.model.report import Part, PartKind, Report
from rolwriter.storage import container, project_file


def test_nothing_is_saved_that_could_not_be_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.rolw"
    seal = project_file.save(Project(next_id=7), path)
    monkeypatch.setattr(container, "LARGEST", 10_000)
    with pytest.raises(RolwriterError, match="工程太大"):
        project_file.save(Project(sources=(SourceFile("甲", b"x" * 10_000),)), path, seal)
    assert project_file.load(path).next_id == 7


def test_files_that_would_make_it_so_large_are_not_read_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contributing, "MOST", 100)
    chapter = Part("c1", PartKind.CHAPTER, ())
    project = Project(Report((chapter,)), (SourceFile("甲", b"x" * 60),))
    with pytest.raises(RolwriterError, match="“乙”没有读入"):
        contribute(project, "c1", Report(), (), SourceFile("乙", b"x" * 60))
    assert len(contribute(project, "c1", Report(), (), SourceFile("乙", b"x" * 40)).sources) == 2
