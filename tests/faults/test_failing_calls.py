"""Each call a save makes of the system fails once: the portable form, without strace."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rolwriter.model.errors import RolwriterError
from rolwriter.storage import project_file
from rolwriter.storage.companion import backup_path
from tests.faults.saver import NEW, OLD, OLDER, prepare

CALLS = ("open", "fsync", "replace", "fchmod", "close", "stat", "unlink")
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT)
MOST = 60


class Failing:
    """Lets the n-th call of all those watched fail with one error."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, number: int, error: int) -> None:
        self.left = number
        self.error = error
        for name in CALLS:
            if hasattr(os, name):
                monkeypatch.setattr(os, name, self.wrap(getattr(os, name)))

    def wrap(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            self.left -= 1
            if self.left == 0:
                raise OSError(self.error, os.strerror(self.error))
            return call(*args, **kwargs)

        return wrapped


@pytest.mark.parametrize("error", ERRORS)
def test_a_save_whose_nth_call_fails_leaves_old_or_new(
    error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, MOST):
        folder = tmp_path / str(number)
        folder.mkdir()
        path, seal = prepare(folder)
        refused = ""
        with monkeypatch.context() as patch:
            failing = Failing(patch, number, error)
            try:
                project_file.save(NEW, path, seal)
            except RolwriterError as trouble:
                refused = str(trouble)
        stands = project_file.load(path)
        assert stands == (OLD if refused and "已写入" not in refused else NEW)
        assert project_file.load(backup_path(path)) in (OLDER, OLD)
        if failing.left > 0:
            assert number > 10
            return
    pytest.fail("a save makes more calls than were tried")
