from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rolwriter.app.log import latest_lines, log_folder, start_log, stop_log

SECRET = "云溪区党组会"
_LOG = logging.getLogger("rolwriter.tests")


@pytest.fixture
def handler(expected_log: set[str]) -> Iterator[logging.Handler]:
    expected_log.update(("broke", SECRET, "boom"))
    level = logging.getLogger("rolwriter").level
    started = start_log()
    assert started is not None
    yield started
    stop_log(started)
    logging.getLogger("rolwriter").setLevel(level)


def written() -> str:
    return "".join(path.read_text("utf-8") for path in log_folder().glob("*"))


@pytest.mark.usefixtures("handler")
def test_an_exceptions_message_never_reaches_the_log_its_place_does() -> None:
    try:
        raise ValueError(SECRET)
    except ValueError:
        _LOG.exception("a rule broke")
    assert "a rule broke" in written()
    assert "ValueError" in written()
    assert "tests.app.test_log:" in written()
    assert not set(SECRET) & set(written())


@pytest.mark.usefixtures("handler")
def test_words_that_slip_into_a_message_of_ours_are_struck_out() -> None:
    _LOG.warning("rule %s broke", "云溪区")
    assert "rule ??? broke" in written()


@pytest.mark.usefixtures("handler")
def test_another_library_is_logged_by_its_place_alone() -> None:
    logging.getLogger("docx").warning("boom in %s", f"C:/{SECRET}/abc.docx")
    assert "WARNING docx: test_log:" in written()
    assert "boom" not in written()
    assert "abc" not in written()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_log_and_folder_are_the_users_alone(handler: logging.Handler) -> None:
    assert isinstance(handler, logging.FileHandler)
    handler.doRollover()  # pyright: ignore[reportAttributeAccessIssue]
    _LOG.warning("broke")
    modes = {path.name: path.stat().st_mode & 0o777 for path in log_folder().glob("*")}
    assert modes == {"rolwriter.log": 0o600, "rolwriter.log.1": 0o600}
    assert log_folder().stat().st_mode & 0o777 == 0o700


@pytest.mark.usefixtures("handler")
def test_the_log_stays_small() -> None:
    for _ in range(9_000):
        _LOG.warning("broke %s", "x" * 200)
    assert len(list(log_folder().glob("*"))) == 4
    assert len(written()) < 4 * 256 * 1024


@pytest.mark.usefixtures("handler")
def test_its_end_can_be_read() -> None:
    for number in range(5):
        _LOG.info("started %d", number)
    assert [line[-1] for line in latest_lines(2)] == ["3", "4"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_no_reason_not_to_start(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert start_log(tmp_path / "log") is None


def test_a_file_in_the_folders_place_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(b"")
    assert start_log(tmp_path / "log") is None
    assert latest_lines(9, tmp_path / "log") == []
