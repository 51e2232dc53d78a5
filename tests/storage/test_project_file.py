from __future__ import annotations

import errno
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.model.errors import RolwriterError
from rolwriter.model.ignore import Ignore
from rolwriter.model.ledger import Figure
from rolwriter.model.mask import Mask
from rolwriter.model.pairing import Pairing
from rolwriter.model.project import Project, SourceFile
from rolwriter.model.promise import Promise, PromiseKind
from rolwriter.model.report import (
    Carry,
    Origin,
    OriginKind,
    Paragraph,
    Part,
    PartKind,
    Report,
    Role,
)
from rolwriter.storage import atomic, project_file
from rolwriter.storage.codec import from_parts, to_parts
from rolwriter.storage.container import pack, unpack

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
PARAGRAPHS = st.builds(
    Paragraph,
    st.from_regex(r"p[0-9]{1,3}", fullmatch=True),
    TEXT,
    st.integers(0, 4),
    st.sampled_from(Carry),
    st.builds(Origin, st.sampled_from(OriginKind), TEXT),
    TEXT,
    TEXT,
)
PARTS = st.builds(
    Part,
    st.from_regex(r"c[0-9]{1,3}", fullmatch=True),
    st.sampled_from(PartKind),
    st.lists(PARAGRAPHS, max_size=3).map(tuple),
    st.one_of(st.none(), st.sampled_from(Role)),
)
FIGURES = st.builds(
    Figure, TEXT, TEXT, TEXT, st.none() | st.decimals(allow_nan=False, allow_infinity=False), TEXT
)
PROMISES = st.builds(Promise, TEXT, st.sampled_from(PromiseKind), TEXT, TEXT)
IGNORES = st.builds(Ignore, TEXT, TEXT, TEXT, TEXT, st.none() | st.integers(1990, 2100))
REPORTS = st.builds(
    Report, st.lists(PARTS, max_size=2).map(tuple), st.none() | st.integers(1990, 2100), TEXT
)
PROJECTS = st.builds(
    Project,
    REPORTS,
    st.lists(st.builds(SourceFile, TEXT, st.binary(max_size=20)), max_size=2).map(tuple),
    st.none() | REPORTS,
    st.lists(FIGURES, max_size=2).map(tuple),
    st.lists(PROMISES, max_size=2).map(tuple),
    ignores=st.lists(IGNORES, max_size=2).map(tuple),
    masks=st.lists(st.builds(Mask, TEXT, TEXT, TEXT), max_size=2).map(tuple),
    silent_rules=st.lists(TEXT, max_size=2).map(tuple),
    pairings=st.lists(st.builds(Pairing, TEXT, TEXT), max_size=2).map(tuple),
    next_id=st.integers(1, 999),
)

SMALL = Project(
    Report(
        (Part("c1", PartKind.CHAPTER, (Paragraph("p2", "一、成效", 1),), Role.WORK),), 2024, "某局"
    ),
    (SourceFile("去年.docx", b"\0raw"),),
    next_id=3,
)


@given(PROJECTS)
def test_a_project_comes_back_as_it_was_saved(project: Project) -> None:
    assert project_file.decode(pack(to_parts(project))) == project


@given(PROJECTS)
def test_the_same_project_is_always_the_same_bytes(project: Project) -> None:
    once = pack(to_parts(project))
    assert pack(to_parts(project_file.decode(once))) == once


def with_extra(project: Project) -> dict[str, bytes]:
    parts = to_parts(project)
    report = json.loads(parts["report.json"])
    report["parts"][0]["paragraphs"][0]["colour"] = {"deep": [1, 2]}
    report["parts"][0]["paragraphs"][0]["origin"]["page"] = 7
    report["watermark"] = "later"
    parts["report.json"] = json.dumps(report).encode()
    parts["later/thing.json"] = b"{}"
    return parts


def test_what_a_later_version_added_survives_a_round_trip() -> None:
    project = from_parts(with_extra(SMALL))
    report = json.loads(to_parts(project)["report.json"])
    paragraph = report["parts"][0]["paragraphs"][0]
    assert paragraph["colour"] == {"deep": [1, 2]}
    assert paragraph["origin"]["page"] == 7
    assert report["watermark"] == "later"
    assert to_parts(project)["later/thing.json"] == b"{}"


def test_an_unknown_key_goes_with_its_paragraph_when_that_is_deleted() -> None:
    project = from_parts(with_extra(SMALL))
    emptied = replace(project, report=replace(project.report, parts=()))
    assert b"colour" not in to_parts(emptied)["report.json"]


def test_saving_and_opening_gives_the_same_project(tmp_path: Path) -> None:
    path = tmp_path / "报告.rolw"
    project_file.save(SMALL, path)
    assert project_file.load(path) == SMALL
    assert [p.name for p in tmp_path.iterdir()] == ["报告.rolw"]


def test_a_file_name_at_the_limit_can_still_be_saved(tmp_path: Path) -> None:
    path = tmp_path / ("报" * 83 + ".rolw")
    project_file.save(SMALL, path)
    assert project_file.load(path) == SMALL


def test_a_refused_rename_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.rolw"
    project_file.save(SMALL, path)
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(atomic, "_rename", refuse)
    with pytest.raises(RolwriterError, match="磁盘已满"):
        project_file.save(Project(), path)
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("place", range(0, 100, 7))
def test_a_flipped_byte_is_noticed_or_changes_nothing(place: int) -> None:
    data = bytearray(pack(to_parts(SMALL)))
    data[len(data) * place // 100] ^= 0x55
    try:
        project = project_file.decode(bytes(data))
    except RolwriterError:
        return
    assert project == SMALL


@given(st.binary(max_size=200))
def test_bytes_that_are_no_project_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(RolwriterError):
        project_file.decode(data)


def test_a_later_format_is_told_apart_from_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", '{"format": 99, "parts": {}}')
    with pytest.raises(RolwriterError, match="更新版本"):
        unpack(path.read_bytes())


def test_a_folder_cannot_be_opened_as_a_project(tmp_path: Path) -> None:
    with pytest.raises(RolwriterError, match="文件夹"):
        project_file.load(tmp_path)


def test_saving_into_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(RolwriterError, match="不存在"):
        project_file.save(SMALL, tmp_path / "没有" / "a.rolw")


def test_a_project_without_decisions_on_the_checks_has_no_parts_for_them() -> None:
    assert not {"ignores.json", "masks.json", "checks.json"} & set(to_parts(SMALL))


def test_a_finding_left_standing_is_found_again_with_its_reason_and_year() -> None:
    ignore = Ignore("P05", "p2", "(略)", "引用原文", 2024)
    project = replace(SMALL, ignores=(ignore,), silent_rules=("W01",))
    back = from_parts(to_parts(project))
    assert (back.ignores, back.silent_rules) == ((ignore,), ("W01",))
