"""What goes around the report's text when it leaves the office, and where it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CopyKind(StrEnum):
    """The kinds of copies a report is written out as."""

    DRAFT = "draft"
    """草稿: for remarks with the pen, with all that is still open marked."""
    CONSULT = "consult"
    """征求意见稿."""
    REVIEW = "review"
    """送审稿: with the sheet for the signatures and the 核对表."""
    FORMAL = "formal"
    """定稿: title, text, signature and date."""
    UPWARD = "upward"
    """上行文: with masthead, signatory and colophon."""
    PUBLIC = "public"
    """公开稿: the text for the website, with what was masked left out."""

    @property
    def label(self) -> str:
        """What a clerk calls it."""
        return _LABELS[self]

    @property
    def is_final(self) -> bool:
        """Whether the copy leaves the office, so that nothing unsettled may stand in it."""
        return self in {CopyKind.FORMAL, CopyKind.UPWARD, CopyKind.PUBLIC}


_LABELS = {
    CopyKind.DRAFT: "草稿",
    CopyKind.CONSULT: "征求意见稿",
    CopyKind.REVIEW: "送审稿",
    CopyKind.FORMAL: "定稿",
    CopyKind.UPWARD: "上行文",
    CopyKind.PUBLIC: "公开稿",
}


@dataclass(frozen=True, slots=True)
class Dispatch:
    """发文信息: the elements of GB/T 9704-2012 that stand outside the report's own text.

    Number, addressee, signature and date are parts of the report and not repeated here.
    """

    masthead: str = ""
    """发文机关标志 (7.2.4); empty: the issuing organ's name."""
    signatories: tuple[str, ...] = ()
    """签发人 (7.2.6), names only."""
    urgency: str = ""
    """紧急程度 (7.2.3)."""
    note: str = ""
    """附注 (7.3.6) without its brackets: a contact, for instance."""
    copies_to: tuple[str, ...] = ()
    """抄送机关 (7.4.2)."""
    printer: str = ""
    """印发机关 (7.4.3); empty: the issuing organ's office is not named."""
    print_date: date | None = None
    """印发日期 (7.4.3)."""
    draft_number: int = 1
    """第N稿."""
    watermark: str = ""
    """Words across each page of a draft; empty: none."""
    title_breaks: tuple[int, ...] = ()
    """Where the title is broken, in code points of `Report.title`; empty: by the program."""


class DeliveryKind(StrEnum):
    """The steps on a report's way out of the office (督察规定 art. 23, 24)."""

    SUBMITTED = "submitted"
    """报送."""
    REVIEWED = "reviewed"
    """保密审查, which comes before publication."""
    PUBLISHED = "published"
    """公开."""

    @property
    def label(self) -> str:
        """What a clerk calls it."""
        return _STEPS[self]


_STEPS = {
    DeliveryKind.SUBMITTED: "报送",
    DeliveryKind.REVIEWED: "保密审查",
    DeliveryKind.PUBLISHED: "公开",
}


@dataclass(frozen=True, slots=True)
class Delivery:
    """One act of 报送, 保密审查 or 公开, as the clerk recorded it."""

    id: str
    kind: DeliveryKind
    day: date
    receiver: str = ""
    """To whom it was sent, who reviewed it, or on which site it stands."""
    address: str = ""
    """The page's address; kept as words and never opened."""
    remark: str = ""
