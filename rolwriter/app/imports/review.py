"""The clerk's look at an import before it counts: labels corrected, doubts answered.

Every paragraph stays in its place with all its words; only what it is taken for
changes, and nothing reaches a project before `Review.result` is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from rolwriter.app.documents import Import
from rolwriter.model.draft import Doubt, Draft
from rolwriter.model.regroup import Label, labels_of, regrouped, relabelled
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role


class Review:
    """One import under review; rows are the numbers of paragraphs in the document."""

    def __init__(self, imported: Import) -> None:
        draft = imported.draft
        self._imported = imported
        self._read = labels_of(draft.report)
        self.paragraphs: tuple[Paragraph, ...] = tuple(draft.report.paragraphs)
        self.labels = list(self._read)
        self.year = draft.report.year
        self.authority = draft.report.authority
        self._doubts = _doubts_by_row(draft)
        self._answered = set[int]()

    @property
    def imported(self) -> Import:
        """The import as it was read."""
        return self._imported

    @property
    def rows(self) -> list[int]:
        """The paragraphs that have words."""
        return [row for row, paragraph in enumerate(self.paragraphs) if paragraph.text]

    @property
    def loose_doubts(self) -> list[Doubt]:
        """Questions that are about no paragraph."""
        asked = {doubt for doubts in self._doubts.values() for doubt in doubts}
        return [doubt for doubt in self._imported.draft.doubts if doubt not in asked]

    def doubts(self, row: int) -> list[Doubt]:
        """The questions on a paragraph, answered or not."""
        return self._doubts.get(row, [])

    def is_open(self, row: int) -> bool:
        """Whether a question on the paragraph still waits for the clerk."""
        return row in self._doubts and row not in self._answered

    @property
    def open_rows(self) -> list[int]:
        """The paragraphs with a question that waits."""
        return [row for row in self.rows if self.is_open(row)]

    def confirm(self, row: int) -> None:
        """The guess is right."""
        self._answered.add(row)

    def set_label(self, row: int, kind: PartKind, level: int = 0) -> None:
        """Take a paragraph for something else; blank lines after it go along.

        A chapter's heading keeps the role it had; a new one asks for none yet.
        """
        before = self.labels[row]
        self._answered.add(row)
        if (before.kind, before.level) == (kind, level):
            return
        self.labels = relabelled(self.labels, row, Label(kind, level, before.role))
        for blank in range(row + 1, len(self.paragraphs)):
            if self.paragraphs[blank].text or self.labels[blank].kind is not before.kind:
                break
            self.labels[blank] = Label(kind)

    def set_role(self, row: int, role: Role) -> None:
        """Say which question of the law the chapter that opens here answers."""
        if self.is_heading(row):
            self.labels[row] = replace(self.labels[row], role=role)
            self._answered.add(row)

    def is_heading(self, row: int) -> bool:
        """Whether a chapter opens with this paragraph."""
        label = self.labels[row]
        return label.kind is PartKind.CHAPTER and label.level == 1

    def reset(self) -> None:
        """Back to what was recognised."""
        self.labels = list(self._read)
        self._answered.clear()
        self.year = self._imported.draft.report.year
        self.authority = self._imported.draft.report.authority

    def chapters(self) -> Iterator[Part]:
        """The chapters as they stand now."""
        return iter(self._report(count(self._imported.draft.next_id)).chapters)

    @property
    def unplaced(self) -> list[Paragraph]:
        """The paragraphs that fit nowhere so far."""
        kinds = (label.kind for label in self.labels)
        return [
            paragraph
            for paragraph, kind in zip(self.paragraphs, kinds, strict=True)
            if paragraph.text and kind is PartKind.UNPLACED
        ]

    def result(self) -> Import:
        """The import with the clerk's corrections."""
        numbers = count(self._imported.draft.next_id)
        report = self._report(numbers)
        draft = replace(self._imported.draft, report=report, next_id=next(numbers))
        return replace(self._imported, draft=draft)

    def _report(self, numbers: Iterator[int]) -> Report:
        report = self._imported.draft.report
        if self.labels != self._read:
            report = regrouped(report, self.labels, (f"c{number}" for number in numbers))
        return replace(report, year=self.year, authority=self.authority)


def _doubts_by_row(draft: Draft) -> dict[int, list[Doubt]]:
    """The questions by the paragraph they are shown at: a part's at its first words."""
    rows = dict[str, int]()
    row = 0
    for part in draft.report.parts:
        for paragraph in part.paragraphs:
            rows[paragraph.id] = row
            if paragraph.text:
                rows.setdefault(part.id, row)
            row += 1
    found = dict[int, list[Doubt]]()
    for doubt in draft.doubts:
        if doubt.target in rows:
            found.setdefault(rows[doubt.target], []).append(doubt)
    return found
