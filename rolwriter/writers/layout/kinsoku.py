"""Where a Chinese line may be broken (避头尾).

A line does not begin with a mark that closes nor end with one that opens; dashes,
ellipses, numbers and Latin words stay whole. The text is cut into units that hold
together, so that whoever fills lines needs no rule.
"""

from __future__ import annotations

import re

BLANKS = " \u3000"
"""Blanks at a line's end take no room."""
NEVER_FIRST = (
    "，。、；：？！）》〉】〕〗」』”’…—·～〜〞％‰℃°′″々｜︰）］｝｠．，：；！？￠,.:;?!)]}%"
)
"""Marks that no line begins with."""
NEVER_LAST = "（《〈【〔〖「『“‘〝［｛｟￥([{￥$¥£"
"""Marks that no line ends with."""
HANGING = "，。、；：？！,.;:?!"
"""Marks that may stand in the right margin when the line is full."""
HALF_BLANK = "，。、；：？！）》〉】〕〗」』”’．，"
"""Full-width marks whose right half is blank, so that they may be set half as wide."""

_FIRST = re.escape("".join(sorted(set(NEVER_FIRST))))
_LAST = re.escape("".join(sorted(set(NEVER_LAST))))
_LETTER = r"0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"
# Marks that belong to the character before them: accents, variation selectors, joiners.
_JOINED = r"\u0300-\u036f\u200d\u2060\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
_HAN = r"\u4e00-\u9fff"
_UNIT = re.compile(
    # most of a text: Han characters before others, each a unit; one match finds them all
    rf"([{_HAN}]+)(?=[{_HAN}])|"
    rf"(?:[{_LAST}][{BLANKS}]*)*"
    rf"(?:[{_LETTER}][{_LETTER}{_JOINED}]*(?:[-.,:/'’_@&+#=~?%]+[{_LETTER}][{_LETTER}{_JOINED}]*)*"
    rf"|[^{_LAST}]|[{_LAST}])[{_JOINED}]*"
    rf"(?:[{BLANKS}]*[{_FIRST}][{_JOINED}]*)*([{BLANKS}]*)",
    re.DOTALL,
)


def units(text: str) -> tuple[list[int], list[int]]:
    """The units of the text: where each ends without the blanks after it, and with them.

    Both in code points, rising. A line that ends with a unit leaves its blanks out.
    """
    shown, ends = list[int](), list[int]()
    for match in _UNIT.finditer(text):
        begin, end = match.span(1)
        if begin >= 0:
            each = range(begin + 1, end + 1)
            shown += each
            ends += each
        else:
            shown.append(match.start(2))
            ends.append(match.end())
    return shown, ends


def break_within(text: str, first: int, last: int) -> int:
    """Where to break a unit too long for a whole line, of which ``text[first:last]`` fits.

    As late as may be; a forbidden first or last character is avoided if it can be.
    """
    for place in range(last, first, -1):
        if place == len(text) or may_part(text[place - 1], text[place]):
            return place
    return last


def may_part(before: str, after: str) -> bool:
    """Whether one character may end a line and the other begin the next."""
    return before not in NEVER_LAST and after not in NEVER_FIRST
