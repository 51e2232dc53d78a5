"""Word files of made-up reports."""

from __future__ import annotations

from rolwriter.catalog.page_format import PageFormat, load_page_format
from rolwriter.model.dispatch import CopyKind, Dispatch
from rolwriter.model.report import Report
from rolwriter.writers.docx import write_docx
from rolwriter.writers.layout.compose import Extras, compose


def formal(of: Report, page_format: PageFormat | None = None) -> bytes:
    """The report as 定稿."""
    return written(of, CopyKind.FORMAL, page_format=page_format)


def written(
    of: Report,
    kind: CopyKind,
    dispatch: Dispatch | None = None,
    extras: Extras | None = None,
    page_format: PageFormat | None = None,
) -> bytes:
    """The report as a copy of that kind."""
    copy = compose(of, kind, dispatch or Dispatch(), page_format or load_page_format(), extras)
    return write_docx(copy)
