from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Call


def test_the_checklist_lists_progress_items_and_what_shows_them(
    call: Call, report: Path, tmp_path: Path
) -> None:
    project = tmp_path / "p.rolw"
    assert call("import", report, "-o", project).code == 0
    told = call("checklist", project)
    assert told.code == 1
    assert told.out.startswith("必写 0/")
    data = json.loads(call("checklist", project, "--json").out)
    assert data["done"] == 0
    title = next(item for item in data["items"] if item["id"] == "H1")
    assert (title["state"], title["proposed"]) == ("draft", True)
    assert title["evidence"][0]["place"] == "标题"
    assert title["basis"]
