"""What verbs print: results on standard output, everything else on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable

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
