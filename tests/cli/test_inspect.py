from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Call


def test_a_clean_file_ends_with_0(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "文.txt"
    path.write_text("今年开会三次。\n", "utf-8")

    done = call("inspect", path)

    assert (done.code, done.out) == (0, "")
    assert "没有发现隐藏信息" in done.err


def test_findings_are_printed_with_their_places_and_end_with_1(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "页.html"
    path.write_text('<!DOCTYPE html><html><meta name="author" content="王"></html>', "utf-8")

    done = call("inspect", path)
    as_json = call("inspect", path, "--json")

    assert (done.code, done.out) == (1, "人员姓名\t作者：王\t第1行 <meta>\n")
    (trace,) = json.loads(as_json.out)["traces"]
    assert (as_json.code, trace["kind"], trace["place"]) == (1, "person", "第1行 <meta>")


def test_a_file_that_cannot_be_looked_into_ends_with_2(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "图.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")

    done = call("inspect", path)

    assert (done.code, done.out) == (2, "")
    assert "图片" in done.err
