"""The report as an ordered run of parts, each an ordered run of paragraphs.

The text is the truth: every word that was read stands in exactly one paragraph,
in its order, so that an unedited report gives back what was read, character for
character (`Report.lines`). What the parts *mean* (kind, role, level) lies beside
the text and never changes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class PartKind(StrEnum):
    """What a run of paragraphs is in the anatomy of an official report."""

    TITLE = "title"
    DOCUMENT_NUMBER = "document_number"
    ADDRESSEE = "addressee"
    PREAMBLE = "preamble"
    CHAPTER = "chapter"
    SIGNATURE = "signature"
    ISSUE_DATE = "issue_date"
    ATTACHMENT_NOTE = "attachment_note"
    """附件说明: the list of attachments under the text."""
    ATTACHMENT = "attachment"
    """One attachment: its label, its title, its text."""
    UNPLACED = "unplaced"


class Role(StrEnum):
    """The question of the law a chapter answers (督察工作规定 art. 25)."""

    WORK = "work"
    DUTY = "duty"
    SHORTCOMING = "shortcoming"
    PLAN = "plan"
    OTHER = "other"
    THEME = "theme"


class Carry(StrEnum):
    """How a paragraph stands to last year's text."""

    NEW = "new"
    CHANGED = "changed"
    UNREAD = "carried-unread"
    CONFIRMED = "carried-confirmed"


class OriginKind(StrEnum):
    """Where a paragraph came from."""

    TYPED = "typed"
    PREVIOUS = "previous"
    CONTRIBUTED = "contributed"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a paragraph came from: ``ref`` is last year's paragraph id or a source name."""

    kind: OriginKind = OriginKind.TYPED
    ref: str = ""


@dataclass(frozen=True, slots=True, order=True)
class FigureLink:
    """Characters of a paragraph that stand for a figure of the ledger.

    ``text[start:end]``, in code points, is the figure as written, hedge included.
    """

    start: int
    end: int
    figure: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, its number included as characters.

    ``lead`` and ``trail`` are the blanks around the text as they were read: kept
    so that nothing is lost, but set by layout and not by characters on paper.
    ``text`` never begins or ends with a blank and holds no line break.
    """

    id: str
    text: str
    level: int = 0
    """0 running text, 1 一、 2 （一） 3 1. 4 （1）."""
    carry: Carry = Carry.NEW
    origin: Origin = Origin()
    lead: str = ""
    trail: str = ""
    links: tuple[FigureLink, ...] = ()
    """In the order of the text; they never overlap."""

    @property
    def line(self) -> str:
        """The paragraph exactly as it was read."""
        return f"{self.lead}{self.text}{self.trail}"


@dataclass(frozen=True, slots=True)
class Part:
    """A run of paragraphs of one kind; a chapter has a role besides."""

    id: str
    kind: PartKind
    paragraphs: tuple[Paragraph, ...]
    role: Role | None = None

    @property
    def heading(self) -> Paragraph | None:
        """The chapter's own heading: its first paragraph, when that is of level 1."""
        if self.kind is PartKind.CHAPTER and self.paragraphs and self.paragraphs[0].level == 1:
            return self.paragraphs[0]
        return None

    @property
    def attachment_label(self) -> str:
        """附件1 as it stands on the attachment's first line; 附件 where that is missing."""
        first = self.paragraphs[0].text if self.paragraphs else ""
        return first if first.startswith("附件") else "附件"

    @property
    def is_running_text(self) -> bool:
        """Whether it is written in a tab of its own, and there may be several of its kind."""
        return self.kind in (PartKind.CHAPTER, PartKind.ATTACHMENT)

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """The paragraphs under the heading."""
        return self.paragraphs[1:] if self.heading else self.paragraphs

    @property
    def sections(self) -> tuple[Paragraph, ...]:
        """The headings of the second level."""
        return tuple(p for p in self.paragraphs if p.level == 2)

    @property
    def text(self) -> str:
        """The texts of the paragraphs that have any, a line each."""
        return "\n".join(p.text for p in self.paragraphs if p.text)


@dataclass(frozen=True, slots=True)
class Report:
    """One year's report of one organ."""

    parts: tuple[Part, ...] = ()
    year: int | None = None
    """The year reported on (报告年度), not the year of publication."""
    authority: str = ""
    """The issuing organ (发文机关)."""

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in the order of the document."""
        return (p for part in self.parts for p in part.paragraphs)

    @property
    def lines(self) -> list[str]:
        """The document as it was read, a paragraph each."""
        return [p.line for p in self.paragraphs]

    @property
    def chapters(self) -> tuple[Part, ...]:
        """The chapters in their order."""
        return self.of_kind(PartKind.CHAPTER)

    @property
    def title(self) -> str:
        """The title on one line."""
        return "".join(p.text for part in self.of_kind(PartKind.TITLE) for p in part.paragraphs)

    def of_kind(self, kind: PartKind) -> tuple[Part, ...]:
        """The parts of one kind in their order."""
        return tuple(part for part in self.parts if part.kind is kind)

    def part(self, part_id: str) -> Part:
        """The part of that id; KeyError when there is none."""
        for part in self.parts:
            if part.id == part_id:
                return part
        raise KeyError(part_id)

    def locate(self, paragraph_id: str) -> tuple[Part, Paragraph]:
        """The paragraph of that id and the part it stands in; KeyError when there is none."""
        for part in self.parts:
            for paragraph in part.paragraphs:
                if paragraph.id == paragraph_id:
                    return part, paragraph
        raise KeyError(paragraph_id)


def split_edges(line: str) -> tuple[str, str, str]:
    """A line as (lead, text, trail): the blanks around it kept apart, none lost."""
    text = line.strip()
    if not text:
        return line, "", ""
    start = line.index(text)
    return line[:start], text, line[start + len(text) :]
