"""The level of every line: by its number, else by what the file or the text suggests.

Numbers get lost on the way: Word numbers by itself, a web page turns them into
bullets, some organs write none. What stands in for a number is doubtful, and said so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rolwriter.model.report import Role
from rolwriter.readers.outline.lines import Line, is_furniture
from rolwriter.readers.outline.roles import classify

_BULLET = re.compile(r"[-–—•·●○◆◇■□▪＊*+]\s+(?=\S)")
_INNER_END = re.compile("[。！？；;!?](?=.)")
_OPEN_END = re.compile("[：:，,、；;]$")
_STYLED_LIMIT = 60
_UNNUMBERED_LIMIT = 40


@dataclass(frozen=True, slots=True)
class Levels:
    """A level for every line (0 text), and the chapter headings that only look like it."""

    of: tuple[int, ...]
    unnumbered: frozenset[int] = frozenset()


def levels_of(lines: Sequence[Line], start: int, year: int | None) -> Levels:
    """The levels of all lines; only lines from ``start`` on get one without a number."""
    levels = [line.level for line in lines]
    _by_style(lines, levels, start)
    unnumbered: set[int] = set()
    if 1 not in levels[start:]:
        _promote(lines, levels, start, year)
    bullets = list(_lost_in_bullets(lines, levels, start))
    for index, level in bullets:
        levels[index] = level
    unnumbered.update(index for index, level in bullets if level == 1)
    for index in _by_role(lines, levels, start, year):
        levels[index] = 1
        unnumbered.add(index)
    return Levels(tuple(levels), frozenset(unnumbered))


def words_of(line: Line) -> str:
    """The heading's words without number or bullet."""
    return line.words if line.numbering else _BULLET.sub("", line.text, count=1)


def _by_style(lines: Sequence[Line], levels: list[int], start: int) -> None:
    """Headings by the file's own styles, for lines that show no number."""
    styled = [
        (i, line.outline)
        for i, line in enumerate(lines)
        if i >= start and line.outline and line.text
    ]
    bare = [(i, outline) for i, outline in styled if not levels[i] and _stands_alone(lines[i])]
    if not bare:
        return
    shift = next(
        (outline - levels[i] for i, outline in styled if levels[i]),
        min(outline for _, outline in bare) - 1,
    )
    for i, outline in bare:
        levels[i] = min(4, max(1, outline - shift))


def _stands_alone(line: Line) -> bool:
    text = line.text
    return line.body and len(text) <= _STYLED_LIMIT and not _INNER_END.search(text)


def _promote(lines: Sequence[Line], levels: list[int], start: int, year: int | None) -> None:
    """Raise all levels when the chapters bear the number of a lower one: （一）工作成效."""
    lowest = min((level for level in levels[start:] if level), default=0)
    if lowest < 2:
        return
    roles = {
        verdict.role
        for i in range(start, len(lines))
        if levels[i] == lowest and (verdict := classify(lines[i].words, year)).certain
    }
    if len(roles) < 2:
        return
    for i in range(start, len(lines)):
        if levels[i]:
            levels[i] -= lowest - 1


def _lost_in_bullets(
    lines: Sequence[Line], levels: Sequence[int], start: int
) -> Iterator[tuple[int, int]]:
    """Headings whose number became a bullet: they take the first level that is missing."""
    seen = set(levels[start:])
    level = 1 if 1 not in seen else 2 if 2 not in seen else 0
    worded = [i for i in range(start, len(lines)) if lines[i].text]
    bullets = [
        (i, follower)
        for i, follower in zip(worded, [*worded[1:], None], strict=False)
        if lines[i].body and _BULLET.match(lines[i].text)
    ]
    if not level or len(bullets) < 2:
        return
    for i, follower in bullets:
        text = lines[i].text
        heads = follower is not None and not (
            levels[follower] or _BULLET.match(lines[follower].text)
        )
        if heads and len(text) <= _STYLED_LIMIT and not _INNER_END.search(text):
            yield i, level


def _by_role(
    lines: Sequence[Line], levels: Sequence[int], start: int, year: int | None
) -> Iterator[int]:
    """Short lines without a number that name a role no numbered chapter has."""
    taken = {classify(words_of(line), year).role for i, line in enumerate(lines) if levels[i] == 1}
    taken.discard(Role.THEME)
    for i in range(start, len(lines) - 1):
        line = lines[i]
        if levels[i] or not _may_be_heading(line):
            continue
        verdict = classify(line.text, year)
        if verdict.certain and verdict.role not in taken:
            taken.add(verdict.role)
            yield i


def _may_be_heading(line: Line) -> bool:
    text = line.text
    return (
        bool(text)
        and line.body
        and len(text) <= _UNNUMBERED_LIMIT
        and not _INNER_END.search(text)
        and not _OPEN_END.search(text)
        and not text.endswith("。")
        and not is_furniture(text)
    )
