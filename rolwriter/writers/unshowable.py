"""Characters a web page must not have: those only one machine shows, those no one sees."""

from __future__ import annotations

import re

from rolwriter.model.errors import RolwriterError
from rolwriter.writers.layout.copy import Copy, TableBlock

_UNSHOWABLE = re.compile(
    "[\ue000-\uf8ff\U000f0000-\U0010fffd\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_AROUND = 8


def refuse_unshowable(copy: Copy) -> None:
    """RolwriterError for the first such character: dropping one would change the text."""
    for text in _texts(copy):
        found = _UNSHOWABLE.search(text)
        if found:
            around = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
            shown = _UNSHOWABLE.sub("□", around)
            raise RolwriterError(
                f"“{shown}”中的□是别的电脑上显示不出来或者看不见的字符"
                f"（U+{ord(found.group()):04X}）。",
                "没有生成文件；已有的文件没有改动。",
                "请在正文里找到这几个字，删去这个字符或改成通用的字，再导出。",
            )


def _texts(copy: Copy) -> list[str]:
    texts = list[str]()
    for item in copy.blocks:
        if isinstance(item, TableBlock):
            texts.extend(cell for row in item.rows for cell in row.cells)
        else:
            texts.append(item.text)
    return texts
