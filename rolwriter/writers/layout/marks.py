"""Marks that a draft carries between the report's words, told from them by their face."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rolwriter.catalog.page_format import FaceRole
from rolwriter.writers.layout.blocks import Block, Run


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Words to show behind the first ``at`` code points of a paragraph."""

    at: int
    text: str


def marked(block: Block, marks: Iterable[Mark]) -> Block:
    """The block with its marks; one that lies beyond the text stands at its end."""
    runs = block.runs
    for mark in sorted(marks, reverse=True):
        runs = tuple(_with(runs, mark))
    return replace(block, runs=runs)


def _with(runs: tuple[Run, ...], mark: Mark) -> Iterator[Run]:
    left: int | None = mark.at
    sign = Run(mark.text, FaceRole.MARK)
    for run in runs:
        if left is None or run.face is FaceRole.MARK or left > len(run.text):
            yield run
            if left is not None and run.face is not FaceRole.MARK:
                left -= len(run.text)
            continue
        if left:
            yield Run(run.text[:left], run.face)
        yield sign
        if left < len(run.text):
            yield Run(run.text[left:], run.face)
        left = None
    if left is not None:
        yield sign
