from __future__ import annotations

from pathlib import Path

from rolwriter.app.documents import save_project
from rolwriter.app.recovery import compare, left_overs, new_journal, origin_of, recovery_folder
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report


def project_of(*lines: str) -> Project:
    paragraphs = tuple(Paragraph(f"p{n}", line) for n, line in enumerate(lines, 1))
    return Project(Report((Part("c1", PartKind.CHAPTER, paragraphs),)), next_id=99)


def leave(project: Project, path: Path | None) -> None:
    journal = new_journal()
    journal.write(project, origin_of(path, None), journal.life)
    journal.release()


def test_the_copy_is_told_apart_by_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    save_project(project_of("开会三次。", "学习。"), path)
    leave(project_of("深入开会41次。", "学习。"), path)
    (left,) = left_overs([])
    comparison = compare(left)
    assert (comparison.added, comparison.removed) == (4, 1)
    assert comparison.file_there


def test_a_copy_equal_to_its_file_is_not_worth_a_question(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    save_project(project_of("开会。"), path)
    leave(project_of("开会。"), path)
    assert list(left_overs([])) == []
    assert list(recovery_folder().iterdir()) == []


def test_a_copy_without_a_file_counts_all_its_characters(tmp_path: Path) -> None:
    leave(project_of("开会。"), tmp_path / "没有.rolw")
    (left,) = left_overs([])
    comparison = compare(left)
    assert (comparison.added, comparison.file_there) == (3, False)


def test_a_file_that_cannot_be_read_is_said_and_the_copy_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    path.write_bytes(b"broken")
    leave(project_of("开会。"), path)
    (left,) = left_overs([])
    assert compare(left).trouble


def test_only_the_copies_of_the_file_asked_for_are_held(tmp_path: Path) -> None:
    leave(project_of("甲。"), tmp_path / "a.rolw")
    leave(project_of("乙。"), tmp_path / "b.rolw")
    (left,) = left_overs([], tmp_path / "b.rolw")
    assert left.project.report.lines == ["乙。"]
    left.journal.release()
    assert len(list(left_overs([]))) == 2
