from __future__ import annotations

from pathlib import Path

import pytest

from rolwriter.model.ledger import Figure
from rolwriter.model.project import Project, SourceFile
from rolwriter.model.report import Paragraph, Part, PartKind, Report
from rolwriter.storage import project_file
from rolwriter.storage.codec import LEDGER, PROJECT, REPORT, to_parts
from rolwriter.storage.container import pack
from rolwriter.storage.project_file import DamagedError
from rolwriter.storage.salvage import salvage

WHOLE = Project(
    Report((Part("c1", PartKind.CHAPTER, (Paragraph("p41", "开会三次。"),)),)),
    (SourceFile("去年.txt", b"raw"),),
    ledger=(Figure("f1", "会议", "次"),),
    next_id=77,
)


def hurt(part: str) -> bytes:
    """The file with one byte of that part's packed content turned over."""
    data = bytearray(pack(to_parts(WHOLE)))
    data[data.find(part.encode()) + len(part) + 3] ^= 0xFF
    return bytes(data)


def test_a_hurt_ledger_leaves_the_report_and_the_sources() -> None:
    rest = salvage(hurt(LEDGER))
    assert rest is not None
    assert rest.lost == ("数据台账",)
    assert (rest.project.report, rest.project.sources) == (WHOLE.report, WHOLE.sources)
    assert rest.project.ledger == ()


def test_a_hurt_source_is_named_and_the_rest_opens() -> None:
    rest = salvage(hurt("sources/source-1.bin"))
    assert rest is not None
    assert rest.lost == ("附带的内容“sources/source-1.bin”",)
    assert (rest.project.sources, rest.project.ledger) == ((), WHOLE.ledger)


def test_a_hurt_index_gives_ids_beyond_all_that_are_there() -> None:
    rest = salvage(hurt(PROJECT))
    assert rest is not None
    assert rest.project.next_id == 42


@pytest.mark.parametrize("part", [REPORT, "manifest.json"])
def test_without_the_report_or_the_manifest_nothing_is_guessed(part: str) -> None:
    assert salvage(hurt(part)) is None


def test_a_whole_file_has_nothing_to_salvage() -> None:
    assert salvage(pack(to_parts(WHOLE))) is None


def test_opening_damage_offers_the_backup_and_says_what_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    project_file.save(WHOLE, path, project_file.save(Project(), path))
    path.write_bytes(hurt(LEDGER))
    with pytest.raises(DamagedError, match=r"a\.rolw\.bak.*缺：数据台账") as caught:
        project_file.load(path)
    assert caught.value.backup is not None
    assert project_file.load(caught.value.backup) == Project()


def test_a_project_cut_short_is_still_known_as_one() -> None:
    assert project_file.is_project(pack(to_parts(WHOLE))[:200])
    assert not project_file.is_project(b"PK\x03\x04 another kind of file")


def test_a_backup_that_is_hurt_too_is_not_offered(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    path.write_bytes(b"PK")
    path.with_name("a.rolw.bak").write_bytes(b"PK")
    with pytest.raises(DamagedError) as caught:
        project_file.load(path)
    assert caught.value.backup is None
