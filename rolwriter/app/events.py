"""What the session tells those who listen: one small frozen event a change."""

from __future__ import annotations

from dataclasses import dataclass

from rolwriter.model.change import Change


@dataclass(frozen=True, slots=True)
class Changed:
    """The project has a new revision; ``source`` names who asked (an editor knows its own)."""

    revision: int
    change: Change
    source: object = None


@dataclass(frozen=True, slots=True)
class Saved:
    """The project is on disk as of this revision."""

    revision: int


@dataclass(frozen=True, slots=True)
class Replaced:
    """Another project was opened: everything shown is to be drawn anew."""

    revision: int


Event = Changed | Saved | Replaced
