"""Bits turned over and files cut short: never a silent change, the backup always offered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from rolwriter.model.project import KeptDraft, Project, SourceFile
from rolwriter.model.report import Paragraph, Part, PartKind, Report
from rolwriter.storage import project_file
from rolwriter.storage.drafts import pack_draft
from rolwriter.storage.project_file import DamagedError

LINES = [f"（{n}）开会{n}次，培训{n * 3}人。" for n in range(400)]
PROJECT = Project(
    Report(
        (
            Part(
                "c1",
                PartKind.CHAPTER,
                tuple(Paragraph(f"p{n}", line) for n, line in enumerate(LINES)),
            ),
        )
    ),
    (SourceFile("去年.docx", Random(7).randbytes(60_000)),),
    next_id=999,
)
PROJECT = replace(PROJECT, drafts=(KeptDraft("0a", "2025", "稿", pack_draft(PROJECT)),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.rolw"
    project_file.save(PROJECT, path, project_file.save(Project(), path))
    return path


def opens_same_or_offers_the_backup(path: Path) -> bool:
    """Whether the damage was noticed; what opens in spite of it is the same to a letter."""
    try:
        assert project_file.load(path) == PROJECT
    except DamagedError as error:
        assert error.backup is not None
        assert project_file.load(error.backup) == Project()
        if error.whole is not None:
            assert error.whole.project.report == PROJECT.report
            assert error.whole.lost
        return True
    return False


def flip(path: Path, times: int) -> int:
    whole, random, noticed = path.read_bytes(), Random(times), 0
    for _ in range(times):
        data = bytearray(whole)
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        path.write_bytes(data)
        noticed += opens_same_or_offers_the_backup(path)
    print(f"bits flipped: {times}, noticed: {noticed}, the rest opened unchanged")
    return noticed


def test_a_flipped_bit_changes_nothing_in_silence(path: Path) -> None:
    assert flip(path, 200) > 150


@pytest.mark.long
def test_a_thousand_flipped_bits_change_nothing_in_silence(path: Path) -> None:
    assert flip(path, 1000) > 800


def test_a_file_cut_at_any_kilobyte_is_noticed(path: Path) -> None:
    whole = path.read_bytes()
    assert len(whole) > 60 * 1024
    for size in range(0, len(whole), 1024):
        path.write_bytes(whole[:size])
        assert opens_same_or_offers_the_backup(path), size
