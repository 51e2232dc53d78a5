"""The rules on a report as a whole: figures, structure, what last year left, publication."""

from __future__ import annotations

from rolwriter.checks import (
    answers,
    carried,
    chapters,
    extent,
    growth,
    ledger_agrees,
    percentages,
    private_names,
    private_numbers,
    secrecy,
    self_names,
    sums,
    title_form,
    told_twice,
    unit_words,
)
from rolwriter.checks.rule import ParagraphRule, ReportRule
from rolwriter.model.extent import Extent

PARAGRAPH_RULES: tuple[ParagraphRule, ...] = (
    *sums.PARAGRAPH_RULES,
    *percentages.PARAGRAPH_RULES,
    *private_numbers.PARAGRAPH_RULES,
    *private_names.PARAGRAPH_RULES,
    *secrecy.PARAGRAPH_RULES,
)


def report_rules(limits: Extent) -> tuple[ReportRule, ...]:
    """The rules on the report as a whole, with the limits of the settings."""
    return (
        *ledger_agrees.REPORT_RULES,
        *told_twice.REPORT_RULES,
        *unit_words.REPORT_RULES,
        *growth.REPORT_RULES,
        *chapters.REPORT_RULES,
        *title_form.REPORT_RULES,
        *extent.rules(limits),
        *self_names.REPORT_RULES,
        *answers.REPORT_RULES,
        *carried.REPORT_RULES,
    )
