from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Call


def test_a_dump_is_canonical_json(call: Call, project: Path) -> None:
    dumped = call("dump", project).out
    tree = json.loads(dumped)
    again = json.dumps(tree, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    assert dumped == again


def test_a_dump_changes_nothing(call: Call, project: Path) -> None:
    before = project.read_bytes()
    assert call("dump", project).out == call("dump", project).out
    assert project.read_bytes() == before


def test_a_dump_of_something_else_points_to_import(call: Call, report: Path) -> None:
    refused = call("dump", report)
    assert (refused.code, refused.out) == (2, "")
    assert "“导入”" in refused.err
