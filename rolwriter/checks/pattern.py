"""Rules that are one expression: what to look for, what to say, what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from rolwriter.checks.rule import Hit, ParagraphRule, Scene, public_copy
from rolwriter.model.finding import Fix

HAN = "\u4e00-\u9fff〇"
"""The characters of Chinese prose, for use inside a character class."""
HAN_NUMBER = "[一二三四五六七八九十百]{1,4}"
"""A number in words, as headings have it."""
_PAIR_REACH = 200
"""How far back a pair may have been opened: longer names and quotations are not looked for."""

Change = Callable[[re.Match[str]], str | None]
"""The words to write instead of a match; None when they cannot be told."""


def replacement(text: str, *, safe: bool = False) -> Fix:
    """The fix that writes ``text``, labelled for a clerk."""
    written = text if "“" in text else f"“{text}”"
    return Fix(f"改为{written}" if text else "删去", text, safe)


def pattern_rule(
    rule_id: str,
    pattern: str,
    message: str,
    *,
    needs: Iterable[str] = (),
    starts: str | None = None,
    fix: str | Change | None = None,
    safe: bool = False,
    public: bool = False,
    unless: Callable[[re.Match[str]], bool] | None = None,
    in_titles: bool = True,
) -> ParagraphRule:
    """A rule that points at every match, or at its group ``at`` when it has one.

    ``needs`` as in `ParagraphRule`. ``starts``: a match counts only as the first words of
    the text or behind one of these characters; this is told after the search, for an
    expression that begins with its own characters is the fastest. ``message`` may hold
    {words} and {fix}. ``fix``: a template for the match, or a function of it; ``public``:
    what it makes is for the public copy alone.
    ``in_titles``: whether names in 《》 are searched too.
    """
    search = re.compile(pattern)
    place: str | int = "at" if "at" in search.groupindex else 0

    def first(text: str) -> Iterator[re.Match[str]]:
        match = search.match(text)
        return iter((match,) if match else ())

    def look(text: str, scene: Scene) -> Iterator[Hit]:
        del scene
        for match in search.finditer(text) if starts != "" else first(text):
            if starts and match.start() and text[match.start() - 1] not in starts:
                continue
            if unless and unless(match):
                continue
            start, end = match.span(place)
            if not in_titles and inside(text, start, "《》"):
                continue
            new = match.expand(fix) if isinstance(fix, str) else fix(match) if fix else None
            said = message.format(words=text[start:end], fix=new or "")
            if new is None:
                yield Hit(start, end, said)
            else:
                made = public_copy(new) if public else replacement(new, safe=safe)
                yield Hit(start, end, said, (made,))

    return ParagraphRule(rule_id, look, frozenset(needs))


def inside(text: str, place: int, marks: str) -> bool:
    """Whether a pair of marks (《》, “”) is open at a place; it is looked for nearby only."""
    near = max(0, place - _PAIR_REACH)
    return text.rfind(marks[0], near, place) > text.rfind(marks[1], near, place)


def before(match: re.Match[str], count: int) -> str:
    """The last ``count`` characters in front of a match."""
    return match.string[max(0, match.start() - count) : match.start()]


def after(match: re.Match[str], count: int) -> str:
    """The first ``count`` characters behind a match."""
    return match.string[match.end() : match.end() + count]
