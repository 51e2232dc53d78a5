from __future__ import annotations

from pathlib import Path

from rolwriter.model.project import Project
from rolwriter.storage import project_file
from tests.cli.conftest import Call


def test_an_export_is_a_word_file_and_says_where_it_is(
    call: Call, project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "报告.docx"
    told = call("export", project, "-o", out)
    assert (told.code, told.out) == (0, "")
    assert str(out) in told.err
    assert out.read_bytes().startswith(b"PK")


def test_two_exports_of_one_project_are_the_same_bytes(
    call: Call, project: Path, tmp_path: Path
) -> None:
    for name in ("a.docx", "b.docx"):
        call("export", project, "-o", tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_another_format_is_refused_by_name(call: Call, project: Path, tmp_path: Path) -> None:
    refused = call("export", project, "-o", tmp_path / "报告.xyz")
    assert refused.code == 2
    assert ".docx" in refused.err
    assert not (tmp_path / "报告.xyz").exists()


def test_an_empty_report_is_not_exported(call: Call, tmp_path: Path) -> None:
    empty = tmp_path / "空.rolw"
    project_file.save(Project(), empty)
    assert call("export", empty, "-o", tmp_path / "out.docx").code == 2
    assert not (tmp_path / "out.docx").exists()


def test_a_folder_that_is_not_there_is_named_and_not_made(
    call: Call, project: Path, tmp_path: Path
) -> None:
    refused = call("export", project, "-o", tmp_path / "没有" / "报告.docx")
    assert refused.code == 2
    assert "不存在" in refused.err
    assert not (tmp_path / "没有").exists()
