"""Bytes into text by evidence: which encoding gives words a Chinese office would write."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from rolwriter.model.source import Note, NoteKind

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_CANDIDATES = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
_NAMES = {
    "utf-8": "UTF-8",
    "gb18030": "GB 18030（国标码）",
    "utf-16-le": "UTF-16（小端）",
    "utf-16-be": "UTF-16（大端）",
    "utf-32-le": "UTF-32（小端）",
    "utf-32-be": "UTF-32（大端）",
}
# A page may declare anything; only these are encodings that pages are written in.
_TEXT_CODEC = re.compile(
    r"utf-(8|16)\S*|gb18030|hz|big5\S*|cp\d+|iso8859-\d+|euc_\w+|shift_jis\S*|koi8-\w|ascii|mac\S*"
)

PLAUSIBLE = 0.55
"""Least share of plausible characters in a text; random bytes stay far below it."""
_SURE_SEQUENCES = 8
"""So many multi-byte characters do not form valid UTF-8 by chance."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was found in, and how plausible that is (at most 1)."""

    text: str
    encoding: str
    plausibility: float

    @property
    def note(self) -> Note | None:
        """Which encoding was taken; None for UTF-8, which needs no word."""
        if self.encoding == "utf-8":
            return None
        name = _NAMES.get(self.encoding, self.encoding)
        return Note(NoteKind.ENCODING, f"文件没有使用UTF-8编码，已按{name}编码读入。")


def decode(data: bytes, declared: str = "") -> Decoded | None:
    """The text of the bytes; None when no encoding gives a plausible text.

    A byte order mark decides. ``declared`` (a page's charset, any spelling) is taken
    when it fits; else UTF-8, GB 18030 and UTF-16 are tried strictly and the most
    plausible is taken, UTF-8 first among equals.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _attempt(data[len(mark) :], encoding)
    if declared and (codec := _codec(declared)):
        found = _attempt(data, codec)
        if found and found.plausibility >= PLAUSIBLE:
            return found
    utf8 = _attempt(data, "utf-8")
    if utf8 and utf8.plausibility >= PLAUSIBLE and _is_sure(utf8.text):
        return utf8
    found = [utf8, *(_attempt(data, encoding) for encoding in _CANDIDATES[1:])]
    best = max((one for one in found if one), key=lambda one: one.plausibility, default=None)
    return best if best and best.plausibility >= PLAUSIBLE else None


def decode_leniently(data: bytes, declared: str = "") -> Decoded | None:
    """The text of bytes of which a few are broken: each becomes U+FFFD, at most 1 in 100."""
    found: list[Decoded] = []
    for codec in filter(None, (_codec(declared) if declared else None, "utf-8", "gb18030")):
        text = data.decode(codec, "replace")
        if text.count("\ufffd") * 100 <= len(text):
            found.append(Decoded(text, codec, plausibility(text)))
    best = max(found, key=lambda one: one.plausibility, default=None)
    return best if best and best.plausibility >= PLAUSIBLE else None


def _codec(name: str) -> str | None:
    try:
        codec = codecs.lookup(name.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    # Pages that say gb2312 hold characters of its supersets.
    if codec in {"gb2312", "gbk"}:
        return "gb18030"
    return codec if _TEXT_CODEC.fullmatch(codec) else None


def _attempt(data: bytes, encoding: str) -> Decoded | None:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None
    return Decoded(text, encoding, plausibility(text))


def _is_sure(text: str) -> bool:
    """Whether text that came out of strict UTF-8 can be nothing else."""
    beyond_ascii = sum(not char.isascii() for char in text)
    return beyond_ascii >= _SURE_SEQUENCES or (beyond_ascii == 0 and "\0" not in text)


def plausibility(text: str) -> float:
    """The mean likeliness of the characters, from -1 to 1; 1 for an empty text."""
    if not text:
        return 1.0
    counts = Counter(text)
    return sum(_weight(char) * count for char, count in counts.items()) / len(text)


def _weight(char: str) -> float:
    if char in "\t\n\r\f\v" or " " <= char <= "~":
        return 1.0
    if "\u4e00" <= char <= "\u9fff":
        return _han_weight(char)
    if "\u3000" <= char <= "\u303f" or "\uff00" <= char <= "\uffef" or "\u2010" <= char <= "\u2027":
        return 1.0
    category = unicodedata.category(char)
    if category in {"Cc", "Cn", "Cs"}:
        return -1.0
    if category == "Co":
        return 0.0
    return 0.6 if category[0] in "LNPS" else 0.3


def _han_weight(char: str) -> float:
    """Characters of the first level of GB 2312 make up nearly all of official text."""
    try:
        lead = char.encode("gb2312")[0]
    except UnicodeEncodeError:
        return 0.2
    return 1.0 if lead <= 0xD7 else 0.7
