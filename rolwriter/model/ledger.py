"""The ledger of figures (数据台账): each figure once, this year beside last year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the report; an absent value is not zero.

    Values are exact decimals in the unit itself: 约2.5万次 is 25000 次 with the
    hedge 约. ``previous_text`` keeps the way last year's report wrote it.
    """

    id: str
    name: str
    unit: str = ""
    value: Decimal | None = None
    hedge: str = ""
    previous: Decimal | None = None
    previous_text: str = ""
    previous_paragraph: str = ""
    """Id of the paragraph of last year's report it was taken from."""
