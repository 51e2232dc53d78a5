"""The sheets that go with a report for review: 审签单 and 核对表, as pages of a copy."""

from __future__ import annotations

from dataclasses import replace

from rolwriter.app.checklist.check_sheet import check_sheet
from rolwriter.app.checklist.survey import checklist
from rolwriter.app.output.layout import PagePlaces, cell_layout
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.page_format import PageFormat
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.project import Project
from rolwriter.model.report import PartKind
from rolwriter.text.sanitize import writable
from rolwriter.writers.layout.blocks import sheet_title
from rolwriter.writers.layout.copy import Copy, Section, TableBlock, TableRow

_SIGNING = (("拟稿", 4), ("核稿", 4), ("会签", 6), ("签发", 6))
"""The steps of a document's way to its signature, and the lines each leaves to write on."""
_SIGNATURE = "签名：　　　　　　　　　　　　年　　月　　日"
_WIDTHS = (5.0, 23.0)
_SHEET_PT = 14.0
_CHECK_PTS = (10.5, 10.0, 9.0, 8.0, 7.0)
"""The sizes in which the 核对表 is tried on one page, the largest first."""
_NARROWEST = 8.0
"""Of a column of the 核对表, in half-width characters."""


def sign_sheet(project: Project) -> Section:
    """审签单: what the document is, and room for those who write, review and sign it."""
    report, dispatch = project.report, project.dispatch
    known = (
        ("标题", report.title),
        ("发文字号", _words(project, PartKind.DOCUMENT_NUMBER)),
        ("主送", _words(project, PartKind.ADDRESSEE).rstrip("：:")),
        ("抄送", "，".join(dispatch.copies_to)),
        ("稿次", f"第{dispatch.draft_number}稿"),
        ("紧急程度", dispatch.urgency),
    )
    rows = [TableRow((name, writable(words))) for name, words in known]
    for name, lines in _SIGNING:
        rows.append(TableRow((name, "\n" * (lines - 1) + _SIGNATURE), lines))
    table = TableBlock(_WIDTHS, tuple(rows), size_pt=_SHEET_PT)
    return Section((sheet_title("审签单"), table), numbered=False)


def check_section(
    project: Project, catalogue: Catalogue, threshold: int, pages: PagePlaces
) -> Section:
    """核对表: what must be written, where it stands, figures and exceptions; laid across."""
    table = check_sheet(project, checklist(project, catalogue), threshold, pages)
    rows = (
        TableRow(tuple(column.title for column in table.columns)),
        *(TableRow(tuple(writable(str(cell)) for cell in row)) for row in table.rows),
    )
    widths = tuple(max(_NARROWEST, column.width) for column in table.columns)
    block = TableBlock(widths, rows, header_rows=1, size_pt=_CHECK_PTS[0])
    return Section((sheet_title(table.title), block), landscape=True)


def on_one_page(section: Section, page_format: PageFormat) -> Section:
    """The section with its tables in the largest type that holds it on one page.

    One too long even for the smallest that can be read goes on to a second page.
    """
    for size in _CHECK_PTS:
        content = tuple(
            replace(block, size_pt=size) if isinstance(block, TableBlock) else block
            for block in section.content
        )
        section = replace(section, content=content)
        if len(cell_layout(Copy(CopyKind.REVIEW, page_format, (section,))).pages) == 1:
            break
    return section


def _words(project: Project, kind: PartKind) -> str:
    return "".join(p.text for part in project.report.of_kind(kind) for p in part.paragraphs)
