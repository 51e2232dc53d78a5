"""What every table of the catalogue has in common."""

from __future__ import annotations

import msgspec


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a catalogue file: a value; a name it does not know is an error."""
