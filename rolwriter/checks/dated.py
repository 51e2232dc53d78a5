"""Names that belong to another year than the report's, from the dated list (W rules)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from rolwriter.catalog.phrases import DatedPhrases, Phrase
from rolwriter.checks.pattern import inside
from rolwriter.checks.rule import Hit, ParagraphRule, Scene

_Search = tuple[Phrase, re.Pattern[str]]


def rules(phrases: DatedPhrases) -> tuple[ParagraphRule, ...]:
    """Old names of days (W03) and meetings, plans, campaigns, bodies of another time (W09)."""
    return (
        ParagraphRule("W03", _Dated(phrases, {"name"})),
        ParagraphRule("W09", _Dated(phrases, {"meeting", "plan", "campaign", "body"})),
    )


class _Dated:
    """Phrases of some kinds that do not fit the report's year."""

    def __init__(self, phrases: DatedPhrases, kinds: Collection[str]) -> None:
        wanted = [(p, found) for p, found in phrases.patterns if p.kind in kinds]
        # Most paragraphs hold no phrase at all: how the forms begin tells it at once.
        self._always = [(p, found) for p, found in wanted if p.pattern]
        self._by_opening = dict[str, list[_Search]]()
        for phrase, found in wanted:
            for opening in {form[:2] for form in phrase.forms if not phrase.pattern}:
                self._by_opening.setdefault(opening, []).append((phrase, found))
        self._openings = re.compile("|".join(map(re.escape, self._by_opening)) or "(?!)")

    def __call__(self, text: str, scene: Scene) -> Iterator[Hit]:
        covered = bytearray(len(text))
        for phrase, pattern in self._worth_running(text):
            if not _aged(phrase, scene.year):
                continue
            for match in pattern.finditer(text):
                start, end = match.span()
                if any(covered[start:end]):
                    continue
                if phrase.kind == "body" and inside(text, start, "《》"):
                    continue
                covered[start:end] = b"\1" * (end - start)
                unsure = "" if phrase.verified else "（此条供参考，请核对）"
                said = f"“{match.group()}”：{phrase.note.removesuffix('。')}{unsure}。"
                yield Hit(start, end, said)

    def _worth_running(self, text: str) -> list[_Search]:
        openings = set(self._openings.findall(text))
        if not openings:
            return self._always
        found = {p.id: (p, pattern) for o in openings for p, pattern in self._by_opening[o]}
        return [*self._always, *found.values()]


def _aged(phrase: Phrase, year: int | None) -> bool:
    """Names of days are old in any text; the rest only against a report's year."""
    if year is None:
        return phrase.kind == "name"
    return not phrase.fits(year)
