"""Where a little space stands between Han characters and Western letters or figures.

Word processors call it 自动调整中文与西文、数字的间距; CSS calls it ``text-autospace``.
It is no character: nothing of it is in the text.
"""

from __future__ import annotations

import re

_HAN = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_WORD = re.compile("[0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]+")


def spaced(text: str) -> list[int]:
    """The places of the characters after which the space stands; beside marks is none."""
    places = list[int]()
    for word in _WORD.finditer(text):
        begin, end = word.span()
        if begin and _HAN.match(text, begin - 1):
            places.append(begin - 1)
        if _HAN.match(text, end):
            places.append(end - 1)
    return places
