from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import LINES, Call


def page(tmp_path: Path, lines: list[str]) -> Path:
    path = tmp_path / "页.html"
    body = "".join(f"<p>{line}</p>" for line in lines if line)
    path.write_text(f"<!DOCTYPE html><html><body><div>{body}</div></body></html>", "utf-8")
    return path


def test_a_true_page_ends_with_0(imported: Path, tmp_path: Path, call: Call) -> None:
    done = call("pasted", imported, page(tmp_path, LINES))

    assert (done.code, done.out) == (0, ""), done.out
    assert "一致" in done.err


def test_differences_end_with_1_and_name_place_and_both_forms(
    imported: Path, tmp_path: Path, call: Call
) -> None:
    lines = [line.replace("抽样调查12次", "抽样调查2次") for line in LINES]
    path = page(tmp_path, lines)

    done = call("pasted", imported, path)
    (difference,) = json.loads(call("pasted", imported, path, "--json").out)["differences"]

    assert done.code == 1
    assert "【12】" in done.out
    assert "【2】" in done.out
    assert (difference["kind"], difference["paragraph"]) == ("changed", 6)


def test_a_file_that_is_not_there_ends_with_2(imported: Path, tmp_path: Path, call: Call) -> None:
    assert call("pasted", imported, tmp_path / "无.html").code == 2
