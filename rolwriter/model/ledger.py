"""The ledger of figures (数据台账): each figure once, this year beside last year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class FigureState(StrEnum):
    """How far a figure has come: 未报 已报 已核 存疑 本年度未发生."""

    MISSING = "missing"
    REPORTED = "reported"
    VERIFIED = "verified"
    DOUBTFUL = "doubtful"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Offer:
    """A value a 科室 gave; two that differ wait side by side until the clerk settles it."""

    supplier: str
    value: Decimal | None
    """None: nothing happened this year (本年度未发生)."""
    hedge: str = ""
    evidence: str = ""


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
    scope: str = ""
    """口径: what is counted and what is not."""
    period: str = ""
    supplier: str = ""
    """The 科室 that answers for it."""
    evidence: str = ""
    state: FigureState = FigureState.MISSING
    field: str = ""
    """The catalogue's field (填报项) it answers; empty when none."""
    offers: tuple[Offer, ...] = ()
    """Differing values that wait to be settled."""

    @property
    def difference(self) -> Decimal | None:
        """This year's value less last year's; None when either is absent."""
        if self.value is None or self.previous is None:
            return None
        return self.value - self.previous

    @property
    def percent(self) -> Decimal | None:
        """The difference in percent of last year's value; None when that is absent or zero."""
        if self.difference is None or not self.previous:
            return None
        return self.difference / self.previous * 100
