"""The worker process: whatever happens in it, one clear sentence comes out and nothing stays."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from rolwriter.model.errors import RolwriterError
from rolwriter.readers.read import read_source
from rolwriter.readers.worker import ReadingCancelledError, limits, parent, read_in_worker
from rolwriter.readers.worker.protocol import Failed, Finished, decode_answer, encode

HOME = Path(__file__).resolve().parents[2]
SERVE = "from rolwriter.readers.worker import worker_main; worker_main()"

Instead = Callable[[str], None]


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of its own for temporary files, which must be empty in the end."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch) -> Instead:
    """Run a script in place of the reading process."""

    def replace(script: str) -> None:
        whole = f"import sys; sys.path.append({str(HOME)!r})\n{script}"
        monkeypatch.setattr(parent, "_command", lambda: [sys.executable, "-c", whole])

    return replace


def test_the_worker_gives_what_the_reader_gives(temporary: Path) -> None:
    data = "一、工作情况\r\n　　甲。\n".encode("gb18030")
    assert read_in_worker(data, "甲.txt") == read_source(data, "甲.txt")
    assert list(temporary.iterdir()) == []


def test_a_path_is_read_too(tmp_path: Path) -> None:
    file = tmp_path / "乙.txt"
    file.write_text("乙方", encoding="utf-8")
    assert [p.text for p in read_in_worker(file).paragraphs] == ["乙方"]


def test_a_refusal_crosses_whole() -> None:
    with pytest.raises(RolwriterError) as across:
        read_in_worker(b"\x89PNG\r\n\x1a\n", "甲.docx")
    with pytest.raises(RolwriterError) as direct:
        read_source(b"\x89PNG\r\n\x1a\n", "甲.docx")
    assert str(across.value) == str(direct.value)


def test_progress_is_told_on_the_calling_thread() -> None:
    heard: list[tuple[str, int]] = []
    read_in_worker(b"abc", progress=lambda text: heard.append((text, threading.get_ident())))
    assert len(heard) >= 2
    assert {thread for _, thread in heard} == {threading.get_ident()}


def test_an_endless_reading_is_stopped(instead: Instead) -> None:
    instead("import time; time.sleep(60)")
    started = time.monotonic()
    with pytest.raises(RolwriterError, match="时间太长"):
        read_in_worker(b"abc", "甲.txt", timeout=0.3)
    assert time.monotonic() - started < 5


def test_a_reading_that_computes_without_end_is_stopped_by_what_it_computed(
    instead: Instead, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = pytest.importorskip("resource")
    monkeypatch.setattr(limits, "_COMPUTING", 0.4)
    instead("while True: pass")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with pytest.raises(RolwriterError, match="时间太长"):
        read_in_worker(b"abc", "甲.txt")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert 0.4 < after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 2


def test_a_machine_whose_starts_are_slow_gets_more_computing_in_proportion() -> None:
    assert limits.computing(0, 0.1) == limits.computing(0) < 5
    assert limits.computing(0, 1.0) == 2 * limits.computing(0, 0.5) > 10


def test_a_slow_start_that_the_child_tells_of_moves_the_limit(
    instead: Instead, monkeypatch: pytest.MonkeyPatch, expected_log: set[str]
) -> None:
    expected_log.add("a reader failed: late")
    monkeypatch.setattr(limits, "_COMPUTING", 0.4)
    instead(
        "from rolwriter.readers.worker.protocol import Begun, Failed, encode\n"
        "import time\n"
        "sys.stdout.buffer.write(encode(Begun(0.9))); sys.stdout.flush()\n"
        "end = time.process_time() + 1\n"
        "while time.process_time() < end: pass\n"
        "sys.stdout.buffer.write(encode(Failed('late')))"
    )
    with pytest.raises(RolwriterError, match="出了错"):
        read_in_worker(b"abc", "甲.txt")


def test_cancel_ends_the_child_and_its_children(instead: Instead, tmp_path: Path) -> None:
    instead(
        "import subprocess, time\n"
        "one = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(tmp_path / 'pid')!r}, 'w').write(str(one.pid)); time.sleep(60)"
    )
    cancel = threading.Event()
    pids: list[int] = []

    def stop_when_started() -> None:
        while not ((tmp_path / "pid").exists() and (tmp_path / "pid").read_text()):
            time.sleep(0.02)
        pids.append(int((tmp_path / "pid").read_text()))
        cancel.set()

    waiter = threading.Thread(target=stop_when_started)
    waiter.start()
    with pytest.raises(ReadingCancelledError, match="已停止读取"):
        read_in_worker(b"abc", "甲.txt", timeout=30, cancel=cancel)
    waiter.join()
    assert _is_gone(pids[0])


def _is_gone(pid: int) -> bool:
    for _ in range(100):
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize(
    "script",
    ["import os; os.abort()", "sys.exit(3)", "print('{broken')", 'print(\'{"type":"x"}\')'],
)
def test_a_crash_is_one_clear_sentence(instead: Instead, script: str) -> None:
    instead(script)
    with pytest.raises(RolwriterError, match="出了错，没有读成"):
        read_in_worker(b"x" * 3_000_000, "甲.txt")


def test_a_bug_in_a_reader_is_logged_without_the_text(
    instead: Instead, caplog: pytest.LogCaptureFixture, expected_log: set[str]
) -> None:
    expected_log.add("a reader failed: KeyError")
    instead(
        "import rolwriter.readers.read as read\n"
        "def broken(*_): raise KeyError('机密文字')\n"
        f"read.read_source = broken\n{SERVE}"
    )
    with pytest.raises(RolwriterError, match="出了错"):
        read_in_worker(b"abc", "甲.txt")
    assert "KeyError" in caplog.text
    assert "机密" not in caplog.text


def test_memory_beyond_the_limit_is_refused_by_the_system(instead: Instead) -> None:
    instead(
        "import rolwriter.readers.read as read\n"
        f"read.read_source = lambda *_: bytearray(2 << 30)\n{SERVE}"
    )
    with pytest.raises(RolwriterError, match="内存太多"):
        read_in_worker(b"abc", "甲.txt", memory_limit=512 << 20)


def test_memory_beyond_the_limit_is_seen_by_the_parent_too(instead: Instead) -> None:
    instead("import time; one = bytearray(200 << 20); time.sleep(60)")
    with pytest.raises(RolwriterError, match="内存太多"):
        read_in_worker(b"abc", "甲.txt", timeout=30, memory_limit=100 << 20)


def test_what_the_child_leaves_behind_is_cleared_away(instead: Instead, temporary: Path) -> None:
    instead("import tempfile, time; tempfile.mkstemp(); tempfile.mkdtemp(); time.sleep(60)")
    with pytest.raises(RolwriterError):
        read_in_worker(b"abc", timeout=1)
    assert list(temporary.iterdir()) == []


def test_a_child_that_cannot_start_is_one_clear_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parent, "_command", lambda: ["/no/such/program"])
    with pytest.raises(RolwriterError, match="启动不了"):
        read_in_worker(b"abc")


def test_the_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert parent._command() == [sys.executable, "--reader-worker"]


def test_the_worker_never_imports_qt() -> None:
    script = (
        "import io, sys; from rolwriter.entry import main; main(['--reader-worker']); "
        "sys.stderr.write(str(any(name.startswith('PySide6') for name in sys.modules)))"
    )
    request = b'{"name":"","memory_limit":1073741824}\nabc'
    done = subprocess.run(
        [sys.executable, "-c", script], input=request, capture_output=True, cwd=HOME, check=True
    )
    assert isinstance(decode_answer(done.stdout.splitlines()[-1]), Finished)
    assert done.stderr == b"False"


def test_messages_come_back_as_they_were() -> None:
    for answer in (Failed("甲"), Finished(read_source("甲方".encode()))):
        assert decode_answer(encode(answer)) == answer
