"""The collection form (数据征集表) as values: what goes out to a 科室 and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.sheets import Cell


class Column(StrEnum):
    """The columns a form or a ledger can have; their titles are data (resources/forms)."""

    ID = "id"
    NAME = "name"
    UNIT = "unit"
    SCOPE = "scope"
    PERIOD = "period"
    PREVIOUS = "previous"
    VALUE = "value"
    HEDGE = "hedge"
    STATE = "state"
    EVIDENCE = "evidence"
    REMARK = "remark"
    SUPPLIER = "supplier"
    """Not on a form, which is one 科室's, but in a ledger or a summary of several."""


STATE_WORDS = {
    FigureState.MISSING: "未报",
    FigureState.REPORTED: "已报",
    FigureState.VERIFIED: "已核",
    FigureState.DOUBTFUL: "存疑",
    FigureState.NONE: "本年度未发生",
}
"""The states as a clerk reads them."""

STAMP = "rolwriter-form"
"""The first cell of the hidden sheet by which a form is known again."""


@dataclass(frozen=True, slots=True)
class CollectionForm:
    """One 科室's form of one year, with its figures only."""

    year: int | None
    authority: str
    supplier: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of a filled form, under a heading row that named its columns."""

    sheet: str
    row: int
    cells: Mapping[Column, Cell]
    """The cells that are not empty."""
    words: str
    """All that stands in the row, for showing."""
    figure_id: str = ""
    merged: str = ""
    """The merged cell over several rows in which its value stands: F5:F6; else empty."""
    value_place: str = ""
    """The cell for this year's value; empty when the table has no such column."""


@dataclass(frozen=True, slots=True)
class LooseRow:
    """A row with words outside every table, or not of the form's own."""

    sheet: str
    place: str
    words: str


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What a returned file holds."""

    year: int | None = None
    supplier: str = ""
    rows: tuple[FormRow, ...] = ()
    loose: tuple[LooseRow, ...] = ()
    notes: tuple[str, ...] = ()
