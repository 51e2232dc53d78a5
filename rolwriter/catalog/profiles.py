"""Profiles (单位情况): what kind of organ reports, and which items that hides or adds."""

from __future__ import annotations

import msgspec

from rolwriter.catalog.checklist import Level
from rolwriter.catalog.entry import Entry


class Profile(Entry, frozen=True, kw_only=True):
    """One answer to one question on the organ; of each ``group`` one profile is chosen.

    An item or topic that some profile ``adds`` is seen only where such a profile is
    chosen; one that a chosen profile ``hides`` is not seen.
    """

    id: str
    group: str
    title: str
    hint: str
    default: bool = False
    hides: tuple[str, ...] = ()
    adds: tuple[str, ...] = ()
    adds_topics: tuple[str, ...] = ()
    levels: dict[str, Level] = msgspec.field(default_factory=dict[str, Level])
    """Items that weigh more or less for such an organ."""
