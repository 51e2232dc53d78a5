"""What an import found, as lines to read and as data."""

from __future__ import annotations

from collections.abc import Iterator

from rolwriter.model.draft import Draft
from rolwriter.model.report import Part, PartKind


def import_lines(draft: Draft) -> Iterator[str]:
    """What was recognised and what is to be confirmed, a line each."""
    report = draft.report
    year = f"{report.year}年" if report.year else "未认出"
    yield (
        f"年度：{year}；发文机关：{report.authority or '未认出'}；"
        f"章：{len(report.chapters)}；未归类：{len(_unplaced(draft))}段"
    )
    yield from (f"请确认：{doubt.question}" for doubt in draft.doubts)


def import_json(draft: Draft) -> dict[str, object]:
    """The same as data, with the notes of the reader and what stands apart."""
    report = draft.report
    return {
        "title": report.title,
        "authority": report.authority,
        "year": report.year,
        "chapters": [_chapter(part) for part in report.chapters],
        "unplaced": _unplaced(draft),
        "doubts": [
            {"target": d.target, "question": d.question, "choices": list(d.choices)}
            for d in draft.doubts
        ],
        "notes": [
            {"kind": n.kind, "message": n.message, "dropped": list(n.dropped)} for n in draft.notes
        ],
        "apart": [{"kind": p.kind, "text": p.text} for p in draft.apart],
    }


def _unplaced(draft: Draft) -> list[str]:
    parts = draft.report.of_kind(PartKind.UNPLACED)
    return [p.text for part in parts for p in part.paragraphs if p.text]


def _chapter(part: Part) -> dict[str, object]:
    heading = part.heading
    return {
        "id": part.id,
        "role": part.role,
        "heading": heading.text if heading else "",
        "paragraphs": sum(bool(p.text) for p in part.body),
    }
