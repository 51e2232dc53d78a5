"""The checklist as lines to read and as data."""

from __future__ import annotations

from collections.abc import Iterator

from rolwriter.app.carry.listing import Places
from rolwriter.app.checklist.survey import CHAPTER_NAMES, Checklist, ChecklistRow, state_words
from rolwriter.model.checklist import STATE_NAMES
from rolwriter.model.project import Project


def checklist_lines(project: Project, found: Checklist) -> Iterator[str]:
    """Progress, then a line for each item under the name of its chapter."""
    places = Places(project)
    yield found.progress
    chapter = None
    for row in found.rows:
        if row.item.chapter != chapter:
            chapter = row.item.chapter
            yield f"【{CHAPTER_NAMES[chapter]}】"
        where = f"　{places.name(row.place[0])}" if row.place else ""
        reason = f"　理由：{row.reason}" if row.reason else ""
        if row.last and row.record is None:
            reason = f"　去年：{STATE_NAMES[row.last.state]}，理由：{row.last.reason}"
        words = f"{row.item.id} {row.item.title}（{row.item.level.label}）"
        yield f"{state_words(row)}　{words}{where}{reason}"


def checklist_json(project: Project, found: Checklist) -> dict[str, object]:
    """The same as data; spans are code points of the paragraph."""
    places = Places(project)
    return {
        "required": len(found.required),
        "done": found.done,
        "profiles": list(project.profiles),
        "items": [_item(places, row) for row in found.rows],
    }


def _item(places: Places, row: ChecklistRow) -> dict[str, object]:
    return {
        "id": row.item.id,
        "title": row.item.title,
        "chapter": row.item.chapter.value,
        "level": row.item.level.value,
        "state": row.state.value,
        "proposed": row.proposed,
        "reason": row.reason,
        "last_reason": row.last.reason if row.last else "",
        "basis": list(row.basis),
        "figures": [figure.id for figure in row.figures],
        "evidence": [
            {
                "kind": entry.kind.value,
                "paragraph": entry.paragraph_id,
                "place": places.name(entry.paragraph_id),
                "span": [entry.span.start, entry.span.end],
                "text": entry.text,
                "field": entry.field,
            }
            for entry in row.evidence
        ],
    }
