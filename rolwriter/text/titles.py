"""The grammar of the report's title: [organ][关于][year][推进]法治政府建设…情况的报告.

Seen on real reports: the organ may be absent, the year may stand before it, after it
or at the end in brackets, 法治政府建设 may carry a field (交通法治政府建设), and the
document may call itself 报告, 年度报告, 工作报告, 总结 or 自查报告.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rolwriter.text.dates import find_years

LONGEST_TITLE = 120
"""In characters without blanks; a longer line is running text."""

_SUBJECT_WORDS = "法治政府建设|法治建设|依法行政|依法治[省市县区州旗镇乡街局校]|第一责任人职责"
_SUBJECT = re.compile(f"《[^《》]*(?:{_SUBJECT_WORDS})[^《》]*》|{_SUBJECT_WORDS}")
_KIND = re.compile(
    # what follows a summary: 总结及2025年工作计划; a state or a copy in brackets
    "(?:报告|总结|汇报)(?:(?:和|及|与|暨)[^，。；：]{0,20}(?:计划|安排|打算|思路|要点))?"
    "(?:[（(【[][^（()）]{1,12}[）)】\\]])?$"
)
_BETWEEN = re.compile(
    "(?:工作|情况|总结|进展|开展|完成|落实|履职|年度|自查|自评|的|有关|总体|和|及|与|暨|"
    "责任|成效|《[^》]{1,40}》|(?:20[0-9]{2}|二[〇○零]..)年度?)*"
)
_RUNNING = re.compile("[。；：:，,！？!?]")
_QUOTED_NAME = re.compile("《[^《》]*》")
_BEFORE_SUBJECT = re.compile(
    "(?:[上下]半年|本年度)?(?:党政主要负责人)?(?:履行|深入|全面|扎实|持续)?(?:推进|推动|贯彻落实|落实|开展)?$"
)
_ABOUT = "关于"


@dataclass(frozen=True, slots=True)
class Title:
    """A title taken apart; ``text`` is on one line without blanks."""

    text: str
    authority: str = ""
    """What stands before 关于 (or before the subject), the year left out; may be empty."""
    year: int | None = None
    """The year reported on."""


def parse_title(lines: Sequence[str]) -> Title | None:
    """The title that 1 to 3 lines make when joined; None when they make none."""
    parts = ["".join(line.split()) for line in lines]
    text = "".join(parts)
    if len(text) > LONGEST_TITLE or _RUNNING.search(text):
        return None
    kind = _KIND.search(text)
    subjects = list(_SUBJECT.finditer(text, 0, kind.start())) if kind else []
    if kind is None or not subjects:
        return None
    if not _BETWEEN.fullmatch(text, subjects[-1].end(), kind.start()):
        return None
    return Title(text, _authority(parts, subjects[0].start()), _year(text))


def _year(text: str) -> int | None:
    """The first year outside 《》: a second one is that of the plan (总结及2025年工作计划)."""
    years = find_years(_QUOTED_NAME.sub("", text))
    return years[0].value if years else None


def _authority(parts: list[str], subject: int) -> str:
    """The organ: before 关于, else before the subject; two issuers stay apart by a blank."""
    text = "".join(parts)
    about = text.find(_ABOUT, 0, subject)
    end = subject if about < 0 else about
    names: list[str] = []
    for part in parts:
        names.append(part[: max(0, end)])
        end -= len(part)
    bare = [_without_years(name) for name in names]
    if about < 0:
        bare = [_BEFORE_SUBJECT.sub("", name) for name in bare]
    named = [name for name in bare if name]
    apart = len(named) > 1 and all(_stands_alone(name) for name in named)
    return (" " if apart else "").join(named)


def _stands_alone(name: str) -> bool:
    """Whether a line of a title is an organ's whole name, not the rest of one."""
    return len(name) >= 7 and bool(re.search("(?:委员会|委|局|政府|党组|党工委|办公室)$", name))


def _without_years(name: str) -> str:
    for year in reversed(find_years(name)):
        name = name[: year.start] + name[year.end :]
    return name
