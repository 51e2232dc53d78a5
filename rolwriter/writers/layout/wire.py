"""A copy as bytes, for the process that paints it."""

from __future__ import annotations

from typing import Any

import msgspec

from rolwriter.catalog.page_format import PageFormat
from rolwriter.model.dispatch import CopyKind
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.copy import Colophon, Copy, Section, TableBlock

_TABLE_ALONE = "rows"
"""A key that tells a table from a block."""


class _Section(msgspec.Struct):
    content: list[dict[str, Any]]
    landscape: bool
    numbered: bool


class _Copy(msgspec.Struct):
    kind: CopyKind
    page_format: PageFormat
    sections: list[_Section]
    colophon: Colophon | None
    header: str
    watermark: str
    line_numbers: bool
    title: str


def encode_copy(copy: Copy) -> bytes:
    """The copy as one line of JSON."""
    return msgspec.json.encode(copy)


def decode_copy(data: bytes) -> Copy:
    """The copy in the bytes; msgspec.DecodeError when there is none."""
    wired = msgspec.json.decode(data, type=_Copy)
    return Copy(
        kind=wired.kind,
        page_format=wired.page_format,
        sections=tuple(
            Section(tuple(map(_content, section.content)), section.landscape, section.numbered)
            for section in wired.sections
        ),
        colophon=wired.colophon,
        header=wired.header,
        watermark=wired.watermark,
        line_numbers=wired.line_numbers,
        title=wired.title,
    )


def _content(tree: dict[str, Any]) -> Block | TableBlock:
    if _TABLE_ALONE in tree:
        return msgspec.convert(tree, TableBlock)
    return msgspec.convert(tree, Block)
