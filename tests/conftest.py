"""What every test stands on: no display, no network, none of the user's folders, a quiet log."""

from __future__ import annotations

import ipaddress
import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes says more about the machine than about the program.
hypothesis.settings.register_profile("rolwriter", deadline=None)
hypothesis.settings.load_profile("rolwriter")

_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
_WINDOWS_FOLDERS = ("APPDATA", "LOCALAPPDATA")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, recovery files and logs go to a folder of the test's own, in children too."""
    home = tmp_path_factory.mktemp("home")
    for name in (*_FOLDERS, *_WINDOWS_FOLDERS):
        monkeypatch.setenv(name, str(home / name.lower()))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to any other machine fails the test; this machine may be talked to."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(self: socket.socket, address: Any) -> None:
        _refuse_far(self, address)
        connect(self, address)

    def guarded_ex(self: socket.socket, address: Any) -> int:
        _refuse_far(self, address)
        return connect_ex(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_ex)


def _refuse_far(connection: socket.socket, address: Any) -> None:
    if connection.family not in (socket.AF_INET, socket.AF_INET6):
        return
    host = str(address[0])
    try:
        near = ipaddress.ip_address(host).is_loopback
    except ValueError:
        near = host == "localhost"
    if not near:
        connection.close()
        pytest.fail(f"a test tried to reach {host}: tests use no network")


class _Warnings(logging.Handler):
    """Collects every record a person would have to worry about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def expected_log() -> Iterator[set[str]]:
    """Fail the test that logs a warning nobody expected.

    A test that expects one puts a piece of its message into this set.
    """
    expected = set[str]()
    handler = _Warnings()
    root = logging.getLogger()
    root.addHandler(handler)
    yield expected
    root.removeHandler(handler)
    messages = [f"{r.levelname} {r.name}: {r.getMessage()}" for r in handler.records]
    surprises = [m for m in messages if not any(piece in m for piece in expected)]
    assert not surprises, f"logged without being expected: {surprises}"


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds rolwriter/, resources/ and tests/."""
    return Path(__file__).resolve().parents[1]
