"""The checklist (检查清单): what the report is expected to answer, and on what basis."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from rolwriter.catalog.entry import Entry
from rolwriter.model.report import PartKind, Role

PRACTICE = "工作惯例"
_MONTH_DAY = re.compile(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


class Chapter(StrEnum):
    """Where an item or a topic belongs: a chapter's role, or the report's head and dispatch."""

    HEAD = "head"
    WORK = "work"
    DUTY = "duty"
    SHORTCOMING = "shortcoming"
    PLAN = "plan"
    OTHER = "other"

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles of chapters its words may stand in, the likeliest first.

        What was done is told under 举措, in thematic chapters and under 第一责任人 alike;
        what is lacking or planned only under its own heading.
        """
        match self:
            case Chapter.HEAD:
                return ()
            case Chapter.WORK:
                return (Role.WORK, Role.THEME, Role.DUTY, Role.OTHER)
            case Chapter.DUTY:
                return (Role.DUTY, Role.WORK, Role.THEME)
            case _:
                return (Role(self.value),)


class Level(StrEnum):
    """How firmly an item is expected."""

    MUST = "must"
    USUAL = "usual"
    OPTIONAL = "optional"

    @property
    def label(self) -> str:
        """必写, 常写, 如有."""
        return {Level.MUST: "必写", Level.USUAL: "常写", Level.OPTIONAL: "如有"}[self]


class Document(Entry, frozen=True, kw_only=True):
    """A rule that entries cite by its id: the full title without 《》 and 中华人民共和国."""

    id: str
    title: str
    number: str = ""
    title_checked: bool = True
    """Whether the wording of the title was compared with the document."""
    """发文字号, where it was seen."""
    note: str = ""


class Basis(Entry, frozen=True, kw_only=True):
    """Why an item is expected. An article is only given where it was read in the text."""

    document: str = ""
    """Id of a `Document`; empty: no rule was found, offices just do so."""
    article: str = ""
    verified: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        """Never show as fact what was not checked."""
        if self.article and not self.verified:
            raise ValueError("写了条号（article）就必须已经核对（verified = true）")
        if self.verified and not self.document:
            raise ValueError("已核对的依据必须写明文件（document）")


class Threshold(Entry, frozen=True, kw_only=True):
    """A bound fixed by law on a field's value."""

    field: str
    at_least: Decimal | None = None
    by: str = ""
    """Month and day (03-01) of the year after the one reported on."""
    basis: Basis

    def __post_init__(self) -> None:
        """One bound, and a real day."""
        if (self.at_least is None) == (not self.by):
            raise ValueError("界限要写at_least或by，只写一个")
        if self.by and (not _MONTH_DAY.fullmatch(self.by) or self.by in {"02-30", "02-31"}):
            raise ValueError(f"“{self.by}”不是月日（应如03-01）")


class Item(Entry, frozen=True, kw_only=True):
    """One row of the checklist and the signs by which a text answers it.

    Answered: all ``parts`` have words; or a heading fits ``headings``; or the text of a
    fitting chapter holds one of ``signs`` and, if there are ``also``, one of those too;
    or one of its fields is found.
    """

    id: str
    chapter: Chapter
    title: str
    level: Level
    hint: str = ""
    units: tuple[str, ...] = ()
    zero_must_be_said: bool = False
    """未发生 must be written: a missing number cannot be told from a forgotten one."""
    only_if: str = ""
    """Id of a field; the item falls away when that did not happen this year."""
    basis: tuple[Basis, ...]
    thresholds: tuple[Threshold, ...] = ()
    parts: tuple[PartKind, ...] = ()
    headings: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what would show only in use."""
        if not self.basis:
            raise ValueError("至少写一条依据（basis），没有条文的写工作惯例")
