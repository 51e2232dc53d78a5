"""Recognition: a source's words become a report with parts, roles, levels and questions.

The words decide nothing but where they go: every line of the source becomes one
paragraph in its order, so that `Report.lines` gives the source back unchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rolwriter.model.draft import Doubt, Draft
from rolwriter.model.report import Part, PartKind, Report, Role
from rolwriter.model.source import SourceDocument
from rolwriter.readers.outline import doubts
from rolwriter.readers.outline.assemble import Assembled, Label, assemble
from rolwriter.readers.outline.closing import Closing, find_closing
from rolwriter.readers.outline.front import kinds_above, kinds_between
from rolwriter.readers.outline.heading import FoundTitle, find_title, guess_title
from rolwriter.readers.outline.levels import Levels, levels_of, words_of
from rolwriter.readers.outline.lines import Line, is_furniture, is_organ, lines_of
from rolwriter.readers.outline.roles import Verdict, classify
from rolwriter.readers.outline.years import year_of


@dataclass(frozen=True, slots=True)
class _Outline:
    """What was found of a report before it is put together."""

    title: FoundTitle | None
    levels: Levels
    closing: Closing
    chapters: tuple[int, ...]
    year: int | None
    verdicts: dict[int, Verdict]

    @property
    def is_report(self) -> bool:
        """Whether the text is a report at all, as far as its title or its chapters tell."""
        if self.title and self.title.usual:
            return True
        roles = {v.role for v in self.verdicts.values() if v.certain or v.several}
        return len(roles) > 1 or Role.DUTY in roles


def recognise(source: SourceDocument) -> Draft:
    """The report in a source; its lines are the source's, character for character.

    Takes time in proportion to the text. A text that is no report is kept whole as
    one unplaced part. What is not certain is guessed and asked in `Draft.doubts`.
    """
    lines = lines_of(source)
    outline = _outline(lines)
    report = outline.is_report
    labels = list(_labels(lines, outline)) if report else [_loose(line) for line in lines]
    made = assemble(lines, labels)
    authority = _authority(lines, outline, made.parts) if report else ""
    year = outline.year if report else None
    return Draft(
        Report(made.parts, year, authority),
        made.next_id,
        tuple(_doubts(lines, outline, made, authority)),
        source.notes,
        source.apart,
    )


def _outline(lines: Sequence[Line]) -> _Outline:
    title = find_title(lines) or guess_title(lines)
    start = title.end if title else 0
    year = title.title.year if title else None
    levels = levels_of(lines, start, year)
    first = next((i for i in range(start, len(lines)) if levels.of[i] == 1), None)
    authority = title.title.authority if title else ""
    after = start if first is None else first + 1
    closing = find_closing(lines, after, authority)
    chapters = tuple(i for i in range(start, closing.start) if levels.of[i] == 1)
    heads = {i: words_of(lines[i]) for i in chapters}
    if year is None and chapters:
        opening = [line.text for line in lines[: chapters[0]] if not is_furniture(line.text)]
        year = year_of(list(heads.values()), opening)
    verdicts = {i: classify(words, year) for i, words in heads.items()}
    return _Outline(title, levels, closing, chapters, year, verdicts)


def _labels(lines: Sequence[Line], outline: _Outline) -> Iterator[Label | None]:
    title = outline.title
    top, end = (title.start, title.end) if title else (0, 0)
    front = outline.chapters[0] if outline.chapters else outline.closing.start
    kinds = [
        *kinds_above(lines, top),
        *(PartKind.TITLE if lines[i].text else None for i in range(top, end)),
        *kinds_between(lines, end, front, chapters=bool(outline.chapters)),
    ]
    for i, kind in enumerate(kinds):
        yield Label(kind, _loose_level(lines[i], kind)) if kind else None
    for i in range(front, outline.closing.start):
        verdict = outline.verdicts.get(i)
        if verdict:
            yield Label(PartKind.CHAPTER, 1, opens=True, role=verdict.role)
        else:
            yield Label(PartKind.CHAPTER, outline.levels.of[i]) if lines[i].text else None
    for i in range(outline.closing.start, len(lines)):
        kind = outline.closing.kinds.get(i, PartKind.UNPLACED)
        level, opens = _loose_level(lines[i], kind), i in outline.closing.attachments
        yield Label(kind, level, opens=opens) if lines[i].text else None


def _loose(line: Line) -> Label | None:
    return Label(PartKind.UNPLACED, line.level) if line.text else None


def _loose_level(line: Line, kind: PartKind) -> int:
    return line.level if kind in (PartKind.UNPLACED, PartKind.ATTACHMENT) else 0


def _authority(lines: Sequence[Line], outline: _Outline, parts: Sequence[Part]) -> str:
    """The organ by the title, else by the signature; a mere region gives way to it."""
    title = outline.title.title.authority if outline.title else ""
    if title and is_organ(title.split(" ")[-1]):
        return title
    signature = outline.closing.signature(lines) or next(
        (p.text for part in parts if part.kind is PartKind.SIGNATURE for p in part.paragraphs), ""
    )
    return signature or title


def _doubts(
    lines: Sequence[Line], outline: _Outline, made: Assembled, authority: str
) -> Iterator[Doubt]:
    if not made.parts:
        return
    if not outline.is_report:
        yield doubts.report_doubt(made.parts[0].id)
        return
    title = outline.title
    head = next((p for p in made.parts if p.kind is PartKind.TITLE), made.parts[0])
    if title and not title.usual:
        yield doubts.title_doubt(head.id, title.title.text)
    if title is None or title.title.year is None:
        yield doubts.year_doubt(head.id, outline.year)
    if not authority:
        yield doubts.authority_doubt(head.id)
    if not outline.chapters:
        yield doubts.chapters_doubt(head.id)
    for i, verdict in outline.verdicts.items():
        words = words_of(lines[i])
        if i in outline.levels.unnumbered:
            yield doubts.number_doubt(made.opened[i], words, verdict)
        elif not verdict.certain:
            yield doubts.role_doubt(made.opened[i], words, verdict)
