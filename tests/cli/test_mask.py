from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rolwriter.app.documents import save_project
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role
from tests.cli.conftest import Call

NAME, PHONE = "张建国律师", "62345678"


def saved(path: Path, *lines: str) -> Path:
    """A project with one chapter of these lines."""
    paragraphs = tuple(Paragraph(f"p{row}", line) for row, line in enumerate(lines))
    chapters = (Part("c1", PartKind.CHAPTER, paragraphs, Role.WORK),)
    title = Part("t1", PartKind.TITLE, (Paragraph("t", "关于2024年法治政府建设情况的报告"),))
    save_project(Project(Report((title, *chapters), 2024, "青禾县统计局")), path)
    return path


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """A project with a lawyer named twice and a telephone number."""
    line = f"聘请{NAME}举办讲座2场，由{NAME}解答，电话：{PHONE}。"
    return saved(tmp_path / "报告.rolw", "一、主要成效", line)


def listed(call: Call, path: Path) -> list[dict[str, Any]]:
    return json.loads(call("mask", path, "--json").out)


def public_copy(call: Call, path: Path) -> str:
    out = path.with_suffix(".txt")
    call("export", path, "--as", "public", "-o", out)
    return out.read_text(encoding="utf-8-sig")


def test_what_waits_is_listed_and_makes_the_exit_code_one(call: Call, private: Path) -> None:
    answer = call("mask", private)
    assert answer.code == 1
    assert answer.out.count(NAME) == 2
    assert "还有3处没有处理" in answer.err
    found = listed(call, private)
    assert [(f["rule_id"], f["text"], f["decision"]) for f in found] == [
        ("S06", NAME, None),
        ("S06", NAME, None),
        ("Z02", PHONE, None),
    ]


def test_hidden_words_are_hidden_in_the_public_copy_alone(call: Call, private: Path) -> None:
    assert call("mask", private, "--hide", NAME).code == 1
    assert listed(call, private)[0]["decision"] == {"act": "mask", "public": "张某某律师"}
    assert call("text", private).out.count(NAME) == 2
    call("mask", private, "--keep", PHONE, "--reason", "公开的办公电话")
    copy = public_copy(call, private)
    assert (copy.count(NAME), copy.count("张某某律师"), copy.count(PHONE)) == (0, 2, 1)


def test_other_words_than_those_proposed_may_be_shown_or_none(call: Call, private: Path) -> None:
    call("mask", private, "--hide", NAME, "--as", "一名律师")
    assert listed(call, private)[0]["decision"] == {"act": "mask", "public": "一名律师"}
    call("mask", private, "--hide", PHONE, "--as", "")
    assert listed(call, private)[2]["decision"] == {"act": "mask", "public": ""}


def test_kept_words_have_their_reason_and_the_last_decision_counts(
    call: Call, private: Path
) -> None:
    call("mask", private, "--hide", NAME)
    assert call("mask", private, "--keep", NAME, "--reason", "已经本人同意公开").code == 1
    kept = {"act": "keep", "reason": "已经本人同意公开"}
    assert [f["decision"] for f in listed(call, private)] == [kept, kept, None]
    assert "保留（已经本人同意公开）" in call("mask", private).out
    call("mask", private, "--hide", NAME)
    assert listed(call, private)[0]["decision"]["act"] == "mask"


def test_all_that_wait_are_hidden_at_once_and_taken_back_by_their_words(
    call: Call, private: Path
) -> None:
    assert call("mask", private, "--hide-all").code == 0
    assert "都已处理" in call("mask", private).err
    assert call("mask", private, "--take-back", PHONE).code == 1
    assert [f["decision"] is None for f in listed(call, private)] == [False, False, True]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--hide", "李建国律师"], "没有查出“李建国律师”"),
        (["--hide", NAME, "--as", f"{NAME}等"], "没有遮住"),
        (["--keep", NAME], "保留要写明理由"),
        (["--keep", NAME, "--reason", " "], "保留要写明理由"),
        (["--take-back", NAME], "还没有作过处理"),
        (["--hide", NAME, "--keep", NAME], "不能同时用"),
        (["--keep", NAME, "--reason", "同意", "--as", "某"], "--as 只与 --hide 一起用"),
        (["--hide", NAME, "--reason", "同意"], "--reason 只与 --keep 一起用"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    call: Call, private: Path, words: list[str], said: str
) -> None:
    before = private.read_bytes()
    answer = call("mask", private, *words)
    assert answer.code == 2
    assert said in answer.err
    assert private.read_bytes() == before


def test_a_mark_of_secrecy_cannot_be_hidden(call: Call, tmp_path: Path) -> None:
    path = saved(tmp_path / "报告.rolw", "机密★10年", "一、主要成效")
    answer = call("mask", path, "--hide", "机密★10年")
    assert (answer.code, "不能遮盖" in answer.err) == (2, True)


def test_a_mask_of_words_the_report_lost_is_still_listed(call: Call, private: Path) -> None:
    call("mask", private, "--hide", NAME)
    tree = json.loads(call("dump", private).out)
    told = next(p for part in tree["parts"] for p in part["paragraphs"] if NAME in p["text"])
    call("set", private, told["id"], "举办讲座2场。")
    answer = call("mask", private)
    assert (answer.code, "正文中已查不到\t“张建国”" in answer.out) == (0, True)
    assert call("mask", private, "--take-back", "张建国").code == 0
    assert call("mask", private).out == ""


def test_a_report_with_nothing_private_says_so(call: Call, tmp_path: Path) -> None:
    answer = call("mask", saved(tmp_path / "报告.rolw", "一、主要成效"))
    assert (answer.code, answer.out) == (0, "")
    assert "没有查出" in answer.err
