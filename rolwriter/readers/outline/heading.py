"""Where the title stands: 1 to 3 lines, perhaps below a web page's own copy of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rolwriter.readers.outline.lines import Line, is_document_number, is_furniture, is_organ
from rolwriter.readers.outline.roles import classify
from rolwriter.text.dates import find_years
from rolwriter.text.titles import LONGEST_TITLE, Title, parse_title

_SEARCHED = 400
"""Lines with words that are searched for a title: a saved web page has long menus."""
_TOP = 6
"""Lines with words among which an unusual title may stand."""
_SHORT = 60
_REGION = re.compile("[省市县区州旗]$")
_PAUSE = re.compile("[。；：:，,！？]")
_ANY_KIND = re.compile("(?:报告|总结|汇报|情况)(?:[（(].{1,12}[）)])?$")


@dataclass(frozen=True, slots=True)
class FoundTitle:
    """The title and the lines it stands on, ``end`` exclusive."""

    title: Title
    start: int
    end: int
    usual: bool = True
    """Whether it follows the grammar of such titles."""


def find_title(lines: Sequence[Line]) -> FoundTitle | None:
    """The last title before the text begins: the first may be the web page's copy."""
    found: FoundTitle | None = None
    worded: list[int] = []
    for index, line in enumerate(lines):
        if not line.text:
            continue
        if line.level or len(line.text) > LONGEST_TITLE or len(worded) >= _SEARCHED:
            break
        worded.append(index)
        if line.body:
            found = _title_ending_here(lines, worded) or found
    return found


def guess_title(lines: Sequence[Line]) -> FoundTitle | None:
    """The title by its place, for a report whose title is of no usual wording.

    The file's own title style (outline 0) counts, or short lines at the top that end
    like a document's name and are no chapter's heading.
    """
    top: list[int] = []
    for i, line in enumerate(lines):
        if line.level or len(top) == _TOP:
            break
        if line.text and line.body and not is_furniture(line.text):
            top.append(i)
    styled = [i for i in top if lines[i].outline == 0]
    if styled:
        last = next(i for i in styled if i + 1 not in styled)
        return _guessed(lines, styled[0], last + 1)
    for count, index in enumerate(top):
        text = lines[index].text
        if len(text) > _SHORT or _PAUSE.search(text) or classify(text, None).certain:
            return None
        if _ANY_KIND.search(text):
            organ_above = count and is_organ(lines[top[count - 1]].text)
            return _guessed(lines, top[count - 1] if organ_above else index, index + 1)
    return None


def _guessed(lines: Sequence[Line], start: int, end: int) -> FoundTitle:
    texts = ["".join(line.text.split()) for line in lines[start:end] if line.text]
    text = "".join(texts)
    years = find_years(text)
    authority = text.partition("关于")[0] if "关于" in text else ""
    if not authority and is_organ(texts[0]):
        authority = texts[0]
    return FoundTitle(
        Title(text, authority, years[0].value if years else None), start, end, usual=False
    )


def _title_ending_here(lines: Sequence[Line], worded: list[int]) -> FoundTitle | None:
    for count in (1, 2, 3):
        window = worded[-count:]
        if len(window) < count or not _close(lines, window):
            return None
        title = parse_title([lines[i].text for i in window])
        if title is not None:
            return _widened(lines, worded, count, title)
    return None


def _widened(lines: Sequence[Line], worded: list[int], count: int, title: Title) -> FoundTitle:
    """The title with the lines above that belong to it: the organ, the opening words."""
    while count < 3 and len(worded) > count:
        window = worded[-count - 1 :]
        above = lines[window[0]].text
        wider = parse_title([lines[i].text for i in window])
        if wider is None or not _close(lines, window) or not _belongs(above, title):
            break
        title, count = wider, count + 1
    return FoundTitle(title, worded[-count], worded[-1] + 1)


def _belongs(above: str, title: Title) -> bool:
    """Whether the line above is the beginning of this title, not furniture or its copy."""
    if is_furniture(above) or is_document_number(above) or parse_title([above]):
        return False
    if "关于" in above or find_years(above):
        return True
    if title.authority:
        # a whole organ's name needs no other before it, but for a joint issue
        return above.startswith("中共") or len(title.authority) <= 4 or bool(_REGION.search(above))
    return is_organ(above) or bool(_REGION.search(above))


def _close(lines: Sequence[Line], window: list[int]) -> bool:
    """Whether the lines stand together: at most one blank line between two of them."""
    return all(b - a <= 2 for a, b in pairwise(window)) and all(lines[i].body for i in window)
