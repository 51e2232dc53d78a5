"""From kinds of lines to the parts of a report: every line once, in its order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from rolwriter.model.report import Paragraph, Part, PartKind, Role
from rolwriter.readers.outline.lines import Line


@dataclass(frozen=True, slots=True)
class Label:
    """What a line is; ``opens`` begins a new part though the one before is of its kind."""

    kind: PartKind
    level: int = 0
    opens: bool = False
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Assembled:
    """The parts, the part each opening line went to, and the first free id number."""

    parts: tuple[Part, ...]
    opened: dict[int, Part]
    """Line number to part, for each line that begins one."""
    next_id: int


def assemble(lines: Sequence[Line], labels: Sequence[Label | None]) -> Assembled:
    """The parts the labelled lines make; a line without a label stays with those before.

    Ids come from one counter in the order of the document, so that the same text
    always gets the same ids.
    """
    numbers = count(1)
    parts: list[Part] = []
    opened: dict[int, Part] = {}
    for start, end, label in _runs(labels):
        part_id = f"c{next(numbers)}"
        paragraphs = tuple(
            _paragraph(lines[i], label_at(labels, i), f"p{next(numbers)}")
            for i in range(start, end)
        )
        part = Part(part_id, label.kind, paragraphs, label.role)
        parts.append(part)
        opened[next((i for i in range(start, end) if labels[i]), start)] = part
    return Assembled(tuple(parts), opened, next(numbers))


def label_at(labels: Sequence[Label | None], index: int) -> int:
    """The level of a line, 0 for a blank one."""
    label = labels[index]
    return label.level if label else 0


def _paragraph(line: Line, level: int, paragraph_id: str) -> Paragraph:
    return Paragraph(paragraph_id, line.text, level, lead=line.lead, trail=line.trail)


def _runs(labels: Sequence[Label | None]) -> list[tuple[int, int, Label]]:
    """The stretches of lines (start, end exclusive, label of the first) that make a part."""
    starts: list[tuple[int, Label]] = []
    for i, label in enumerate(labels):
        if label and (not starts or label.opens or label.kind is not starts[-1][1].kind):
            starts.append((i, label))
    if not starts:
        # nothing but blank lines is kept too
        return [(0, len(labels), Label(PartKind.UNPLACED))] if labels else []
    if starts[0][0] and starts[0][1].kind is PartKind.CHAPTER:
        # a chapter begins with its heading
        starts.insert(0, (0, Label(PartKind.UNPLACED)))
    # blank lines at the very top go with the first part
    firsts = [0, *(i for i, _ in starts[1:])]
    ends = [*firsts[1:], len(labels)]
    return [(a, b, label) for a, b, (_, label) in zip(firsts, ends, starts, strict=True)]
