"""What changed between two texts, by word and figure: 2024→2025, never 4→5."""

from __future__ import annotations

import re
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
    runs = list[Run]()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Run(Step.SAME, "".join(before[i1:i2])))
            continue
        if i2 > i1:
            runs.append(Run(Step.REMOVED, "".join(before[i1:i2])))
        if j2 > j1:
            runs.append(Run(Step.ADDED, "".join(after[j1:j2])))
    return runs
