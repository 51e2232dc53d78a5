"""What a check found: where, how grave, why, and what would mend it. Never stored."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """错误 must be settled, 提醒 should be looked at, 建议 may be taken or left."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """``text[start:end]`` of a paragraph, in code points; an empty id is the whole report."""

    paragraph_id: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to settle a finding: the words that take the place of the location's."""

    label: str
    text: str
    safe: bool = False
    """The meaning cannot change; only such fixes are applied in bulk."""
    public: bool = False
    """The words are for the public copy alone; the report keeps its own."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at."""

    rule_id: str
    severity: Severity
    location: Location
    text: str
    """The very words at the location."""
    message: str
    """One Chinese sentence: what is wrong and why."""
    basis: str = ""
    fixes: tuple[Fix, ...] = ()
