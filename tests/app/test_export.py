from __future__ import annotations

import errno
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from rolwriter.app.documents import lines_of_file
from rolwriter.app.output import proof
from rolwriter.app.output.copies import make_copy
from rolwriter.app.output.export import export_copy
from rolwriter.app.output.proof import (
    compare_copy,
    compare_file,
    compare_words,
    proof_lines,
    prove,
    words_of_page,
)
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.page_format import load_page_format
from rolwriter.model.dispatch import CopyKind, Dispatch
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.report import PartKind
from rolwriter.storage import atomic
from rolwriter.writers.docx import write_docx
from rolwriter.writers.html import write_html
from rolwriter.writers.layout.copy import Copy, Section
from tests.writers.reports import chapter, full_report, han, report

CATALOGUE = load_catalogue()
DISPATCH = Dispatch(masthead="某局文件", signatories=("张三",), copies_to=("甲局",))
PROJECT = Project(full_report(), dispatch=DISPATCH)


def copy_of(kind: CopyKind, project: Project = PROJECT) -> Copy:
    return make_copy(project, kind, CATALOGUE)


@pytest.mark.parametrize("kind", list(CopyKind))
def test_every_kind_is_written_and_compared_to_the_last_character(
    kind: CopyKind, tmp_path: Path
) -> None:
    path = tmp_path / "报告.docx"
    done = export_copy(PROJECT, path, kind, CATALOGUE, day=date(2026, 1, 20))
    assert done.left_out == 1
    assert done.proof.compared.characters > 1800
    assert han(400) in "".join(lines_of_file(path)[0])


@pytest.mark.parametrize("kind", list(CopyKind))
@pytest.mark.parametrize("ending", ["html", "txt"])
def test_pages_and_plain_texts_are_compared_to_the_last_character_too(
    kind: CopyKind, ending: str, tmp_path: Path
) -> None:
    path = tmp_path / f"报告.{ending}"
    done = export_copy(PROJECT, path, kind, CATALOGUE, day=date(2026, 1, 20))
    assert done.proof.compared.characters > 1800
    (said,) = proof_lines(done.proof)
    assert "一字不差" in said
    assert han(400) in path.read_text("utf-8-sig")


def test_a_page_that_lost_a_character_is_found_out() -> None:
    copy = copy_of(CopyKind.FORMAL)
    with pytest.raises(RolwriterError, match="不一致"):
        compare_words(copy, words_of_page(write_html(copy)).replace("健全机制", "健全制"))


def test_a_title_of_several_paragraphs_and_tables_pass_the_comparison(tmp_path: Path) -> None:
    of = report(
        (PartKind.TITLE, ("某局", "关于2025年法治政府建设情况的报告")),
        (PartKind.CHAPTER, ("甲\t乙", "1\t2", "末\t段\t三栏", "“引号”——")),
    )
    project = Project(of, dispatch=Dispatch(title_breaks=(4,)))
    done = export_copy(project, tmp_path / "a.docx", CopyKind.FORMAL, CATALOGUE)
    assert done.proof.compared.characters == sum(
        len(p.text.replace("\t", "")) for p in of.paragraphs
    )


def test_a_file_that_lost_a_character_is_found_out() -> None:
    copy = copy_of(CopyKind.FORMAL)
    with ZipFile(BytesIO(write_docx(copy))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace("健全机制".encode(), b"")
    stream = BytesIO()
    with ZipFile(stream, "w") as broken:
        for name, data in parts.items():
            broken.writestr(name, data)
    with pytest.raises(RolwriterError, match="不一致"):
        compare_file(copy, stream.getvalue())


def test_a_copy_that_lost_or_gained_a_paragraph_is_found_out() -> None:
    copy = copy_of(CopyKind.FORMAL)
    (section,) = copy.sections
    for content in (section.content[:-1], (*section.content, section.content[-1])):
        changed = replace(copy, sections=(Section(content),))
        with pytest.raises(RolwriterError, match="不一致"):
            compare_copy(PROJECT.report, changed)


def test_a_comparison_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(b"old")

    def differs(*_: object) -> int:
        raise RolwriterError("不一致。", "没有生成文件。", "请重试。")

    monkeypatch.setattr(proof, "compare_file", differs)
    with pytest.raises(RolwriterError, match="不一致"):
        export_copy(PROJECT, path, CopyKind.FORMAL, CATALOGUE)
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("trouble", [errno.ENOSPC, errno.EACCES])
def test_a_full_disk_or_a_file_open_elsewhere_leaves_the_old_file_and_says_what_to_do(
    trouble: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(trouble, "no")

    monkeypatch.setattr(atomic, "_rename", fail)
    with pytest.raises(RolwriterError) as caught:
        export_copy(PROJECT, path, CopyKind.FORMAL, CATALOGUE)
    assert "报告.docx" in caught.value.what
    assert caught.value.remedy
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["报告.docx"]


def test_an_unknown_ending_and_an_empty_report_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RolwriterError, match="xyz"):
        export_copy(PROJECT, tmp_path / "a.xyz", CopyKind.FORMAL, CATALOGUE)
    with pytest.raises(RolwriterError, match="没有任何文字"):
        export_copy(Project(), tmp_path / "a.docx", CopyKind.FORMAL, CATALOGUE)


def test_a_copy_sent_up_says_what_it_still_lacks(tmp_path: Path) -> None:
    bare = Project(chapter("正文。"), dispatch=Dispatch(masthead="某局"))
    done = export_copy(bare, tmp_path / "a.docx", CopyKind.UPWARD, CATALOGUE)
    said = "\n".join(done.notes)
    assert all(word in said for word in ("签发人", "发文字号", "版记"))


def test_the_proof_counts_pages_lines_and_characters() -> None:
    project = Project(chapter(han(22 * 28 * 2 + 5)))
    found = prove(copy_of(CopyKind.FORMAL, project))
    assert (found.pages, found.lines, found.chars) == (3, 22, 28)


def test_fonts_are_named_with_what_stands_in_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    fangsong = load_page_format().fonts["fangsong"]
    here = frozenset({fangsong.chain[2].casefold(), "宋体"})
    monkeypatch.setattr(proof, "installed_families", lambda: here)
    said = "\n".join(proof_lines(prove(copy_of(CopyKind.FORMAL))))
    assert f"没有仿宋（{fangsong.official}），用“{fangsong.chain[2]}”代替" in said
    assert "没有黑体" in said
    assert "也没有可代替的字体" in said
    assert "没有宋体" not in said


def test_where_nobody_knows_the_fonts_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "installed_families", lambda: None)
    assert "没能查到" in proof_lines(prove(copy_of(CopyKind.FORMAL)))[-1]


def test_the_proof_tells_of_a_line_taken_to_the_page_of_the_signature() -> None:
    closing = ((PartKind.SIGNATURE, ("某局",)), (PartKind.ISSUE_DATE, ("2026年1月2日",)))
    for lines, pulled in ((18, False), (21, True), (24, False)):
        of = report((PartKind.CHAPTER, (han(26 + 28 * (lines - 1)),)), *closing)
        found = prove(copy_of(CopyKind.FORMAL, Project(of)))
        assert found.pulled is pulled
        assert any("落款页" in line for line in proof_lines(found)) is pulled


def test_a_mark_that_hangs_in_the_margin_is_not_counted_among_the_characters_of_a_line() -> None:
    of = chapter(han(26 + 28) + "，" + han(30))
    assert prove(copy_of(CopyKind.FORMAL, Project(of))).chars == 28
