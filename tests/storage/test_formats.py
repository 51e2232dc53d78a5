"""Every format version there ever was opens, is kept as it was, and comes out as today's."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from rolwriter.model.project import Project
from rolwriter.storage import project_file
from rolwriter.storage.canonical import decode, encode
from rolwriter.storage.container import MANIFEST, look, pack, unpack
from rolwriter.storage.migrate import FORMAT, STEPS, LaterFormatError
from rolwriter.storage.project_file import DamagedError
from rolwriter.storage.recovery import Journal, Origin, left_overs
from tests.storage.sample import SAMPLE, sample, sample_path

OLDER = range(1, FORMAT)


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """A project of a version to come, with a part and a key of its own."""
    path = tmp_path / "later.rolw"
    parts = unpack(sample_path(FORMAT).read_bytes())
    path.write_bytes(repacked(pack(parts), FORMAT + 1))
    return path


def repacked(data: bytes, version: int) -> bytes:
    """The container's bytes as a program of that version would have written them."""
    from rolwriter.storage import container

    today, container.FORMAT = container.FORMAT, version
    try:
        return pack(look(data).parts)
    finally:
        container.FORMAT = today


def test_each_version_has_a_stored_file_and_each_older_one_a_step() -> None:
    assert set(STEPS) == set(OLDER)
    stored = {int(p.stem.rpartition("-")[2]) for p in sample_path(1).parent.glob("*.rolw")}
    assert stored == {*OLDER, FORMAT}


@pytest.mark.parametrize("version", [*OLDER, FORMAT])
def test_the_stored_file_of_each_version_opens_as_the_same_project(version: int) -> None:
    data = sample_path(version).read_bytes()
    assert look(data).version == version
    assert project_file.decode(data) == sample(version)


def test_todays_stored_file_is_what_is_written_today() -> None:
    assert pack(unpack(sample_path(FORMAT).read_bytes())) == sample_path(FORMAT).read_bytes()


@pytest.mark.parametrize("version", OLDER)
def test_an_older_file_is_kept_for_good_when_it_is_saved(version: int, tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    shutil.copy(sample_path(version), path)
    opened = project_file.open_file(path)
    assert opened.version == version
    seal = project_file.save(replace(opened.project, next_id=900), path, opened.seal)
    project_file.save(replace(opened.project, next_id=901), path, seal)
    kept = tmp_path / f"a.rolw.格式{version}.bak"
    assert kept.read_bytes() == sample_path(version).read_bytes()
    assert look(path.read_bytes()).version == FORMAT
    assert project_file.load(path).next_id == 901


def test_two_older_files_of_one_name_are_both_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    old = sample_path(1).read_bytes()
    other = repacked(pack({**look(old).parts, "later/thing.bin": b"other"}), 1)
    for data in (old, other, old):
        path.write_bytes(data)
        project_file.save(SAMPLE, path)
    kept = {p.read_bytes() for p in tmp_path.glob("*.格式1*.bak")}
    assert kept == {old, other}


@pytest.mark.parametrize("version", OLDER)
def test_a_damaged_older_file_opens_as_far_as_it_is_whole(version: int, tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    data = bytearray(sample_path(version).read_bytes())
    with zipfile.ZipFile(sample_path(version)) as archive:
        member = next(i for i in archive.infolist() if i.filename.endswith("source-2.bin"))
    data[member.header_offset + 30 + len(member.filename)] ^= 0x10
    path.write_bytes(bytes(data))
    with pytest.raises(DamagedError) as caught:
        project_file.load(path)
    assert caught.value.whole is not None
    assert caught.value.whole.project.report == SAMPLE.report
    assert caught.value.whole.project.sources == SAMPLE.sources[:1]


def test_a_later_version_can_be_looked_at_and_says_what_it_is(later: Path) -> None:
    with pytest.raises(LaterFormatError, match="更新版本") as caught:
        project_file.open_file(later)
    assert caught.value.project == sample(FORMAT)


def test_a_later_version_nothing_is_understood_of_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "a.rolw"
    path.write_bytes(repacked(pack({"all-new.bin": b"?"}), FORMAT + 1))
    with pytest.raises(LaterFormatError) as caught:
        project_file.open_file(path)
    assert caught.value.project is None


def test_a_later_version_saved_over_at_ones_word_is_the_backup(later: Path) -> None:
    before = later.read_bytes()
    project_file.save(Project(), later)
    assert later.with_name("later.rolw.bak").read_bytes() == before


def test_a_later_versions_recovery_copy_is_left_for_it(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write(SAMPLE, Origin(), journal.life)
    journal.copy.write_bytes(repacked(journal.copy.read_bytes(), FORMAT + 1))
    journal.release()
    damaged: list[Path] = []
    assert list(left_overs(tmp_path, damaged)) == []
    assert damaged == []
    assert journal.copy.exists()


def test_what_a_later_program_says_in_the_manifest_survives_a_round_trip() -> None:
    data = pack({**unpack(sample_path(FORMAT).read_bytes()), MANIFEST: encode({"mood": "good"})})
    back = pack(project_file.to_parts(project_file.decode(data)))
    assert back == data
    assert decode(look(back).parts[MANIFEST]) == {"mood": "good"}
