"""Forms that are printed, filled with the pen and filed, as data: 保密审查表, 公开审批表."""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

from rolwriter.catalog.checklist import Basis
from rolwriter.catalog.load import load_toml
from rolwriter.catalog.paths import resource
from rolwriter.model.threads import once

_SLOT = re.compile(r"\{([a-z_]+)\}")
BASIS = "basis"
SLOTS = frozenset(
    {
        *("title", "authority", "number", "issue_date", "channel", "publish_by"),
        *("findings", "masks", "paragraphs", "characters"),
        *("submitted", "reviewed", "published"),
        BASIS,
    }
)
"""What a form can be filled with."""


class FormName(StrEnum):
    """The forms there are; each value is its file's stem."""

    SECRECY_REVIEW = "secrecy_review"
    PUBLICATION = "publication_approval"


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the file: a name it does not know is an error."""


class PaperRow(_Table, frozen=True):
    """One row: a text a column with {slots}; empty: room for the pen."""

    cells: tuple[str, ...]
    lines: int = 1
    basis: tuple[Basis, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a slot nothing fills."""
        _check_slots("".join(self.cells), self.basis)


class PaperTable(_Table, frozen=True):
    """Rows of equally many columns."""

    widths: tuple[float, ...]
    rows: tuple[PaperRow, ...]
    header_rows: int = 0
    size_pt: float = 12.0

    def __post_init__(self) -> None:
        """Every row has a cell a column."""
        if any(len(row.cells) != len(self.widths) for row in self.rows):
            raise ValueError("每一行的格数（cells）要与列数（widths）相同")


class PaperNote(_Table, frozen=True):
    """A line under the tables."""

    text: str
    basis: tuple[Basis, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a slot nothing fills."""
        _check_slots(self.text, self.basis)


class PaperForm(_Table, frozen=True):
    """One form."""

    title: str
    table: tuple[PaperTable, ...]
    note: tuple[PaperNote, ...] = ()


def _check_slots(text: str, basis: tuple[Basis, ...]) -> None:
    unknown = set(_SLOT.findall(text)) - SLOTS
    if unknown:
        raise ValueError(f"没有“{{{min(unknown)}}}”可填")
    if (f"{{{BASIS}}}" in text) != bool(basis):
        raise ValueError("写了依据（basis）的行要有{basis}，没有依据的不能有")


def fill(text: str, values: dict[str, str]) -> str:
    """The text with its slots filled; KeyError for a value that was not given."""
    return _SLOT.sub(lambda slot: values[slot[1]], text)


@once
def load_paper_forms() -> dict[FormName, PaperForm]:
    """All forms; RolwriterError when a file is damaged."""
    return {
        name: load_toml(resource("forms", f"{name.value}.toml"), PaperForm) for name in FormName
    }
