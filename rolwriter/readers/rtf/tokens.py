"""An RTF file as a run of tokens, and the encodings its fonts name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n\0]+"
    rb"|([^\\{}\r\n\0]+)|\\"
)


class TokenKind(Enum):
    """The six things an RTF file is made of."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    BYTES = auto()
    """Characters in the encoding of the current font."""
    HEX = auto()
    r"""One such character byte written ``\'d2``."""


class Token(NamedTuple):
    """One token; ``number`` is a control word's parameter."""

    kind: TokenKind
    word: str = ""
    data: bytes = b""
    number: int | None = None


_OPEN, _CLOSE = Token(TokenKind.OPEN), Token(TokenKind.CLOSE)


def tokens(data: bytes) -> Iterator[Token]:
    r"""The tokens of a file in their order; binary data (``\binN``) is skipped."""
    position = 0
    while match := _TOKEN.match(data, position):
        position = match.end()
        word, number, code, symbol, brace, plain = match.groups()
        if plain:
            yield Token(TokenKind.BYTES, data=plain)
        elif word:
            value = int(number) if number else None
            if word == b"bin":
                position += max(value or 0, 0)
                continue
            yield Token(TokenKind.WORD, word.decode("ascii"), number=value)
        elif code:
            yield Token(TokenKind.HEX, data=bytes([int(code, 16)]))
        elif symbol:
            yield Token(TokenKind.SYMBOL, symbol.decode("latin-1"), data=symbol)
        elif brace:
            yield _OPEN if brace == b"{" else _CLOSE


_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "big5hkscs",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}


def charset_codec(charset: int, default: str) -> str:
    r"""The encoding of a font's ``\fcharsetN``; charsets 0 to 2 leave it to the file."""
    return _CHARSETS.get(charset, default)


def codepage_codec(number: int) -> str:
    r"""The encoding of ``\ansicpgN``; Western European for a number Python does not know."""
    if number in {936, 54936}:
        return "gb18030"
    try:
        "".encode(f"cp{number}")
    except LookupError:
        return "cp1252"
    return f"cp{number}"
