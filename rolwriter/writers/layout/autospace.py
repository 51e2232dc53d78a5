"""Where a little space stands between Han characters and Western letters or figures.

Word processors call it 自动调整中文与西文、数字的间距; CSS calls it ``text-autospace``.
It is no character: nothing of it is in the text.
"""

from __future__ import annotations

import re

_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_WESTERN = "0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"
_SPACED = re.compile(f"[{_HAN}](?=[{_WESTERN}])|[{_WESTERN}](?=[{_HAN}])")


def spaced(text: str) -> list[int]:
    """The places of the characters after which the space stands, marks have none."""
    return [match.start() for match in _SPACED.finditer(text)]
