"""Last year's plan and shortcomings as a list that this year's report has to answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PromiseKind(StrEnum):
    """What last year's report said: what it would do, or what was lacking."""

    PLAN = "plan"
    SHORTCOMING = "shortcoming"


class Answer(StrEnum):
    """How this year answers."""

    WAITING = "waiting"
    DONE = "done"
    ONGOING = "ongoing"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Promise:
    """One point of last year's plan or shortcomings."""

    id: str
    kind: PromiseKind
    text: str
    """The point's own words, whole."""
    previous_paragraph: str
    """Id of the paragraph of last year's report it stood in."""
    answer: Answer = Answer.WAITING
    place: str = ""
    """Id of the paragraph of this year's report that answers it."""
