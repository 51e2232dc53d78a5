"""Whether the program is whole and what the machine lacks, without a window.

A fault is something the program cannot do without (its own data, reading, writing);
a hint is something that makes the result look other than on the official page.
"""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from importlib.util import find_spec
from pathlib import Path
from xml.parsers import expat

from rolwriter.app.documents import (
    lines_of_file,
    open_project,
    sample_project,
    save_project,
)
from rolwriter.app.guide.display import display_trouble
from rolwriter.app.installed_fonts import installed_families
from rolwriter.app.output.export import export_copy
from rolwriter.app.own_catalogue import catalogue_with
from rolwriter.app.settings import load_settings
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.collection import load_collection
from rolwriter.catalog.house import load_profiles
from rolwriter.catalog.outline import load_outline
from rolwriter.catalog.page_format import Font, load_page_format
from rolwriter.catalog.paths import resources
from rolwriter.catalog.rules import load_rules
from rolwriter.catalog.skeleton import load_skeleton
from rolwriter.catalog.slip_words import load_slip_words
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project

_FOLDERS = ("catalog", "format", "forms", "help", "icons", "sample", "template", "theme")
"""What resources/ must hold; a folder without a file counts as missing."""
_REMEDY = "请重新安装本程序，或把完整的程序文件夹整个复制过来再试。"


class Grade(Enum):
    """How a check ended."""

    GOOD = "✓"
    HINT = "!"
    FAULT = "✗"


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the self-test: a Chinese sentence and how grave it is."""

    grade: Grade
    message: str


def self_test() -> Iterator[Result]:
    """Every check in turn; one that fails does not stop the others."""
    checks: tuple[Callable[[], Iterator[Result]], ...] = (
        _resource_files,
        _catalogues,
        _round_trip,
        _fonts,
        _window,
    )
    for check in checks:
        try:
            yield from check()
        except RolwriterError as error:
            yield Result(Grade.FAULT, str(error))


def _resource_files() -> Iterator[Result]:
    folder = resources()
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    for name in _FOLDERS:
        if not any(folder / name in path.parents for path in files):
            yield Result(Grade.FAULT, f"资料文件夹 {name} 是空的。{_REMEDY}")
    broken = [path.relative_to(folder).as_posix() for path in files if not _readable(path)]
    for name in broken:
        yield Result(Grade.FAULT, f"资料文件 {name} 已损坏。{_REMEDY}")
    if not broken:
        yield Result(Grade.GOOD, f"程序资料完好：{len(files)}个文件")


def _readable(path: Path) -> bool:
    try:
        data = path.read_bytes()
        match path.suffix:
            case ".toml":
                tomllib.loads(data.decode())
            case ".svg" | ".xml":
                expat.ParserCreate().Parse(data, True)
            case ".md" | ".txt":
                data.decode()
            case _:
                pass
    except (OSError, ValueError, expat.ExpatError):
        return False
    return bool(data)


_LOADERS: tuple[Callable[[], object], ...] = (
    load_page_format,
    load_profiles,
    load_outline,
    load_skeleton,
    load_rules,
    load_collection,
    load_slip_words,
)
"""The data with a shape of its own; the catalogue, which is told by its counts, comes besides."""


def _catalogues() -> Iterator[Result]:
    for load in _LOADERS:
        load()
    own = load_settings().catalogue_folder
    catalogue, problem = catalogue_with(own)
    if problem is not None:
        yield Result(Grade.HINT, f"{problem.what}{problem.remedy}")
    yield Result(
        Grade.GOOD,
        f"公文格式、检查清单等资料可用：{len(catalogue.items)}项内容，"
        f"{len(catalogue.phrases.by_id)}条时效用语，{len(catalogue.laws.by_title)}部法规",
    )


def _round_trip() -> Iterator[Result]:
    """The sample through every door: read, recognised, saved, opened, exported, read again."""
    project = sample_project()
    with tempfile.TemporaryDirectory(prefix="rolwriter-") as folder:
        yield from _saved_and_opened(project, Path(folder) / "样例.rolw")
        yield from _exported_and_read(project, Path(folder) / "样例.docx")


def _saved_and_opened(project: Project, path: Path) -> Iterator[Result]:
    save_project(project, path)
    if open_project(path) == project:
        yield Result(Grade.GOOD, f"样例读取、识别、保存、重开一致：{len(project.report.lines)}段")
    else:
        yield Result(Grade.FAULT, f"样例保存后重新打开，内容不一致。{_REMEDY}")


def _exported_and_read(project: Project, path: Path) -> Iterator[Result]:
    export_copy(project, path, CopyKind.FORMAL, load_catalogue())
    before, after = _characters(project.report.lines), _characters(lines_of_file(path)[0])
    if before == after:
        yield Result(Grade.GOOD, f"样例导出Word文件后重新读取，文字一致：{len(before)}字")
    else:
        yield Result(Grade.FAULT, f"样例导出Word文件后重新读取，文字不一致。{_REMEDY}")


def _characters(lines: list[str]) -> str:
    """The characters without blanks: breaks within a title are layout, not words."""
    return "".join("".join(lines).split())


def _fonts() -> Iterator[Result]:
    families = installed_families()
    if families is None:
        yield Result(Grade.HINT, "无法查询本机安装的字体，请在窗口中查看显示效果")
        return
    results = [_font(font, families) for font in load_page_format().fonts.values()]
    yield from results
    if any(result.grade is Grade.HINT for result in results):
        yield Result(Grade.HINT, "缺少的字体只影响本机显示，导出的Word文件里写的仍是公文字体名")


def _font(font: Font, families: frozenset[str]) -> Result:
    found = next((family for family in font.chain if family.casefold() in families), None)
    if found == font.official:
        return Result(Grade.GOOD, f"{font.name}：已安装“{found}”")
    lacking = f"{font.name}：本机没有“{font.official}”"
    if found:
        return Result(Grade.HINT, f"{lacking}，显示时用“{found}”代替")
    return Result(Grade.HINT, f"{lacking}，也没有可代替的字体，显示时用系统默认字体")


def _window() -> Iterator[Result]:
    """Whether a window could be opened; without one the command line still works."""
    if find_spec("PySide6") is None:
        yield Result(
            Grade.FAULT,
            "没有安装窗口组件 PySide6，只能用命令行。"
            "请安装：python -m pip install PySide6-Essentials",
        )
        return
    trouble = display_trouble()
    if trouble:
        yield Result(Grade.HINT, trouble.chinese)
    else:
        yield Result(Grade.GOOD, "窗口可以打开")
