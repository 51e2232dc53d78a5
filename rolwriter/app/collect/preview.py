"""What filled forms would do to the ledger, row by row, before anything is changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class RowKind(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    CONFLICT = "conflict"
    """Two values for one figure: both are kept until the clerk settles it."""
    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"
    """It fits no figure of the ledger."""
    EMPTY = "empty"
    """Not reported; never zero."""


FINDINGS = frozenset({RowKind.CONFLICT, RowKind.UNREADABLE, RowKind.UNKNOWN})
"""The kinds a clerk has to look at."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of a returned file."""

    kind: RowKind
    file: str
    sheet: str
    place: str
    """The cell: G12."""
    words: str
    """The row as it was written, so that nothing is lost from sight."""
    supplier: str = ""
    figure_id: str = ""
    """Empty when the row fits no figure."""
    name: str = ""
    value: Decimal | None = None
    hedge: str = ""
    none: bool = False
    """It says 本年度未发生."""
    evidence: str = ""
    reason: str = ""
    """Why it is unreadable, unknown or in conflict, or what was noticed; Chinese."""

    @property
    def is_report(self) -> bool:
        """Whether it gives a figure a value, or says that there is none."""
        return self.kind in _REPORTS


_REPORTS = frozenset({RowKind.NEW, RowKind.CHANGED, RowKind.SAME, RowKind.CONFLICT})


@dataclass(frozen=True, slots=True)
class FilePreview:
    """One returned file; ``trouble`` says why nothing of it was read, if so."""

    file: str
    supplier: str = ""
    rows: tuple[PreviewRow, ...] = ()
    notes: tuple[str, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """All returned files together: conflicts between them show here."""

    files: tuple[FilePreview, ...]

    @property
    def rows(self) -> Iterator[PreviewRow]:
        """The rows of all files."""
        return (row for file in self.files for row in file.rows)

    @property
    def has_findings(self) -> bool:
        """Whether there is something the clerk has to look at."""
        return any(file.trouble for file in self.files) or any(
            row.kind in FINDINGS for row in self.rows
        )
