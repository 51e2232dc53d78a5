"""A spreadsheet's binary number as the decimal its user sees."""

from __future__ import annotations

import math
from decimal import Decimal


def exact(value: float) -> Decimal | None:
    """The number in the fifteen digits that spreadsheets keep: 0.1 + 0.2 is 0.3; None for NaN.

    Every decimal of up to fifteen digits comes back as it was typed.
    """
    if not math.isfinite(value):
        return None
    number = Decimal(f"{value:.15g}")
    return number or Decimal(0)
