"""Whatever is handed over: plain Chinese sentences, exit code 2, nothing changed on disk."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.readers.test_sniff import ole


def damaged_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>" * 50)
        archive.writestr("word/document.xml", "<w:document/>" * 50)
    return buffer.getvalue()[:-40]


BAD: dict[str, Callable[[], bytes]] = {
    "空.docx": bytes,
    "图片.docx": lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(64),
    "加密.docx": lambda: ole("EncryptionInfo", "EncryptedPackage"),
    "损坏.docx": damaged_zip,
    "乱码.bin": lambda: bytes(range(256)) * 8,
}
READING = ["import", "text", "outline", "figures"]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() if p.is_file() else b"" for p in folder.rglob("*")}


def words(verb: str, file: Path) -> list[object]:
    out: list[object] = ["-o", file.parent / "out.rolw"] if verb == "import" else []
    return [verb, file, *out]


def assert_clear(err: str, name: str) -> None:
    lines = err.splitlines()
    assert name in lines[0]
    assert len(lines) == 3
    assert all(re.fullmatch("[^A-Za-z]*[一-鿿].*[。）]", line) or name in line for line in lines)
    assert "Traceback" not in err


@pytest.mark.parametrize("verb", READING)
@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_gives_clear_sentences(
    call: Call, tmp_path: Path, verb: str, name: str
) -> None:
    file = tmp_path / name
    file.write_bytes(BAD[name]())
    before = snapshot(tmp_path)
    refused = call(*words(verb, file))
    assert (refused.code, refused.out) == (2, "")
    assert_clear(refused.err, name)
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("verb", READING)
def test_a_folder_is_refused(call: Call, tmp_path: Path, verb: str) -> None:
    folder = tmp_path / "去年的材料"
    folder.mkdir()
    refused = call(*words(verb, folder))
    assert refused.code == 2
    assert "是一个文件夹" in refused.err
    assert_clear(refused.err, folder.name)


@pytest.mark.parametrize("verb", [*READING, "dump", "carry"])
def test_a_missing_file_is_named(call: Call, tmp_path: Path, verb: str) -> None:
    refused = call(*words(verb, tmp_path / "没有.docx"))
    assert refused.code == 2
    assert_clear(refused.err, "没有.docx")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("verb", READING)
def test_a_name_no_file_can_have_is_not_found(call: Call, tmp_path: Path, verb: str) -> None:
    refused = call(*words(verb, tmp_path / f"{'长' * 400}.docx"))
    assert refused.code == 2
    assert "找不到文件" in refused.err


@pytest.mark.parametrize("verb", READING)
def test_a_file_one_may_not_read_is_refused(
    call: Call, report: Path, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    really_open = Path.open

    def opened(self: Path, *args: object, **keywords: object) -> object:
        if self == report:
            raise PermissionError(13, "Permission denied", str(self))
        return really_open(self, *args, **keywords)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", opened)
    refused = call(*words(verb, report))
    assert refused.code == 2
    assert "权限" in refused.err
    assert_clear(refused.err, report.name)


@pytest.mark.parametrize("verb", ["dump", "set", "export", "carry"])
@pytest.mark.parametrize("keep", [0, 1, 30, 0.5, 0.99])
def test_a_cut_project_is_refused_and_left_alone(
    call: Call, project: Path, verb: str, keep: float
) -> None:
    data = project.read_bytes()
    project.write_bytes(data[: int(keep if keep >= 1 or not keep else keep * len(data))])
    before = snapshot(project.parent)
    rest: dict[str, list[object]] = {
        "set": ["year", "2026"],
        "export": ["-o", project.parent / "out.docx"],
    }
    refused = call(verb, project, *rest.get(verb, []))
    assert (refused.code, refused.out) == (2, "")
    assert f"打不开“{project.name}”" in refused.err
    assert "已损坏" in refused.err
    assert snapshot(project.parent) == before


@pytest.mark.parametrize("name", ["CON.rolw", "报告:终稿.rolw", f"{'长' * 90}.rolw"])
def test_a_name_some_system_forbids_is_refused_with_another(
    call: Call, tmp_path: Path, name: str
) -> None:
    refused = call("new", "-o", tmp_path / name, "--year", "2025", "--authority", "某局")
    assert refused.code == 2
    assert "请换一个文件名，例如“" in refused.err
    assert not list(tmp_path.iterdir())
