"""One thing counted with one measure word throughout: 案件12件 here and 12起 there (N13)."""

from __future__ import annotations

from collections.abc import Iterator

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.checks.pattern import replacement
from rolwriter.checks.rule import ReportHit, ReportRule
from rolwriter.checks.told_twice import Told, told_figures
from rolwriter.model.project import Project

_ALIKE = ({"件", "起", "宗", "例"}, {"人", "名", "位"}, {"场", "次", "场次"}, {"家", "户", "个"})
"""Measure words of one thing; which of them is taken is free, but not twice over."""


def _two_measures(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """The same name with the same value, counted or written in another unit before."""
    del catalogue
    met = dict[str, list[Told]]()
    for (name, _), told in told_figures(project):
        before = next((known for known in met.get(name, []) if _differ(known, told)), None)
        met.setdefault(name, []).append(told)
        if before is not None:
            said = (
                f"“{told.amount.name}”前面写{before.amount.text}，这里写{told.amount.text}，"
                "单位的写法宜统一。"
            )
            yield ReportHit(told.location, said, (replacement(before.amount.text),))


def _differ(one: Told, other: Told) -> bool:
    first, second = one.amount, other.amount
    if first.value != second.value:
        return False
    if first.unit == second.unit == "元":
        return ("万" in first.text) != ("万" in second.text)
    return first.unit != second.unit and any({first.unit, second.unit} <= a for a in _ALIKE)


REPORT_RULES = (ReportRule("N13", _two_measures),)
