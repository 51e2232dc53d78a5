"""The PDF made by a process of its own: whatever happens there, one clear sentence."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from rolwriter.app.cancel import cancellable
from rolwriter.app.output import paper
from rolwriter.app.output.paper import PaperCancelledError, make_pdf, write_pdf
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.errors import RolwriterError
from tests.ui.paper.papers import needs_font, read_pages, sample_copy

COPY = sample_copy(CopyKind.FORMAL)


def child(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let this Python code be the child."""
    monkeypatch.setattr(paper, "_command", lambda: [sys.executable, "-c", code])


@needs_font
def test_same_copy_same_bytes_and_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = tmp_path / "报告.pdf"
    write_pdf(COPY, path, progress=lambda pages, of: told.append((pages, of)))
    assert told[-1][0] == told[-1][1] == len(read_pages(path.read_bytes()))
    assert make_pdf(COPY).pdf == path.read_bytes()
    assert [entry.name for entry in tmp_path.iterdir()] == ["报告.pdf"]


def test_a_place_that_cannot_be_written_keeps_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child(monkeypatch, _saying('{"type":"finished","pdf":"JVBERg=="}'))
    folder = tmp_path / "报告.pdf"
    folder.mkdir()
    with pytest.raises(RolwriterError, match=r"无法保存“报告\.pdf”"):
        write_pdf(COPY, folder)
    assert folder.is_dir()
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize("by_wish", [True, False])
def test_cancelling_ends_the_process_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, by_wish: bool
) -> None:
    child(monkeypatch, "import time; time.sleep(60)")
    path, stop, caught = tmp_path / "a.pdf", Event(), list[Exception]()

    def work() -> None:
        try:
            write_pdf(COPY, path, cancel=None if by_wish else stop)
        except PaperCancelledError as error:
            caught.append(error)

    thread = Thread(target=lambda: cancellable(stop, work) if by_wish else work())
    thread.start()
    stop.set()
    thread.join(30)
    assert [error.what for error in caught] == ["已停止生成 PDF。"]
    assert not path.exists()


@pytest.mark.parametrize(
    "code",
    [
        "import os; os._exit(9)",
        "print('no answer')",
        "print('{}')",
        "import sys; sys.stdout.write('half'); sys.stdout.flush()",
    ],
)
def test_a_child_that_ends_without_an_answer_is_one_clear_sentence(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    child(monkeypatch, code)
    with pytest.raises(RolwriterError, match="生成 PDF 时后台程序出了错") as caught:
        make_pdf(COPY)
    assert "Word" in caught.value.remedy


def test_a_bug_in_the_child_is_logged_by_its_place(
    monkeypatch: pytest.MonkeyPatch, expected_log: set[str]
) -> None:
    expected_log.add("painting failed: ValueError painter.py:7")
    child(monkeypatch, _saying('{"type":"failed","where":"ValueError painter.py:7"}'))
    with pytest.raises(RolwriterError, match="后台程序出了错"):
        make_pdf(COPY)


def test_what_the_user_can_settle_comes_through(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = '{"type":"refused","what":"缺少组件。","consequence":"没有生成。","remedy":"安装。"}'
    child(monkeypatch, _saying(answer))
    with pytest.raises(RolwriterError) as caught:
        make_pdf(COPY)
    assert (caught.value.what, caught.value.remedy) == ("缺少组件。", "安装。")


def test_a_machine_without_the_parts_of_a_window_is_told_what_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = str(Path(paper.__file__).parents[2])
    child(
        monkeypatch,
        f"import sys; sys.path.insert(0, {root!r}); sys.modules['PySide6'] = None; "
        "from rolwriter.entry import main; main(['--paper-worker'])",
    )
    with pytest.raises(RolwriterError, match="PySide6 无法载入") as caught:
        make_pdf(COPY)
    assert "Word" in caught.value.remedy


def test_a_child_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "_SECONDS", 0.0)
    monkeypatch.setattr(paper, "_SECONDS_A_MEGABYTE", 0.0)
    child(monkeypatch, "import time; time.sleep(60)")
    with pytest.raises(RolwriterError, match="时间太长"):
        make_pdf(COPY)


def test_a_child_that_cannot_start_is_one_clear_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "_command", lambda: ["/no/such/program"])
    with pytest.raises(RolwriterError, match="启动不了"):
        make_pdf(COPY)


def test_the_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert paper._command() == [sys.executable, "--paper-worker"]


def _saying(answer: str) -> str:
    return f"import sys; sys.stdin.buffer.read(); print({answer!r})"
