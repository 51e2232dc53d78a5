"""Shortcomings and the measures that answer them, as the rules see it and the clerk corrects it."""

from __future__ import annotations

from rolwriter.checks.answers import Pair, pairs, points_of
from rolwriter.model.change import SetPairings
from rolwriter.model.pairing import Pairing
from rolwriter.model.project import Project
from rolwriter.model.report import Role


def pair_table(project: Project) -> list[Pair]:
    """Each shortcoming with its cause and its measure; what the clerk said comes first."""
    return pairs(project)


def measures(project: Project) -> list[str]:
    """The topics of the plan's measures, in the order of the text."""
    return [point.topic for point in points_of(project.report, Role.PLAN)]


def paired(project: Project, choices: dict[str, str | None]) -> SetPairings | None:
    """The clerk's choices by shortcoming: a measure, "" for none, None for the program's own.

    What was said of shortcomings that stand no more is kept. None when nothing changes.
    """
    kept = tuple(p for p in project.pairings if p.shortcoming not in choices)
    said = (Pairing(key, measure) for key, measure in choices.items() if measure is not None)
    after = (*kept, *said)
    return None if set(after) == set(project.pairings) else SetPairings(after)
