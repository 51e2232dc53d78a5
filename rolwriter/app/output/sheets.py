"""The sheets that go with a report for review: 审签单 and 核对表, as pages of a copy."""

from __future__ import annotations

from rolwriter.app.checklist.check_sheet import check_sheet
from rolwriter.app.checklist.survey import checklist
from rolwriter.app.output.layout import PagePlaces
from rolwriter.app.output.table_copies import table_section
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.model.project import Project
from rolwriter.model.report import PartKind
from rolwriter.text.sanitize import writable
from rolwriter.writers.layout.blocks import sheet_title
from rolwriter.writers.layout.copy import Section, TableBlock, TableRow

_SIGNING = (("拟稿", 4), ("核稿", 4), ("会签", 6), ("签发", 6))
"""The steps of a document's way to its signature, and the lines each leaves to write on."""
_SIGNATURE = "签名：　　　　　　　　　　　　年　　月　　日"
_WIDTHS = (5.0, 23.0)
_SHEET_PT = 14.0


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
    return table_section(check_sheet(project, checklist(project, catalogue), threshold, pages))


def _words(project: Project, kind: PartKind) -> str:
    return "".join(p.text for part in project.report.of_kind(kind) for p in part.paragraphs)
