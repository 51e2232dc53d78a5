"""The year reported on, where the title does not give it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rolwriter.model.report import Role
from rolwriter.readers.outline.roles import classify
from rolwriter.text.dates import find_years

_ANNOUNCED = re.compile("现将|现就")
_REACH = 40
"""How far from the start, or from 现将, a paragraph's own year stands."""


def year_of(headings: Sequence[str], opening: Sequence[str]) -> int | None:
    """The year the chapters speak of, else the one the opening paragraphs begin with."""
    plans: list[int] = []
    for heading in headings:
        years = [span.value for span in find_years(heading)]
        if years and classify(heading, None).role is not Role.PLAN:
            return years[0]
        plans += years
    return plans[0] - 1 if plans else _of_opening(opening)


def _of_opening(opening: Sequence[str]) -> int | None:
    """现将2023年度…情况报告如下, or a paragraph that begins 2023年，…."""
    for text in opening:
        announced = [match.end() for match in _ANNOUNCED.finditer(text)][-1:]
        for start in (*announced, 0):
            years = find_years(text[start : start + _REACH])
            if years and (start or years[0].start == 0):
                return years[0].value
    return None
