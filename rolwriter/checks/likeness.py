"""Which of last year's paragraphs a paragraph comes from, and how much of it still stands."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from rolwriter.model.report import OriginKind, Paragraph

ALIKE = 50.0
"""Least likeness (0–100, share of characters in common order) of a counterpart.

Two unrelated official paragraphs share some 20–35 by their stock of characters.
"""


def counterparts(now: Sequence[Paragraph], last: Sequence[Paragraph]) -> dict[str, Paragraph]:
    """Last year's paragraph for each of this year's that has one, by this year's id.

    A recorded origin counts first; the others are matched by likeness.
    """
    by_id = {paragraph.id: paragraph for paragraph in last if paragraph.text}
    found = dict[str, Paragraph]()
    loose = list[Paragraph]()
    for paragraph in now:
        origin = paragraph.origin
        if origin.kind is OriginKind.PREVIOUS and origin.ref in by_id:
            found[paragraph.id] = by_id[origin.ref]
        elif paragraph.text:
            loose.append(paragraph)
    choices = {paragraph.id: paragraph.text for paragraph in by_id.values()}
    for paragraph in loose:
        best = process.extractOne(paragraph.text, choices, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if best is not None:
            found[paragraph.id] = by_id[best[2]]
    return found


def kept_characters(now: str, last: str) -> int:
    """How many characters of ``now`` stand, in the same order, in ``last``."""
    return int(LCSseq.similarity(now, last))
