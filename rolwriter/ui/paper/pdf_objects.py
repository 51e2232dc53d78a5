"""A PDF that Qt wrote, taken apart into its objects and put together again.

Qt writes plain PDF 1.4: one table of offsets, objects one after the other, nothing
packed into streams of objects. So its objects are cut out by that table, without
looking into them; a library that parses them all takes half as long as painting [M].
"""

from __future__ import annotations

import re
import zlib
from hashlib import sha256
from itertools import pairwise

_TRAILER = re.compile(rb"/Info (\d+) 0 R\s+/Root (\d+) 0 R")
_ENTRY = 20
"""Bytes of one line of the table of offsets."""


class PdfObjects:
    """The objects by number; ValueError for a file that is not built as Qt builds it."""

    def __init__(self, data: bytes) -> None:
        start = int(data[data.rindex(b"startxref") + 9 :].split(maxsplit=1)[0])
        head, first, count = data[start : start + 40].split(maxsplit=3)[:3]
        trailer = _TRAILER.search(data, start)
        if head != b"xref" or first != b"0" or trailer is None:
            raise ValueError("no plain table of offsets")
        self.info, self.root = int(trailer[1]), int(trailer[2])
        table = data.index(b"\n", data.index(b"\n", start) + 1) + 1
        offsets = [
            int(data[table + _ENTRY * n : table + _ENTRY * n + 10]) for n in range(1, int(count))
        ]
        ends = dict(pairwise([*sorted(offsets), start]))
        self._bodies = {
            number: _body(data[offset : ends[offset]], number)
            for number, offset in enumerate(offsets, 1)
        }

    def __getitem__(self, number: int) -> bytes:
        return self._bodies[number]

    def __setitem__(self, number: int, body: bytes) -> None:
        self._bodies[number] = body

    def __iter__(self):  # noqa: ANN204 the numbers, as a dict's
        return iter(sorted(self._bodies))

    def add(self, body: bytes) -> int:
        """A new object; the answer is its number."""
        number = len(self._bodies) + 1
        self._bodies[number] = body
        return number

    def remove(self, number: int) -> None:
        """Take an object out; nothing may name it any more."""
        self._bodies[number] = b"null"

    def joined(self) -> bytes:
        """The file; same objects, same bytes."""
        out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
        table = [b"0000000000 65535 f \n"]
        for number in self:
            table.append(b"%010d 00000 n \n" % len(out))
            out += b"%d 0 obj\n%b\nendobj\n" % (number, self._bodies[number])
        mark = sha256(out).hexdigest()[:32].encode()
        start = len(out)
        out += b"xref\n0 %d\n%b" % (len(table), b"".join(table))
        out += b"trailer\n<</Size %d /Info %d 0 R /Root %d 0 R" % (
            *(len(table), self.info, self.root),
        )
        out += b" /ID [<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n" % (mark, mark, start)
        return bytes(out)


def stream(data: bytes) -> bytes:
    """An object that holds these bytes, compressed."""
    packed = zlib.compress(data, 9)
    return b"<</Length %d /Filter /FlateDecode>>\nstream\n%b\nendstream" % (len(packed), packed)


def words(text: str) -> bytes:
    """A text string: UTF-16 with its mark, in hexadecimal."""
    return b"<FEFF%b>" % text.encode("utf-16-be").hex().upper().encode()


def _body(data: bytes, number: int) -> bytes:
    head = b"%d 0 obj\n" % number
    end = data.rfind(b"endobj")
    if not data.startswith(head) or end < 0:
        raise ValueError(f"object {number} is not where the table says")
    return data[len(head) : end].removesuffix(b"\n")
