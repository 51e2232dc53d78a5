from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from rolwriter.app import self_test as module
from rolwriter.app.guide.display import Trouble
from rolwriter.app.self_test import Grade, Result
from rolwriter.catalog import paths
from tests.cli.conftest import Call


@pytest.fixture
def copied_resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "resources"
    shutil.copytree(paths.resources(), folder)
    monkeypatch.setattr(paths, "_candidates", lambda: (folder,))
    monkeypatch.setattr(module, "_round_trip", lambda: iter(()))
    return folder


def test_a_whole_program_passes(call: Call) -> None:
    tested = call("self-test")
    assert tested.code == 0, tested.out
    assert "✗" not in tested.out
    assert "样例读取、识别、保存、重开一致" in tested.out
    assert "样例导出Word文件后重新读取，文字一致" in tested.out


@pytest.mark.usefixtures("copied_resources")
def test_a_copy_of_the_resources_is_as_good(call: Call) -> None:
    assert call("self-test").code == 0


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("catalog/outline.toml", "[["),
        ("icons/open.svg", "<svg"),
        ("sample/report.txt", ""),
    ],
)
def test_a_damaged_resource_is_named(
    call: Call, copied_resources: Path, file: str, content: str
) -> None:
    (copied_resources / file).write_text(content, encoding="utf-8")
    tested = call("self-test")
    assert tested.code == 1
    assert f"✗ 资料文件 {file} 已损坏" in tested.out


def test_a_folder_without_files_is_named(call: Call, copied_resources: Path) -> None:
    shutil.rmtree(copied_resources / "help")
    tested = call("self-test")
    assert tested.code == 1
    assert "✗ 资料文件夹 help 是空的" in tested.out


def fonts_with(monkeypatch: pytest.MonkeyPatch, *families: str) -> list[Result]:
    installed = frozenset(family.casefold() for family in families)
    monkeypatch.setattr(module, "installed_families", lambda: installed)
    return list(module._fonts())


def test_an_official_font_is_good(monkeypatch: pytest.MonkeyPatch) -> None:
    [first, *_] = fonts_with(monkeypatch, "仿宋_GB2312")
    assert first == Result(Grade.GOOD, "仿宋：已安装“仿宋_GB2312”")


def test_a_missing_font_is_a_hint_that_names_its_stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    [first, *_] = fonts_with(monkeypatch, "FangSong", "SimHei")
    assert first.grade is Grade.HINT
    assert "“FangSong”代替" in first.message


def test_no_font_at_all_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {result.grade for result in fonts_with(monkeypatch)} == {Grade.HINT}


def test_a_missing_display_is_a_hint_with_a_way_out(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = Trouble("没有可用的显示屏。", "No display.")
    monkeypatch.setattr(module, "display_trouble", lambda: trouble)
    tested = call("self-test")
    assert tested.code == 0
    assert "! 没有可用的显示屏。" in tested.out


def test_a_missing_window_library_is_a_fault(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    tested = call("self-test")
    assert tested.code == 1
    assert "✗ 没有安装窗口组件 PySide6" in tested.out
