"""All rules there are, a module a family, and the checker that runs them."""

from __future__ import annotations

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.rules import load_rules
from rolwriter.checks import (
    dated,
    dates,
    fixed_sets,
    heading_order,
    laws,
    number_forms,
    numbering,
    pairs,
    punctuation,
    ranges,
    report_families,
    wording,
)
from rolwriter.checks.engine import Checker
from rolwriter.checks.rule import ParagraphRule, ReportRule
from rolwriter.model.extent import Extent


def report_rules(limits: Extent) -> tuple[ReportRule, ...]:
    """The report rules, with the limits of the settings."""
    return (
        *heading_order.REPORT_RULES,
        *dates.REPORT_RULES,
        *laws.REPORT_RULES,
        *report_families.report_rules(limits),
    )


def paragraph_rules(catalogue: Catalogue) -> tuple[ParagraphRule, ...]:
    """The paragraph rules; some read their words from the catalogue."""
    return (
        *numbering.PARAGRAPH_RULES,
        *punctuation.PARAGRAPH_RULES,
        *pairs.PARAGRAPH_RULES,
        *ranges.PARAGRAPH_RULES,
        *number_forms.PARAGRAPH_RULES,
        *dates.PARAGRAPH_RULES,
        *wording.rules(),
        *dated.rules(catalogue.phrases),
        *fixed_sets.rules(catalogue.fixed_sets),
        *laws.rules(catalogue),
        *report_families.PARAGRAPH_RULES,
    )


def make_checker(catalogue: Catalogue, extent: Extent | None = None) -> Checker:
    """A checker with all rules, which reads its words from the catalogue.

    ``extent``: how long the report may be; None: as offices are usually asked.
    """
    rules = report_rules(extent or Extent())
    return Checker(catalogue, load_rules(), paragraph_rules(catalogue), rules)
