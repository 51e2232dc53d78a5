"""The list of what is left of last year's text, as lines to read and as data."""

from __future__ import annotations

from collections.abc import Iterator

from rolwriter.app.carry.survey import CarryReport, Share, YearPlace, YearState
from rolwriter.app.output.layout import PagePlaces
from rolwriter.model.ledger import Figure
from rolwriter.model.project import Project
from rolwriter.model.promise import PromiseKind
from rolwriter.model.report import Paragraph, Part, PartKind
from rolwriter.text.abridge import abridged

_PLACES = {
    PartKind.TITLE: "标题",
    PartKind.DOCUMENT_NUMBER: "发文字号",
    PartKind.ADDRESSEE: "主送机关",
    PartKind.PREAMBLE: "导语",
    PartKind.SIGNATURE: "署名",
    PartKind.ISSUE_DATE: "成文日期",
    PartKind.ATTACHMENT_NOTE: "附件说明",
    PartKind.UNPLACED: "未归类",
}


class Places:
    """Where each paragraph stands, in words: 第二章第3段, 标题; with pages also 第3页第12行."""

    def __init__(self, project: Project, pages: PagePlaces | None = None) -> None:
        self._pages = pages
        self._texts = dict[str, str]()
        self._names = dict[str, str]()
        number = 0
        for part in project.report.parts:
            number += part.kind is PartKind.CHAPTER
            for row, paragraph in enumerate((p for p in part.paragraphs if p.text), 1):
                self._texts[paragraph.id] = paragraph.text
                self._names[paragraph.id] = _place(part, number, row)

    def name(self, paragraph_id: str) -> str:
        """The place in words; empty for a paragraph that is gone."""
        return self._names.get(paragraph_id, "")

    def where(self, paragraph_id: str, at: int = 0) -> str:
        """The place of a character: as `name`, then page and line where they are known."""
        on_page = self._pages.words(paragraph_id, at) if self._pages else ""
        return "，".join(words for words in (self.name(paragraph_id), on_page) if words)

    def text(self, paragraph_id: str) -> str:
        """The paragraph's words."""
        return self._texts.get(paragraph_id, "")


def carry_lines(project: Project, report: CarryReport) -> list[str]:
    """The list a clerk reads; one line when nothing is left."""
    if project.previous is None and not report.unread:
        return ["这个工程没有去年的报告，没有沿用的内容。"]
    return list(_lines(Places(project), project, report))


def _lines(places: Places, project: Project, report: CarryReport) -> Iterator[str]:
    if project.previous is not None:
        yield from _share_lines(project, report)
    yield f"沿用未核的段落：{len(report.unread)}段"
    yield from (f"　　{places.name(p.id)}：{abridged(p.text)}" for p in report.unread)
    yield f"写明的年份：{len(report.years)}处"
    yield from (f"　　{_year_line(places, place)}" for place in report.years)
    yield f"有时效的表述：{len(report.phrases)}处"
    for found in report.phrases:
        state = "已过时" if found.phrase.stale else "请核对"
        yield (
            f"　　{places.name(found.paragraph_id)}：{found.phrase.text}"
            f"（{state}）{found.phrase.note}"
        )
    yield f"去年的数字，今年未填：{len(report.figures)}个"
    yield from (f"　　{_figure_line(places, project, figure)}" for figure in report.figures)
    yield f"去年的安排和不足，尚未回应：{len(report.promises)}条"
    for promise in report.promises:
        kind = "安排" if promise.kind is PromiseKind.PLAN else "不足"
        yield f"　　{kind}：{abridged(promise.text)}"


def _share_lines(project: Project, report: CarryReport) -> Iterator[str]:
    total = report.total
    yield f"与去年相同的文字：{percent(total)}（{total.kept}/{total.total}字）"
    for part, share in zip(project.report.chapters, report.shares, strict=True):
        heading = abridged(part.paragraphs[0].text) if part.paragraphs else ""
        yield f"　　{heading}：{percent(share)}"


def carry_json(project: Project, report: CarryReport) -> dict[str, object]:
    """The same list as data."""
    places = Places(project)
    heads = {
        part.id: part.paragraphs[0].text if part.paragraphs else ""
        for part in project.report.chapters
    }
    return {
        "settled": report.settled,
        "unread": [_paragraph(places, p) for p in report.unread],
        "unchanged": {
            "kept": report.total.kept,
            "total": report.total.total,
            "ratio": round(report.total.ratio, 4),
            "chapters": [_share(heads, share) for share in report.shares],
        },
        "years": [_year(places, place) for place in report.years],
        "phrases": [
            {
                "id": found.phrase.phrase_id,
                "paragraph": found.paragraph_id,
                "place": places.name(found.paragraph_id),
                "start": found.phrase.span.start,
                "end": found.phrase.span.end,
                "text": found.phrase.text,
                "stale": found.phrase.stale,
                "note": found.phrase.note,
            }
            for found in report.phrases
        ],
        "figures": [_figure(places, project, figure) for figure in report.figures],
        "promises": [
            {"id": p.id, "kind": p.kind, "text": p.text, "answer": p.answer}
            for p in report.promises
        ],
    }


def _place(part: Part, number: int, row: int) -> str:
    if part.kind is PartKind.CHAPTER:
        return f"第{number}章第{row}段"
    if part.kind is PartKind.ATTACHMENT:
        return f"{part.attachment_label}第{row}段"
    return _PLACES[part.kind]


def _year_line(places: Places, place: YearPlace) -> str:
    acts = {
        YearState.MOVED: f"已改为{place.to}年",
        YearState.PROPOSED: f"建议改为{place.to}年",
        YearState.NAMED: "请核对",
    }
    return f"{places.name(place.paragraph_id)}：{place.year}年，{acts[place.state]}"


def _now_at(project: Project, figure: Figure) -> str:
    for paragraph in project.report.paragraphs:
        if paragraph.origin.ref == figure.previous_paragraph:
            return paragraph.id
    return ""


def _figure_line(places: Places, project: Project, figure: Figure) -> str:
    name = f"（{figure.name}）" if figure.name else ""
    return f"{places.name(_now_at(project, figure))}：{figure.previous_text}{name}"


def _paragraph(places: Places, paragraph: Paragraph) -> dict[str, object]:
    return {"id": paragraph.id, "place": places.name(paragraph.id), "text": paragraph.text}


def _share(heads: dict[str, str], share: Share) -> dict[str, object]:
    return {
        "id": share.part_id,
        "heading": heads[share.part_id],
        "kept": share.kept,
        "total": share.total,
        "ratio": round(share.ratio, 4),
    }


def _year(places: Places, place: YearPlace) -> dict[str, object]:
    return {
        "paragraph": place.paragraph_id,
        "place": places.name(place.paragraph_id),
        "start": place.span.start,
        "end": place.span.end,
        "state": place.state,
        "year": place.year,
        "to": place.to,
    }


def _figure(places: Places, project: Project, figure: Figure) -> dict[str, object]:
    paragraph = _now_at(project, figure)
    return {
        "id": figure.id,
        "name": figure.name,
        "text": figure.previous_text,
        "unit": figure.unit,
        "hedge": figure.hedge,
        "previous": None if figure.previous is None else f"{figure.previous.normalize():f}",
        "paragraph": paragraph,
        "place": places.name(paragraph),
    }


def percent(share: Share) -> str:
    """Rounded down: only an untouched text is 100%."""
    return f"{int(share.ratio * 100)}%"
