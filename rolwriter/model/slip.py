"""The slip (待供稿单) as values: the text parts a 科室 is asked for, and what it wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What a code of the slip marks: a topic's heading, the begin and end of its answer."""

    TOPIC = ""
    BEGIN = "起"
    END = "止"


CODE = re.compile(r"〔\s*供稿\s*([A-Za-z0-9_.-]+)\s*(起|止|)\s*〕")
"""A visible code: topic id and `Mark`. It outlives every program and format."""
BOOKMARK = "rolw_"
"""Opens the name of the bookmark around a topic's answer."""
_LONGEST_NAME = 40
"""Characters of a bookmark's name in Word."""


def code(topic_id: str, mark: Mark) -> str:
    """The visible code: 〔供稿decision起〕."""
    return f"〔供稿{topic_id}{mark}〕"


def bookmark(topic_id: str) -> str:
    """The name of the bookmark around a topic's answer; empty when the id is too long for one."""
    name = f"{BOOKMARK}{topic_id.replace('-', '_')}"
    return name if len(name) <= _LONGEST_NAME else ""


def topic_of_bookmark(name: str) -> str:
    """The topic whose answer a bookmark is around; ids hold no underscores."""
    return name.removeprefix(BOOKMARK).replace("_", "-")


@dataclass(frozen=True, slots=True)
class SlipTopic:
    """One topic to write on."""

    id: str
    title: str
    hint: str = ""
    previous: tuple[str, ...] = ()
    """Last year's paragraphs on it, for reference."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What one 科室 is asked to write for one year's report."""

    year: int | None
    authority: str
    supplier: str
    topics: tuple[SlipTopic, ...]


@dataclass(frozen=True, slots=True)
class TopicText:
    """What was written on a topic; no paragraphs: nothing was."""

    topic_id: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FilledSlip:
    """What a returned slip holds, topic by topic in the order of the file."""

    topics: tuple[TopicText, ...]
    outside: tuple[str, ...] = ()
    """The paragraphs outside all answers: the slip's own words and what was typed among them."""
    notes: tuple[str, ...] = ()
