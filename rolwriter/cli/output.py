"""What verbs print: results on standard output, everything else on standard error."""

from __future__ import annotations

import logging
import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager

from rolwriter.model.errors import RolwriterError
from rolwriter.model.source import Note

WELL, FINDINGS, USER, BUG = 0, 1, 2, 3
"""The exit codes: done / something to look at / the user's matter / a fault of the program."""


def say(text: str) -> None:
    """A line for the user that is not the result."""
    print(text, file=sys.stderr)


def say_error(error: RolwriterError) -> None:
    """The three sentences of an error, a line each."""
    say(f"{error.what}\n{error.consequence}\n{error.remedy}")


def say_notes(notes: Iterable[Note]) -> None:
    """What the reader met that is not in the text."""
    for note in notes:
        say(f"提示：{note.message}")
        for words in note.dropped:
            say(f"　　未收入正文：{words}")


class _Diagnoses(logging.Handler):
    """What the program noticed about itself, as a line for those who maintain it."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.name == "rolwriter.to_clerk":
            say(f"提示：{record.getMessage()}")
            return
        say(f"诊断信息（可转给程序维护人员）：{record.getMessage()}")


@contextmanager
def diagnoses_shown() -> Generator[None, None, None]:
    """While a verb runs, show log records; Python would print them bare."""
    handler = _Diagnoses(logging.WARNING)
    logger = logging.getLogger("rolwriter")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
