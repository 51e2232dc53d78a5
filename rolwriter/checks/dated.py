"""Names that belong to another year than the report's, from the dated list (W rules)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rolwriter.catalog.phrases import DatedPhrases, Phrase
from rolwriter.checks.dated_search import dated_search
from rolwriter.checks.pattern import inside
from rolwriter.checks.rule import Hit, ParagraphRule, Scene


def rules(phrases: DatedPhrases) -> tuple[ParagraphRule, ...]:
    """Old names of days (W03) and meetings, plans, campaigns, bodies of another time (W09)."""
    days, others = {"name"}, {"meeting", "plan", "campaign", "body"}
    return (
        ParagraphRule("W03", _Dated(phrases, days), _needs(phrases, days)),
        ParagraphRule("W09", _Dated(phrases, others), _needs(phrases, others)),
    )


def _needs(phrases: DatedPhrases, kinds: Collection[str]) -> frozenset[str]:
    """The words of which a text with one of the phrases holds one; none if that is not known."""
    own = [phrase for phrase in phrases.by_id.values() if phrase.kind in kinds]
    if any(phrase.pattern and not phrase.needs for phrase in own):
        return frozenset()
    return frozenset(word for phrase in own for word in (*phrase.forms, *phrase.needs))


class _Dated:
    """Phrases of some kinds that do not fit the report's year."""

    def __init__(self, phrases: DatedPhrases, kinds: Collection[str]) -> None:
        self._search = dated_search(phrases)
        self._kinds = kinds

    def __call__(self, text: str, scene: Scene) -> Iterator[Hit]:
        if scene.year is None and "name" not in self._kinds:
            return  # nothing that `_aged` could tell
        for start, end, phrase in self._search.find(text):
            if phrase.kind not in self._kinds or not _aged(phrase, scene.year):
                continue
            if phrase.kind == "body" and inside(text, start, "《》"):
                continue
            unsure = "" if phrase.verified else "（此条供参考，请核对）"
            said = f"“{text[start:end]}”：{phrase.note.removesuffix('。')}{unsure}。"
            yield Hit(start, end, said)


def _aged(phrase: Phrase, year: int | None) -> bool:
    """Names of days are old in any text; the rest only against a report's year."""
    if year is None:
        return phrase.kind == "name"
    return not phrase.fits(year)
