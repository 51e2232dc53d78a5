"""保密审查表 and 公开审批表, filled from the project: copies like any other, for the pen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from rolwriter.app.output.copies import make_copy
from rolwriter.app.output.deliveries import Deadline, day_words, delivery_words
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.checklist import Basis
from rolwriter.catalog.page_format import PageFormat, load_page_format
from rolwriter.catalog.paper_forms import (
    BASIS,
    FormName,
    PaperForm,
    PaperTable,
    fill,
    load_paper_forms,
)
from rolwriter.model.dispatch import CopyKind, DeliveryKind
from rolwriter.model.finding import Finding
from rolwriter.model.project import Project
from rolwriter.model.report import PartKind
from rolwriter.text.sanitize import writable
from rolwriter.writers.layout.blocks import sheet_title
from rolwriter.writers.layout.copy import Copy, Section, TableBlock, TableRow
from rolwriter.writers.plain_text import copy_lines

_PRIVACY = "Z"
"""The rules that look at what should not be published have ids with this letter."""
_MOST_MASKS = 12
_NOTE_PT = 10.5
_BLANK_DAY = "年　月　日"


def form_copy(
    project: Project,
    name: FormName,
    catalogue: Catalogue,
    *,
    page_format: PageFormat | None = None,
    findings: Iterable[Finding] | None = None,
    limits: Iterable[Deadline] = (),
) -> Copy:
    """The form as a copy of one section, ready to be set.

    ``findings`` is what the checks say now (None: they were not asked); ``limits`` the
    deadlines, of which the one of publication is named.
    """
    form = load_paper_forms()[name]
    values = _values(project, catalogue, findings, tuple(limits))
    content = (
        sheet_title(form.title),
        *(_table(table, values, catalogue) for table in form.table),
        *_notes(form, values, catalogue),
    )
    section = Section(content, numbered=False)
    return Copy(CopyKind.FORMAL, page_format or load_page_format(), (section,), title=form.title)


def _table(table: PaperTable, values: dict[str, str], catalogue: Catalogue) -> TableBlock:
    rows = tuple(
        TableRow(
            tuple(fill(cell, values | _basis(row.basis, catalogue)) for cell in row.cells),
            row.lines,
        )
        for row in table.rows
    )
    return TableBlock(table.widths, rows, table.header_rows, table.size_pt)


def _notes(form: PaperForm, values: dict[str, str], catalogue: Catalogue) -> Iterator[TableBlock]:
    rows = list[TableRow]()
    for number, note in enumerate(form.note, 1):
        words = fill(note.text, values | _basis(note.basis, catalogue))
        label = "注：" if len(form.note) == 1 else f"注{number}："
        rows.append(TableRow((f"{label}{words}",)))
    if rows:
        yield TableBlock((1,), tuple(rows), size_pt=_NOTE_PT)


def _basis(basis: Iterable[Basis], catalogue: Catalogue) -> dict[str, str]:
    words = "；".join(catalogue.basis_words(entry) for entry in basis)
    return {BASIS: words} if words else {}


def _values(
    project: Project,
    catalogue: Catalogue,
    findings: Iterable[Finding] | None,
    limits: tuple[Deadline, ...],
) -> dict[str, str]:
    report = project.report
    lines = copy_lines(make_copy(project, CopyKind.PUBLIC, catalogue))
    publish = next((d.day for d in limits if d.name == DeliveryKind.PUBLISHED.label), None)
    values = {
        "title": report.title,
        "authority": report.authority,
        "number": _part(project, PartKind.DOCUMENT_NUMBER),
        "issue_date": _part(project, PartKind.ISSUE_DATE),
        "channel": _channel(project),
        "publish_by": _until(publish),
        "findings": _findings(findings),
        "masks": _masks(project),
        "paragraphs": str(len(lines)),
        "characters": str(sum(len("".join(line.split())) for line in lines)),
        "submitted": delivery_words(project, DeliveryKind.SUBMITTED),
        "reviewed": delivery_words(project, DeliveryKind.REVIEWED),
        "published": delivery_words(project, DeliveryKind.PUBLISHED),
    }
    return {key: writable(words) for key, words in values.items()}


def _part(project: Project, kind: PartKind) -> str:
    return "".join(p.text for part in project.report.of_kind(kind) for p in part.paragraphs)


def _channel(project: Project) -> str:
    published = (d for d in project.deliveries if d.kind is DeliveryKind.PUBLISHED)
    return next((d.receiver for d in published if d.receiver), "")


def _until(day: date | None) -> str:
    return day_words(day) if day else _BLANK_DAY


def _findings(findings: Iterable[Finding] | None) -> str:
    if findings is None:
        return ""
    words = Counter(f.text for f in findings if f.rule_id.startswith(_PRIVACY) and f.text)
    if not words:
        return "没有发现尚未处理的个人信息、密级标志和内部材料（程序检查不能代替人工审查）。"
    listed = "、".join(f"“{text}”" for text in list(words)[:_MOST_MASKS])
    more = "等" if len(words) > _MOST_MASKS else ""
    return f"请逐处核对{words.total()}处：{listed}{more}。"


def _masks(project: Project) -> str:
    if not project.masks:
        return "无"
    shown = "、".join(f"“{mask.words}”改为“{mask.public}”" for mask in project.masks[:_MOST_MASKS])
    more = "等" if len(project.masks) > _MOST_MASKS else ""
    return f"{len(project.masks)}项：{shown}{more}"
