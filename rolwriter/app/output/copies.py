"""Making a copy of one kind of the open project, for every output alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from rolwriter.app.ledger.cells import DEFAULT_JUMP
from rolwriter.app.output.layout import PagePlaces, cell_layout
from rolwriter.app.output.open_points import draft_marks, open_points, points_section
from rolwriter.app.output.sheets import check_section, sign_sheet
from rolwriter.app.output.table_copies import on_one_page
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.page_format import PageFormat, load_page_format
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.errors import RolwriterError
from rolwriter.model.finding import Finding
from rolwriter.model.mask import masked
from rolwriter.model.project import Project
from rolwriter.model.report import Report
from rolwriter.writers.layout.compose import Extras, compose
from rolwriter.writers.layout.copy import Copy


def make_copy(
    project: Project,
    kind: CopyKind,
    catalogue: Catalogue,
    *,
    page_format: PageFormat | None = None,
    findings: Iterable[Finding] = (),
    day: date | None = None,
    threshold: int = DEFAULT_JUMP,
) -> Copy:
    """The copy of that kind, ready to be set.

    ``findings`` (what the checks say now) and ``day`` stand on a draft alone;
    ``page_format`` is the house's, else the standard's. RolwriterError when a 上行文
    has no name to head it.
    """
    if kind is CopyKind.UPWARD and not (project.dispatch.masthead or project.report.authority):
        raise RolwriterError(
            "上行文要有发文机关标志，而这份报告没有写明发文机关。",
            "没有生成上行文。",
            "请在“输出”菜单的“发文信息”里填写发文机关标志，再导出。",
        )
    points = open_points(project.report, findings) if kind is CopyKind.DRAFT else ()
    marks = draft_marks(project.report, points) if kind is CopyKind.DRAFT else {}
    copy = compose(
        written_report(project, kind),
        kind,
        project.dispatch,
        page_format or load_page_format(),
        Extras(day, marks),
    )
    if kind is not CopyKind.REVIEW and not points:
        return copy
    # The sheets name pages and lines of this very copy, which they do not move.
    pages = PagePlaces(cell_layout(copy))
    if kind is CopyKind.REVIEW:
        sheet = on_one_page(check_section(project, catalogue, threshold, pages), copy.page_format)
        sheets = (sheet, sign_sheet(project))
    else:
        sheets = (points_section(points, pages),)
    return replace(copy, sections=(*copy.sections, *sheets))


def written_report(project: Project, kind: CopyKind) -> Report:
    """The report as this kind of copy has it: the public one shows what the masks allow."""
    return masked(project.report, project.masks) if kind is CopyKind.PUBLIC else project.report
