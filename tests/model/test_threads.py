from __future__ import annotations

import subprocess
import sys
from threading import Barrier, Thread

import pytest

from rolwriter.model.threads import once

_FOUR_READERS = """
import sys, threading
sys.setswitchinterval(1e-5)
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.paths import resource
folders = [None, None, resource("catalog"), resource("catalog")]
readers = [threading.Thread(target=load_catalogue, args=(folder,)) for folder in folders]
for reader in readers: reader.start()
for reader in readers: reader.join()
"""


@pytest.mark.parametrize("_", range(3))
def test_threads_may_all_be_the_first_to_read_the_catalogue(_: int) -> None:
    # seven of ten such processes ended in a segmentation fault before decoding took turns
    done = subprocess.run(
        [sys.executable, "-c", _FOUR_READERS], capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")


def test_threads_that_ask_together_wait_for_one_answer() -> None:
    calls, answers, together = list[int](), list[object](), Barrier(4)

    @once
    def load() -> object:
        calls.append(1)
        return object()

    def ask() -> None:
        together.wait()
        answers.append(load())

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(calls) == 1
    assert len({id(answer) for answer in answers}) == 1


def test_a_failure_is_not_remembered() -> None:
    tries = iter((ValueError(), None))

    @once
    def load() -> str:
        problem = next(tries)
        if problem:
            raise problem
        return "读到了"

    with pytest.raises(ValueError):
        load()
    assert load() == "读到了"
