"""What foreign files can reach, as sentences that run over the program's own source."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.test_architecture import PACKAGE, ROOT, modules

READERS = PACKAGE / "readers"
DOORS = {
    ("rolwriter.readers.read", "load_bytes"): "opens the file and looks at nothing",
    ("rolwriter.readers.xlsx", "read_form"): "works on the cells the worker has answered with",
    ("rolwriter.readers.clean", "clean"): "takes characters out of a text",
}
"""What may be taken from the readers in any process, and why; else all of the worker's package."""
OWN_BYTES = {"rolwriter/app/output/proof.py", "rolwriter/ui/paper/pdf_proof.py"}
"""Read again what the program itself has just written, and no file."""
SERIALISERS = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "jsonpickle", "joblib", "yaml"}
RUNS_TEXT = {"eval", "exec", "compile", "__import__"}
RUNS_PROGRAMS = {"system", "popen", "startfile", "execv", "execve", "execvp", "spawnv", "spawnl"}
UNPACKS = {"extractall", "unpack_archive"}
STARTS = {
    "rolwriter/readers/worker/process.py": "the program itself, to read or to paint",
    "rolwriter/app/installed_fonts.py": "fc-list, with words of our own",
}
"""The modules that start a process, and which."""


def name_of(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


@cache
def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def taken(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """(module, name) for everything imported, at the top or anywhere inside; name "" for all."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)


def calls(tree: ast.AST) -> Iterator[tuple[str, str, ast.Call]]:
    """(owner, name, call): ("os", "system", …), ("", "eval", …)."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name):
            yield "", node.func.id, node
        elif isinstance(node.func, ast.Attribute):
            yield ast.unparse(node.func.value), node.func.attr, node


def test_nobody_but_the_worker_process_is_handed_a_reader() -> None:
    found = {
        f"{name_of(module)}: {source} {name}"
        for module in modules()
        if READERS not in module.parents and name_of(module) not in OWN_BYTES
        for source, name in taken(tree_of(module))
        if source.startswith("rolwriter.readers")
        and not source.startswith("rolwriter.readers.worker")
        and (source, name) not in DOORS
    }
    assert not found


def test_the_parents_side_of_the_worker_holds_no_reader() -> None:
    sides = {"child.py": True}
    for module in (READERS / "worker").glob("*.py"):
        sources = {source for source, name in taken(tree_of(module)) if (source, name) not in DOORS}
        readers = {
            source
            for source in sources
            if source.startswith("rolwriter.readers.")
            and source not in ("rolwriter.readers.worker", "rolwriter.readers.refusals")
            and not source.startswith("rolwriter.readers.worker.")
        }
        assert bool(readers) == sides.get(module.name, False), (module.name, readers)


IN_THIS_PROCESS = """
import sys
from pathlib import Path
from rolwriter.app.collect.forms import load_files, read_files
from rolwriter.app.documents import import_file, project_from
from rolwriter.app.output.inspect import inspect_file
folder = Path(sys.argv[1])
imported = import_file(folder / "a.docx")
inspect_file(folder / "a.docx")
read_files(project_from(imported), load_files([folder / "a.xlsx"]))
heavy = {"docx", "lxml", "openpyxl", "xlrd", "pypdfium2", "doc2docx", "defusedxml"}
print(imported.draft.report.lines, sorted(heavy & {m.partition(".")[0] for m in sys.modules}))
"""


def test_reading_brings_no_parser_into_the_programs_own_process(tmp_path: Path) -> None:
    import docx
    import openpyxl

    document = docx.Document()
    document.add_paragraph("一、学习")
    document.save(str(tmp_path / "a.docx"))
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", IN_THIS_PROCESS, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.stdout == "['一、学习'] []\n", done.stderr


def test_nothing_is_unpickled_or_otherwise_made_alive_from_bytes() -> None:
    found = {
        f"{name_of(module)}: {source}"
        for module in modules()
        for source, _ in taken(tree_of(module))
        if source.partition(".")[0] in SERIALISERS
    }
    assert not found


def test_no_text_is_run_no_shell_is_asked_and_no_archive_is_unpacked_to_disk() -> None:
    found = set[str]()
    for module in modules():
        for owner, name, call in calls(tree_of(module)):
            shell = [k for k in call.keywords if k.arg == "shell"]
            if (
                (not owner and name in RUNS_TEXT)
                or (owner in ("os", "subprocess") and name in RUNS_PROGRAMS | {"getoutput"})
                or name in UNPACKS
                or shell
            ):
                found.add(f"{name_of(module)}:{call.lineno}: {ast.unparse(call)}")
    assert not found


def test_processes_are_started_in_two_places_only() -> None:
    found = {
        name_of(module)
        for module in modules()
        for owner, name, _ in calls(tree_of(module))
        if (owner == "subprocess" and name in {"Popen", "run", "call", "check_output"})
        or name in {"startDetached", "QProcess"}
    }
    assert found == set(STARTS)


@pytest.mark.parametrize(
    "line",
    [
        "eval(x)",
        "import pickle",
        "subprocess.run(x, shell=True)",
        "os.system(x)",
        "z.extractall()",
    ],
)
def test_these_very_lines_would_be_found(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "rolwriter" / "bad.py"
    bad.parent.mkdir()
    bad.write_text(line, encoding="utf-8")
    monkeypatch.setattr("tests.test_safety.ROOT", tmp_path)
    monkeypatch.setattr("tests.test_safety.modules", lambda: [bad])
    test = (
        test_nothing_is_unpickled_or_otherwise_made_alive_from_bytes
        if line.startswith("import")
        else test_no_text_is_run_no_shell_is_asked_and_no_archive_is_unpacked_to_disk
    )
    with pytest.raises(AssertionError):
        test()
