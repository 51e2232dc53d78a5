"""What a rule is: a pure function that points at words.

A paragraph rule sees one paragraph's text and its scene, nothing else, so that its
answer can be kept for as long as the text stays the same. A report rule sees the
whole project. Neither knows severity, wording of the basis or whether it is
switched on: that is the catalogue's and the engine's matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.model.finding import Fix, Location
from rolwriter.model.project import Project
from rolwriter.model.report import PartKind

DIGITS = frozenset("0123456789０１２３４５６７８９")
"""What a text must hold one of for a rule on figures to be called."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a paragraph rule may know besides the text."""

    kind: PartKind = PartKind.CHAPTER
    level: int = 0
    year: int | None = None
    """The year reported on."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words a rule points at: ``text[start:end]``, why, and what would mend them."""

    start: int
    end: int
    message: str
    fixes: tuple[Fix, ...] = ()


def public_copy(text: str) -> Fix:
    """What the public copy may show in the place of words that are nobody else's business."""
    return Fix("公开稿中遮盖", text, public=True)


@dataclass(frozen=True, slots=True)
class ParagraphRule:
    """A rule on one paragraph."""

    id: str
    look: Callable[[str, Scene], Iterable[Hit]]
    needs: frozenset[str] = frozenset()
    """Characters or words of which a text must hold one, or the rule is not even called."""


@dataclass(frozen=True, slots=True)
class ReportHit:
    """A place a report rule points at; an empty location is the report as a whole."""

    location: Location
    message: str
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportRule:
    """A rule on the whole report."""

    id: str
    look: Callable[[Project, Catalogue], Iterable[ReportHit]]
