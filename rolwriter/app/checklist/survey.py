"""The checklist of a project: each item's state, where it is written, its figures."""

from __future__ import annotations

from dataclasses import dataclass

from rolwriter.app.output.deliveries import FIELDS
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.checklist import Chapter, Item, Level
from rolwriter.checks.evidence import EvidenceKind, ItemEvidence, find_evidence
from rolwriter.checks.field_match import place_rank
from rolwriter.model.checklist import STATE_NAMES, STATE_SIGNS, ItemRecord, ItemState
from rolwriter.model.checklist_change import SetChecklist
from rolwriter.model.errors import RolwriterError
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.project import Project
from rolwriter.text.spans import Span

CHAPTER_NAMES = {
    Chapter.HEAD: "报头和报送",
    Chapter.WORK: "主要举措和成效",
    Chapter.DUTY: "第一责任人履职",
    Chapter.SHORTCOMING: "不足和原因",
    Chapter.PLAN: "下一年度安排",
    Chapter.OTHER: "其他",
}


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One item as it stands."""

    item: Item
    state: ItemState
    record: ItemRecord | None
    last: ItemRecord | None
    """What was said of it in last year's report, with its reason."""
    evidence: tuple[ItemEvidence, ...]
    figures: tuple[Figure, ...]
    """The ledger's figures that answer its fields or stand where it is written."""
    basis: tuple[str, ...]
    place: tuple[str, Span | None] | None
    """Paragraph and characters it is written in; None when it is written nowhere."""
    proposed: bool
    """The text seems to answer it; the clerk has not confirmed that yet."""

    @property
    def reason(self) -> str:
        """Why it does not apply, or whom it waits for."""
        return self.record.reason if self.record else ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """All items this organ is asked, in the order of the catalogue."""

    rows: tuple[ChecklistRow, ...]

    @property
    def required(self) -> tuple[ChecklistRow, ...]:
        """The items that must be answered (必写)."""
        return tuple(row for row in self.rows if row.item.level is Level.MUST)

    @property
    def done(self) -> int:
        """How many of the required ones are settled."""
        return sum(row.state.settled for row in self.required)

    @property
    def progress(self) -> str:
        """必写 18/24."""
        return f"必写 {self.done}/{len(self.required)}"


def checklist(project: Project, catalogue: Catalogue) -> Checklist:
    """The checklist of the project as it stands. Pure."""
    evidence = find_evidence(project.report, catalogue, project.profiles)
    records = {record.id: record for record in project.checklist}
    last = {record.id: record for record in project.last_checklist}
    by_field = {figure.field: figure for figure in project.ledger if figure.field}
    ticked = {answer.id for answer in project.answers if answer.none}
    recorded = {FIELDS[delivery.kind] for delivery in project.deliveries}
    absent = ticked | {field for field, figure in by_field.items() if _absent(figure)}
    rows = list[ChecklistRow]()
    for item in catalogue.items_for(project.profiles, absent):
        found = evidence.items.get(item.id, ())
        record = records.get(item.id)
        figures = _figures(project, catalogue, item, found, by_field)
        none = any(field.id in absent for field in catalogue.fields_of(item.id))
        judged = _recorded(item, recorded) or _judged(found, none=none)
        rows.append(
            ChecklistRow(
                item,
                record.state if record else judged,
                record,
                last.get(item.id),
                found,
                figures,
                tuple(catalogue.basis_words(basis) for basis in item.basis),
                _place(project, item, record, found),
                record is None and bool(found or none) and judged is not ItemState.DONE,
            )
        )
    return Checklist(tuple(rows))


def set_state(
    project: Project, item_id: str, state: ItemState, reason: str = "", paragraph: str = ""
) -> SetChecklist:
    """The change that records what the clerk says of an item.

    RolwriterError when 不适用 comes without a reason.
    """
    reason = " ".join(reason.split())
    if state is ItemState.NOT_APPLICABLE and not reason:
        raise RolwriterError(
            "没有写“不适用”的理由。",
            "这一项的状态没有改动。",
            "请写明理由，如“本单位没有行政执法权”；审签时要看。",
        )
    record = ItemRecord(item_id, state, reason, paragraph)
    others = tuple(other for other in project.checklist if other.id != item_id)
    return SetChecklist((*others, record))


def state_words(row: ChecklistRow) -> str:
    """The state with its sign; what the clerk has not confirmed is called so."""
    words = f"{STATE_SIGNS[row.state]} {STATE_NAMES[row.state]}"
    return f"{words}（待确认）" if row.proposed else words


def _recorded(item: Item, recorded: set[str]) -> ItemState | None:
    """What the record of 报送 and 公开 says of an item with days to keep; None: nothing."""
    days = {threshold.field for threshold in item.thresholds if threshold.by}
    if not days & recorded:
        return None
    return ItemState.DONE if days <= recorded else ItemState.DRAFT


def _judged(found: tuple[ItemEvidence, ...], *, none: bool) -> ItemState:
    return ItemState.DRAFT if found or none else ItemState.TODO


def _absent(figure: Figure) -> bool:
    return figure.state is FigureState.NONE or (figure.value is not None and not figure.value)


def _place(
    project: Project, item: Item, record: ItemRecord | None, found: tuple[ItemEvidence, ...]
) -> tuple[str, Span | None] | None:
    """Where the clerk confirmed it, else the best evidence: in the chapter that asks for it."""
    if record and record.paragraph:
        here = next((e for e in found if e.paragraph_id == record.paragraph), None)
        if any(p.id == record.paragraph for p in project.report.paragraphs):
            return record.paragraph, here.span if here else None

    def rank(evidence: ItemEvidence) -> tuple[int, bool]:
        part, _ = project.report.locate(evidence.paragraph_id)
        fit = place_rank(item.chapter, part.kind, part.role)
        return fit or 0, evidence.kind is EvidenceKind.HEADING

    best = min(found, key=rank, default=None)
    return (best.paragraph_id, best.span) if best else None


def _figures(
    project: Project,
    catalogue: Catalogue,
    item: Item,
    found: tuple[ItemEvidence, ...],
    by_field: dict[str, Figure],
) -> tuple[Figure, ...]:
    own = [by_field[f.id] for f in catalogue.fields_of(item.id) if f.id in by_field]
    shown = {(e.paragraph_id, e.span.start) for e in found if e.field}
    linked = {
        link.figure
        for p in project.report.paragraphs
        for link in p.links
        if (p.id, link.start) in shown
    }
    own += [f for f in project.ledger if f.id in linked and f not in own]
    return tuple(own)
