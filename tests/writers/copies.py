"""Copies of the small made-up reports, for the tests of the page and of the plain text."""

from __future__ import annotations

from datetime import date

from rolwriter.catalog.page_format import load_page_format
from rolwriter.model.dispatch import CopyKind, Dispatch
from rolwriter.model.report import PartKind, Report
from rolwriter.writers.layout.compose import Extras, compose
from rolwriter.writers.layout.copy import Copy
from tests.writers.reports import full_report, report

DISPATCH = Dispatch(
    masthead="云溪区机关事务服务中心文件",
    signatories=("张三",),
    copies_to=("甲局",),
    printer="中心办公室",
    print_date=date(2026, 1, 21),
)


def copy_of(of: Report | None = None, kind: CopyKind = CopyKind.PUBLIC) -> Copy:
    """A copy of the report, else of the full one."""
    return compose(
        of or full_report(), kind, DISPATCH, load_page_format(), Extras(date(2026, 1, 20))
    )


def text_copy(*texts: str, kind: CopyKind = CopyKind.PUBLIC) -> Copy:
    """A copy of a report of one chapter under a title."""
    return copy_of(report((PartKind.TITLE, ("某局报告",)), (PartKind.CHAPTER, texts)), kind)
