from __future__ import annotations

import logging
from pathlib import Path

import pytest

from rolwriter import __version__
from rolwriter.cli import main, verb_self_test
from rolwriter.cli.main import VERBS, is_command
from tests.cli.conftest import Call


def test_help_names_every_verb(call: Call) -> None:
    shown = call("--help")
    assert shown.code == 0
    assert all(f"\n  {verb} " in shown.out for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself_in_chinese(call: Call, verb: str) -> None:
    shown = call(verb, "--help")
    assert shown.code == 0
    assert shown.out.startswith(f"用法： rolwriter {verb}")
    assert VERBS[verb] in shown.out
    assert not any(english in shown.out for english in ("usage", "options", "show this"))


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md", "resources/help/command-line.md"])
def test_every_verb_is_written_down(checkout: Path, page: str) -> None:
    words = (checkout / page).read_text(encoding="utf-8")
    assert not [verb for verb in VERBS if f"rolwriter {verb} " not in words.replace("`", " ")]


def test_the_version_is_the_packages(call: Call) -> None:
    assert call("--version").out == f"rolwriter {__version__}\n"


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb not in ("self-test", "rules")])
def test_a_call_without_its_words_shows_how_to_write_it(call: Call, verb: str) -> None:
    refused = call(verb)
    assert refused.code == 2
    assert refused.out == ""
    assert f"用法： rolwriter {verb}" in refused.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["new", "-o", "a.rolw", "--authority", "青禾县统计局"], "缺少 --year。"),
        (
            ["new", "-o", "a.rolw", "--year", "去年", "--authority", "青"],
            "--year 要写整数，不能写“去年”。",
        ),
        (["new", "-o", "a.rolw", "--authority", "青", "--year"], "--year 后面缺少内容。"),
        (["export", "a.rolw", "-o", "a.docx", "--as", "final"], "--as 不能写“final”。"),
        (["dump", "a.rolw", "b.rolw", "-x"], "多出了 b.rolw -x。"),
        (["set", "a.rolw", "year"], "缺少 VALUE。"),
    ],
)
def test_a_wrong_call_is_told_what_is_wrong_with_it(
    call: Call, words: list[str], said: str
) -> None:
    refused = call(*words)
    assert (refused.code, refused.err.splitlines()[0]) == (2, f"命令的写法不对：{said}")


def test_a_word_too_many_is_refused(call: Call) -> None:
    assert call("dump", "a.rolw", "b.rolw").code == 2


def test_an_unknown_verb_lists_those_there_are(call: Call) -> None:
    refused = call("exprot")
    assert refused.code == 2
    assert "没有“exprot”这个命令" in refused.err
    assert "、".join(VERBS) in refused.err


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ([], False),
        (["报告.docx"], False),
        (["去年/报告.rolw"], False),
        (["text", "报告.docx"], True),
        (["--version"], True),
        (["打印"], True),
    ],
)
def test_files_go_to_the_window_and_verbs_to_the_command_line(
    words: list[str], command: bool
) -> None:
    assert is_command(words) is command


def test_a_fault_of_the_program_is_told_without_a_traceback(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(words: object) -> int:
        raise ZeroDivisionError(words)

    monkeypatch.setattr(main, "_run", broken)
    failed = call("text", "秘密内容.txt")
    assert failed.code == 3
    assert "ZeroDivisionError" in failed.err
    assert "Traceback" not in failed.err
    assert "秘密内容" not in failed.err


def test_a_warning_in_the_log_is_a_line_for_the_maintainers(
    call: Call, monkeypatch: pytest.MonkeyPatch, expected_log: set[str]
) -> None:
    expected_log.add("reader.py:7")

    def warned(_: object) -> int:
        logging.getLogger("rolwriter.readers").warning("a reader failed: %s", "reader.py:7")
        return 0

    monkeypatch.setattr(verb_self_test, "run", warned)
    assert call("self-test").err == (
        "诊断信息（可转给程序维护人员）：a reader failed: reader.py:7\n"
    )


def test_an_interruption_is_no_fault(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(main, "_run", interrupted)
    stopped = call("text", "a.txt")
    assert (stopped.code, "已中断" in stopped.err) == (2, True)


def test_a_file_of_blanks_alone_is_refused_and_leaves_nothing(call: Call, tmp_path: Path) -> None:
    (tmp_path / "空白.txt").write_text(" \n\n　　\n", encoding="utf-8")
    answer = call("import", tmp_path / "空白.txt", "-o", tmp_path / "a.rolw")
    assert answer.code == 2
    assert "没有文字" in answer.err
    assert not (tmp_path / "a.rolw").exists()
