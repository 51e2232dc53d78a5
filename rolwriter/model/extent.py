"""How long a report may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extent:
    """How many words (字) the text may have; offices are asked for 3,000 to 5,000."""

    long: int = 3000
    """Beyond this a hint is given."""
    too_long: int = 5000
    """Beyond this a warning."""
