"""The slip's words as data."""

from __future__ import annotations

import msgspec

from rolwriter.catalog.load import load_toml
from rolwriter.catalog.paths import resource
from rolwriter.model.threads import once


class SlipWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words around the topics; {year} in the title is the year reported on."""

    title: str
    supplier: str
    instructions: tuple[str, ...]
    hint: str
    previous: str
    no_previous: str
    answer: str
    lines: int
    """Empty lines that an answer's frame begins with."""

    def title_of(self, year: int | None) -> str:
        """The title for a year, or for 本年度 when it is not known."""
        return self.title.replace("{year}", str(year) if year else "本")


@once
def load_slip_words() -> SlipWords:
    """The words; RolwriterError when the file is damaged."""
    return load_toml(resource("forms", "slip.toml"), SlipWords)
