"""Fixed sets (固定表述): members in their order, and forms that are wrong."""

from __future__ import annotations

import msgspec

from rolwriter.catalog.entry import Entry


class FixedSet(Entry, frozen=True, kw_only=True):
    """A set such as 四个意识; ``verified``: its members were read in a source."""

    id: str
    name: str
    members: tuple[str, ...] = ()
    """In order; empty: a term by itself."""
    variants: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict[str, tuple[str, ...]])
    """Other right forms of a member."""
    other_forms: tuple[tuple[str, ...], ...] = ()
    """Whole other lists in use; none is wrong."""
    wrong: dict[str, str] = msgspec.field(default_factory=dict[str, str])
    """Forms to point at, each with the right one."""
    quoted: bool = False
    """Usually stands in quotation marks."""
    source: str
    verified: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        """A variant is of a member."""
        for member in self.variants:
            if member not in self.members:
                raise ValueError(f"“{member}”不是“{self.name}”的成员")
