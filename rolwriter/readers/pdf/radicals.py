"""Radicals back into the characters they look like.

Some programs store 长 as the radical ⻓ in their PDFs: it looks the same and no search
finds it. Of all look-alikes only U+2E80 to U+2FDF are touched, and joined dashes. The
Kangxi radicals (from U+2F00) have their characters in Unicode's own data; of the
supplement before them those are given here whose equivalent is a character that
stands in running text (Unicode, EquivalentUnifiedIdeograph.txt).
"""

from __future__ import annotations

import unicodedata

_SUPPLEMENT = {
    0x2E81: "厂",
    0x2E84: "乙",
    0x2E8A: "卜",
    0x2E8C: "小",
    0x2E8D: "小",
    0x2E92: "巳",
    0x2E93: "幺",
    0x2E9C: "日",
    0x2E9D: "月",
    0x2E9F: "母",
    0x2EA0: "民",
    0x2EA7: "牛",
    0x2EA9: "王",
    0x2EAA: "疋",
    0x2EAB: "目",
    0x2EAC: "示",
    0x2EAE: "竹",
    0x2EB6: "羊",
    0x2EBB: "聿",
    0x2EBC: "肉",
    0x2EC1: "虎",
    0x2EC4: "西",
    0x2EC5: "见",
    0x2EC6: "角",
    0x2EC9: "贝",
    0x2ECB: "车",
    0x2ED1: "長",
    0x2ED3: "长",
    0x2ED4: "门",
    0x2ED7: "雨",
    0x2ED8: "青",
    0x2ED9: "韦",
    0x2EDA: "页",
    0x2EDB: "风",
    0x2EDC: "飞",
    0x2EDD: "食",
    0x2EE2: "马",
    0x2EE3: "骨",
    0x2EE4: "鬼",
    0x2EE5: "鱼",
    0x2EE6: "鸟",
    0x2EE7: "卤",
    0x2EE8: "麦",
    0x2EE9: "黄",
    0x2EEA: "黾",
    0x2EEC: "齐",
    0x2EEE: "齿",
    0x2EF0: "龙",
    0x2EF1: "龜",
    0x2EF3: "龟",
}
_KANGXI = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_DASHES = {0x2E3A: "——", 0x2E3B: "———"}
"""A font may draw two or three dashes as one sign, which then stands in the file."""
RADICALS = _SUPPLEMENT | _KANGXI | _DASHES
"""What stands for each radical and joined dash, by code point."""


def without_radicals(text: str) -> tuple[str, int]:
    """The text with characters for radicals, and how many there were."""
    count = sum(ord(char) in RADICALS for char in text)
    return (text.translate(RADICALS), count) if count else (text, 0)
