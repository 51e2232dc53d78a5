"""A copy crosses to the painting process whole."""

from __future__ import annotations

import msgspec
import pytest

from rolwriter.catalog.page_format import BlockKind, FaceRole, load_page_format
from rolwriter.model.dispatch import CopyKind
from rolwriter.writers.layout.blocks import Beside, Block, Indents, Run
from rolwriter.writers.layout.copy import Colophon, Copy, Section, TableBlock, TableRow
from rolwriter.writers.layout.wire import decode_copy, encode_copy


def test_every_field_comes_back() -> None:
    row = Block(
        BlockKind.NUMBER_ROW,
        (Run("某〔2025〕1号", FaceRole.TEXT),),
        "p1",
        Indents(1, 2),
        Beside((Run("签发人：", FaceRole.TEXT), Run("某", FaceRole.SIGNATORY)), 5000),
    )
    table = TableBlock((1.0, 2.5), (TableRow(("甲", ""), 3, "p2"),), 1, 10.5)
    copy = Copy(
        CopyKind.UPWARD,
        load_page_format(),
        (Section((row, table)), Section((table,), landscape=True, numbered=False)),
        Colophon("抄送：某。", "某办", "2025年1月1日印发"),
        "草稿",
        "内部",
        line_numbers=True,
        title="某报告",
    )
    assert decode_copy(encode_copy(copy)) == copy


def test_bytes_that_are_no_copy_are_refused() -> None:
    with pytest.raises(msgspec.DecodeError):
        decode_copy(b'{"kind": "formal"}')
