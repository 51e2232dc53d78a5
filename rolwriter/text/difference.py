"""What changed between two texts, by word and figure: 2024→2025, never 4→5."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*[%％‰]?|[A-Za-z]+|\s+|.", re.DOTALL)


class Step(StrEnum):
    """What a run of characters is in a comparison."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters kept, removed or added."""

    step: Step
    text: str


def difference(old: str, new: str) -> list[Run]:
    """The runs that turn ``old`` into ``new``, removals before additions.

    Numbers and Latin words change whole. The SAME and REMOVED runs joined are
    ``old``, the SAME and ADDED ones ``new``.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    head, tail = _equal_ends(before, after)
    middle = _compared(before[head : len(before) - tail], after[head : len(after) - tail])
    ends = (Run(Step.SAME, "".join(before[:head])), Run(Step.SAME, "".join(after[-tail:])))
    runs = [ends[0], *middle, *(ends[1:] if tail else ())]
    return _joined(run for run in runs if run.text)


def _equal_ends(before: list[str], after: list[str]) -> tuple[int, int]:
    """How many tokens agree from the front and, beyond those, from the back.

    Comparing the rest alone keeps one edit in a long paragraph cheap.
    """
    shortest = min(len(before), len(after))
    head = 0
    while head < shortest and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < shortest - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return head, tail


def _compared(before: list[str], after: list[str]) -> Iterator[Run]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Run(Step.SAME, "".join(before[i1:i2]))
            continue
        yield Run(Step.REMOVED, "".join(before[i1:i2]))
        yield Run(Step.ADDED, "".join(after[j1:j2]))


def _joined(runs: Iterable[Run]) -> list[Run]:
    """The runs with neighbours of one kind as one."""
    joined = list[Run]()
    for run in runs:
        if joined and joined[-1].step is run.step:
            joined[-1] = Run(run.step, joined[-1].text + run.text)
        else:
            joined.append(run)
    return joined
