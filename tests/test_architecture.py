"""The shape of the program, as sentences that run."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "rolwriter"
LONGEST = 400
TEXT_SUFFIXES = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".spec",
    ".svg",
    ".xml",
    ".cfg",
    ".ini",
    ".json",
    "",
}
PRIVATE_PLACES = re.compile(
    r"/home/\w+/|/Users/\w+/|[A-Z]:\\\\?Users\\|(?<![\w./])/work/(?:main|shared|\.)"
)
INDEX_HOSTS = re.compile(
    r"--(?:extra-)?index-url|pypi\.(?:org|python)|pythonhosted\.|/simple/|mirrors?\.\w+\.\w+",
    re.IGNORECASE,
)


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports(module: Path) -> Iterator[str]:
    """Full names of what a module imports, at its top or anywhere inside."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def importers_of(library: str) -> set[str]:
    return {
        module.relative_to(ROOT).as_posix()
        for module in modules()
        if any(name.partition(".")[0] == library for name in imports(module))
    }


def own_files() -> list[Path]:
    """The project's text files: those git knows; without git, those a source archive has."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    )
    if listed.returncode == 0:
        paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        folders = ("rolwriter", "resources", "tests")
        paths = [*ROOT.glob("*"), *(path for f in folders for path in (ROOT / f).rglob("*"))]
    me = Path(__file__).resolve()
    return [p for p in paths if p.is_file() and p.suffix in TEXT_SUFFIXES and p != me]


def test_arrows_point_down_only_and_the_other_contracts_hold(tmp_path: Path) -> None:
    # In a process of its own: it silences the loggers that are there when it starts.
    code = (
        "from importlinter.cli import lint_imports\n"
        f"raise SystemExit(lint_imports(cache_dir={str(tmp_path)!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("layer", ["text", "model"])
def test_text_and_model_stand_on_the_standard_library_alone(layer: str) -> None:
    foreign = {
        f"{module.name}: {name}"
        for module in (PACKAGE / layer).rglob("*.py")
        for name in imports(module)
        if name.partition(".")[0] not in {*sys.stdlib_module_names, "rolwriter"}
    }
    assert not foreign


def test_only_one_module_asks_appdirs() -> None:
    assert importers_of("appdirs") == {"rolwriter/app/folders.py"}


def test_only_one_module_knows_where_the_resources_are() -> None:
    knowing = {
        module.relative_to(ROOT).as_posix()
        for module in modules()
        if "_MEIPASS" in module.read_text(encoding="utf-8")
    }
    assert knowing == {"rolwriter/catalog/paths.py"}


def test_only_the_window_imports_qt() -> None:
    assert all(name.startswith("rolwriter/ui/") for name in importers_of("PySide6"))


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    lengths = {
        file.relative_to(ROOT).as_posix(): len(file.read_text(encoding="utf-8").splitlines())
        for file in (*modules(), *(ROOT / "tests").rglob("*.py"))
    }
    assert not {name: lines for name, lines in lengths.items() if lines > LONGEST}


def test_the_window_loads_no_office_library_before_it_is_asked_to() -> None:
    pytest.importorskip("PySide6")
    code = (
        "import sys, rolwriter.ui.main_window, rolwriter.ui.application\n"
        "heavy = {'docx', 'openpyxl', 'lxml', 'pypdfium2', 'doc2docx', 'xlrd'}\n"
        "print(sorted(heavy & {name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.stdout == "[]\n", done.stderr


@pytest.mark.parametrize(
    ("what", "pattern"),
    [("a place of one machine", PRIVATE_PLACES), ("an index", INDEX_HOSTS)],
    ids=["places", "indexes"],
)
def test_no_file_names_a_private_place(what: str, pattern: re.Pattern[str]) -> None:
    named = {
        path.relative_to(ROOT).as_posix(): found.group()
        for path in own_files()
        if (found := pattern.search(path.read_text(encoding="utf-8", errors="replace")))
    }
    assert not named, f"these name {what}"
