"""What a site made of a text: lost, changed and added characters, paragraph by paragraph.

Lines are compared without their blanks first; where they differ, by word. Lines that a
site joined or parted are told as such and not as words lost. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from rolwriter.text.difference import Run, Step, difference
from rolwriter.text.numbering import numbering_of

_BLANKS = re.compile(r"\s+")
_ALIKE = 50.0
"""Least likeness (0–100) of two lines of which one is what became of the other."""
_PART_OF = 80.0
"""Least likeness of the shorter line to a part of the longer one it was joined into."""
_AROUND = 8
_LONGEST = 60
_BRACKETS = re.compile("[〔〕]")


class PageDifferenceKind(StrEnum):
    """The ways in which a page differs from what was to be published."""

    MISSING = "missing"
    NUMBER_LOST = "number_lost"
    BRACKETS = "brackets"
    WIDTH = "width"
    SPACES = "spaces"
    JOINED = "joined"
    PARTED = "parted"
    LOST = "lost"
    CHANGED = "changed"
    ADDED = "added"

    @property
    def label(self) -> str:
        """What a clerk calls it."""
        return _LABELS[self]


_LABELS = {
    PageDifferenceKind.MISSING: "缺一段",
    PageDifferenceKind.NUMBER_LOST: "序号丢失",
    PageDifferenceKind.BRACKETS: "〔〕被替换",
    PageDifferenceKind.WIDTH: "全角半角不同",
    PageDifferenceKind.SPACES: "空格不同",
    PageDifferenceKind.JOINED: "两段并成一段",
    PageDifferenceKind.PARTED: "一段分成两段",
    PageDifferenceKind.LOST: "缺字",
    PageDifferenceKind.CHANGED: "文字不同",
    PageDifferenceKind.ADDED: "多出文字",
}


@dataclass(frozen=True, slots=True)
class PageDifference:
    """One place where the page differs, with both forms and what stands around them."""

    kind: PageDifferenceKind
    paragraph: int
    """The paragraph of the public copy, from 1; for added lines the one before them."""
    opening: str
    """How that paragraph begins."""
    ours: str
    """As it was to be published; empty: nothing."""
    theirs: str
    """As the page has it; empty: nothing."""

    @property
    def place(self) -> str:
        """Where it is, in words."""
        return f"第{self.paragraph}段“{self.opening}”" if self.paragraph else "开头"


def compare_page(
    ours: Sequence[str], theirs: Sequence[str], aside: Sequence[str] = ()
) -> list[PageDifference]:
    """What differs between the public copy's lines and the page's, in their order.

    ``aside`` are lines of the page that were taken for furniture of the site: a line of
    ours found there is not missing.
    """
    page = [line.strip() for line in theirs if line.strip()]
    elsewhere = {_bare(line) for line in aside}
    matcher = SequenceMatcher(None, [*map(_bare, ours)], [*map(_bare, page)], autojunk=False)
    found = list[PageDifference]()
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pairs = zip(range(i1, i2), range(j1, j2), strict=True)
            spans = [((i, i + 1), (j, j + 1)) for i, j in pairs if ours[i].strip() != page[j]]
        else:
            spans = list(_anchored(ours, page, (i1, i2), (j1, j2)))
        for mine, its in spans:
            found.extend(_span(ours, page, mine, its, elsewhere))
    return found


_Range = tuple[int, int]


def _anchored(
    ours: Sequence[str], page: Sequence[str], mine: _Range, its: _Range
) -> Iterator[tuple[_Range, _Range]]:
    """Stretches that begin with two lines of which one became the other, or part of it.

    What stands before the first of them has no counterpart on the other side.
    """
    from rapidfuzz import fuzz, process

    starts = list[tuple[int, int]]()
    own, at = mine[0], its[0]
    for i in range(*mine):
        choices = dict(enumerate(page[at : its[1]], at))
        best = process.extractOne(ours[i], choices, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if best is None:
            continue
        first, j = i, best[2]
        while j > at and fuzz.partial_ratio(page[j - 1], ours[i]) >= _PART_OF:
            j -= 1
        while first > own and fuzz.partial_ratio(ours[first - 1], page[j]) >= _PART_OF:
            first -= 1
        starts.append((first, j))
        own, at = i + 1, best[2] + 1
    i, j = starts[0] if starts else (mine[1], its[1])
    yield (mine[0], i), (its[0], its[0])
    yield (i, i), (its[0], j)
    yield from (
        ((i, i_end), (j, j_end))
        for (i, j), (i_end, j_end) in pairwise([*starts, (mine[1], its[1])])
    )


def _span(
    ours: Sequence[str], page: Sequence[str], mine: _Range, its: _Range, elsewhere: set[str]
) -> Iterator[PageDifference]:
    lines = [(n, ours[n].strip()) for n in range(*mine) if _bare(ours[n]) not in elsewhere]
    if its[0] == its[1]:
        for number, line in lines:
            words = _shown(line)
            yield PageDifference(PageDifferenceKind.MISSING, number + 1, _opening(line), words, "")
        return
    if not lines:
        before = ours[mine[0] - 1] if mine[0] else ""
        for line in page[slice(*its)]:
            yield PageDifference(
                PageDifferenceKind.ADDED, mine[0], _opening(before), "", _shown(line)
            )
        return
    yield from _changes(lines, "\n".join(page[slice(*its)]))


def _changes(lines: list[tuple[int, str]], its: str) -> Iterator[PageDifference]:
    """Each run of removed and added characters as one difference."""
    own = "\n".join(line for _, line in lines)
    at, there = 0, 0
    for old, new, same in _replacements(difference(own, its)):
        if old or new:
            number, line = lines[min(own.count("\n", 0, at), len(lines) - 1)]
            if own[at : at + 1] == "\n" and old.startswith("\n") and old.strip():
                number, line = lines[own.count("\n", 0, at) + 1]
            yield PageDifference(
                _kind(old, new, begins=at == 0 or own[at - 1] == "\n"),
                number + 1,
                _opening(line),
                _around(own, at, at + len(old)),
                _around(its, there, there + len(new)),
            )
        at += len(old) + len(same)
        there += len(new) + len(same)


def _replacements(runs: Sequence[Run]) -> Iterator[tuple[str, str, str]]:
    """(removed, added, what stays behind them)."""
    old = new = ""
    for run in runs:
        if run.step is Step.REMOVED:
            old += run.text
        elif run.step is Step.ADDED:
            new += run.text
        else:
            yield old, new, run.text
            old = new = ""
    if old or new:
        yield old, new, ""


def _kind(old: str, new: str, *, begins: bool) -> PageDifferenceKind:  # noqa: PLR0911 - a table
    if not old.strip() and not new.strip():
        if "\n" in old and "\n" not in new:
            return PageDifferenceKind.JOINED
        parted = "\n" in new and "\n" not in old
        return PageDifferenceKind.PARTED if parted else PageDifferenceKind.SPACES
    if _BRACKETS.search(old) and not _BRACKETS.search(new) and len(old) <= len(new) + 1:
        return PageDifferenceKind.BRACKETS
    if unicodedata.normalize("NFKC", old) == unicodedata.normalize("NFKC", new):
        return PageDifferenceKind.WIDTH
    if not new and begins and _is_number(old):
        return PageDifferenceKind.NUMBER_LOST
    if not new:
        whole = old.startswith("\n") or (begins and old.endswith("\n"))
        return PageDifferenceKind.MISSING if whole else PageDifferenceKind.LOST
    return PageDifferenceKind.CHANGED if old else PageDifferenceKind.ADDED


def _is_number(words: str) -> bool:
    """Whether the words are the number of a heading or an item: 一、 （二） 3. 四是."""
    numbering = numbering_of(f"{words}本项")
    return numbering is not None and numbering.marker_end >= len(words.rstrip())


def share_missing(ours: Sequence[str], differences: Sequence[PageDifference]) -> float:
    """How much of our text (0–1) stands in paragraphs the page does not have at all."""
    gone = {d.paragraph for d in differences if d.kind is PageDifferenceKind.MISSING}
    missing = sum(len(line) for number, line in enumerate(ours, 1) if number in gone)
    return missing / max(1, sum(map(len, ours)))


def _bare(line: str) -> str:
    return _BLANKS.sub("", line)


def _opening(line: str) -> str:
    return line if len(line) <= 12 else f"{line[:12]}…"


def _shown(words: str) -> str:
    words = words.replace("\n", "¶")
    half = _LONGEST // 2
    return words if len(words) <= _LONGEST else f"{words[:half]}…{words[-half:]}"


def _around(text: str, start: int, end: int) -> str:
    """The characters between ``start`` and ``end`` in brackets, with some on both sides."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    inside = f"【{_shown(text[start:end])}】"
    return before.replace("\n", "¶") + inside + after.replace("\n", "¶")
