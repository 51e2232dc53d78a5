"""The little language of sentence patterns (句式).

``{field}``         the field's value with its unit; without a value the pattern cannot be used
``[… {field} …]``   a clause that is left out when one of its fields has no value
``[!field|…]``      a clause for when nothing of the kind happened (several: ``[!a,b|…]``)

``{year}``, ``{next_year}`` and ``{authority}`` are the report's own. Clauses do not
nest. The marks ``{ } [ ] | !`` have no other use: official prose has none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

REPORT_SLOTS = frozenset({"year", "next_year", "authority"})
"""Slots filled from the report, not from fields."""

_PIECE = re.compile(r"\{([^{}]*)\}|\[(![^|\[\]]*\|)?([^\[\]]*)\]|([^{}\[\]|]+)|(.)", re.DOTALL)
_NAME = re.compile(r"[a-z][a-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a field's value or one of `REPORT_SLOTS`."""

    name: str


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that stand or fall together; ``none`` names fields that must not have happened."""

    pieces: tuple[str | Slot, ...]
    none: tuple[str, ...] = ()

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of its slots."""
        return tuple(piece.name for piece in self.pieces if isinstance(piece, Slot))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A pattern taken apart."""

    pieces: tuple[str | Slot | Clause, ...]

    @property
    def needed(self) -> frozenset[str]:
        """Slots outside of clauses: all must have values."""
        return frozenset(piece.name for piece in self.pieces if isinstance(piece, Slot))

    @property
    def none_names(self) -> frozenset[str]:
        """Fields whose clauses speak when nothing happened."""
        clauses = [piece for piece in self.pieces if isinstance(piece, Clause)]
        return frozenset(name for clause in clauses for name in clause.none)

    @property
    def names(self) -> frozenset[str]:
        """Every name the pattern speaks of."""
        clauses = [piece for piece in self.pieces if isinstance(piece, Clause)]
        inner = {name for clause in clauses for name in clause.slots}
        return self.needed | inner | self.none_names


@lru_cache(maxsize=4096)
def parse_pattern(text: str) -> Sentence:
    """The pattern taken apart; ValueError, in Chinese, for a mark without its partner."""
    return Sentence(tuple(_pieces(text)))


def _pieces(text: str) -> Iterator[str | Slot | Clause]:
    for match in _PIECE.finditer(text):
        slot, none, clause, words, stray = match.groups()
        if slot is not None:
            yield Slot(_name(slot))
        elif clause is not None:
            yield _clause(clause, none or "")
        elif words is not None:
            yield words
        else:
            raise ValueError(f"句式中的“{stray}”没有成对或不能嵌套：{text}")


def _clause(text: str, none: str) -> Clause:
    inner = tuple(piece for piece in _pieces(text) if not isinstance(piece, Clause))
    names = tuple(_name(name.strip()) for name in none[1:-1].split(",")) if none else ()
    clause = Clause(inner, names)
    if not names and not clause.slots:
        raise ValueError(f"方括号里没有填报项，不知道何时省去：[{text}]")
    return clause


def _name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise ValueError(f"“{text}”不是填报项的名称（小写字母、数字和连字符）")
    return text
