"""Which question of the law a chapter answers, told by its heading.

Plain signs come first (domain order: duty, shortcoming, other, plan, work); what only
hints at a role is a guess that the clerk is asked about, and a heading without any
sign is a theme. The years in a heading are held against the year reported on: 2025年
工作思路和举措 is a plan in the report on 2024, 2025年工作举措及成效 never is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rolwriter.catalog.outline import OutlineCatalog, Rule, YearRule, load_outline
from rolwriter.model.report import Role
from rolwriter.text.dates import find_years

_EDGES = " 　\t。．.；;：:、，,！!"
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The role a heading speaks for; ``choices``, likeliest first, when it is doubtful."""

    role: Role
    choices: tuple[Role, ...] = ()
    clash: bool = False
    """Whether the years in the heading speak against the role."""
    several: bool = False
    """Whether the heading shows the signs of more than one role."""

    @property
    def certain(self) -> bool:
        """Whether there is nothing to ask."""
        return not self.choices


def classify(heading: str, year: int | None) -> Verdict:
    """The role of a heading, given without its number, in a report on ``year``."""
    return _classifier().classify(heading, year)


@dataclass(frozen=True, slots=True)
class _Years:
    """The years in a heading beside the year reported on."""

    given: bool
    later: bool
    this: bool
    known: bool

    def allow(self, rule: YearRule) -> bool:
        match rule:
            case YearRule.ANY:
                return True
            case YearRule.LATER:
                return self.later
            case YearRule.NOT_LATER:
                return not self.later
            case YearRule.THIS:
                return self.this and not self.later
            case YearRule.UNKNOWN:
                return self.given and not self.known
            case YearRule.NO_YEAR:
                return not self.given


@dataclass(frozen=True, slots=True)
class _Sign:
    rule: Rule
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None


class _Classifier:
    """The catalogue compiled."""

    def __init__(self, catalog: OutlineCatalog) -> None:
        self._order = [entry.role for entry in catalog.roles]
        self._slogan = re.compile(catalog.slogan.pattern)
        self._signs = [
            _Sign(
                rule,
                re.compile(rule.pattern),
                re.compile(rule.unless) if rule.unless else None,
            )
            for rule in catalog.rules
        ]
        words = catalog.vocabulary
        self._plain = {
            role: re.compile(f"(?:{_any_of({*words.fillers, *cores})})++")
            for role, cores in words.cores.items()
        }
        self._cores = {
            role: re.compile(_any_of(set(cores) - set(words.weak.get(role, ()))))
            for role, cores in words.cores.items()
        }

    def classify(self, heading: str, year: int | None) -> Verdict:
        text = _BLANKS.sub("", heading).strip(_EDGES)
        named = find_years(text)
        years = _Years(
            given=bool(named),
            later=year is not None and any(span.value > year for span in named),
            this=year is not None and any(span.value <= year for span in named),
            known=year is not None,
        )
        sure = self._plain_roles(text, years)
        hinted: set[Role] = set()
        slogan = bool(self._slogan.search(text))
        for sign in self._signs:
            if self._shows(sign, text, years, slogan=slogan):
                (sure if sign.rule.sure else hinted).add(sign.rule.role)
        return self._verdict(self._ranked(sure), self._ranked(hinted - sure), years)

    def _plain_roles(self, text: str, years: _Years) -> set[Role]:
        """The roles whose words, with fillers, make up the whole heading."""
        words = text
        for span in reversed(find_years(text)):
            words = words[: span.start] + words[span.end :]
        roles = {
            role
            for role, pattern in self._plain.items()
            if pattern.fullmatch(words) and self._cores[role].search(words)
        }
        if years.later:
            roles.discard(Role.WORK)
        elif years.this:
            roles.discard(Role.PLAN)
        return roles

    def _shows(self, sign: _Sign, text: str, years: _Years, *, slogan: bool) -> bool:
        if sign.rule.nominal and slogan:
            return False
        if not years.allow(sign.rule.year) or not sign.pattern.search(text):
            return False
        return not (sign.unless and sign.unless.search(text))

    def _ranked(self, roles: set[Role]) -> list[Role]:
        return [role for role in self._order if role in roles]

    @staticmethod
    def _verdict(sure: list[Role], hinted: list[Role], years: _Years) -> Verdict:
        if not sure:
            choices = dict.fromkeys([*hinted, Role.THEME, Role.WORK, Role.OTHER])
            return Verdict(next(iter(choices)), tuple(choices))
        role = sure[0]
        if role is Role.PLAN:
            clash = years.this and not years.later
        else:
            clash = years.later and not years.this
        if len(sure) == 1 and not clash:
            return Verdict(role)
        others = [Role.WORK if role is Role.PLAN else Role.PLAN] if clash else []
        return Verdict(role, tuple(dict.fromkeys([*sure, *others, *hinted])), clash, len(sure) > 1)


def _any_of(words: set[str]) -> str:
    """An alternation, the longest word first: with possessive repeats it never turns back."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _classifier() -> _Classifier:
    return _Classifier(load_outline())
