"""The bare text of an old Word file that cannot be converted: words without their numbers.

Serves files whose tables of fonts or formats are broken, and those of Word 6 and 95,
which the converter does not know. Structure by [MS-DOC] 2.4.1 (retrieving text) and,
for Word 6 and 95, by the file information block those versions wrote.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from rolwriter.model.source import Note, NoteKind, SourceDocument, SourceKind, SourceParagraph

if TYPE_CHECKING:
    from doc2docx.cfb import CompoundFile

_WORD_97, _WORD_6 = 0xA5EC, 0xA5DC
_FLAGS, _COMPLEX, _ENCRYPTED = 0x0A, 0x0004, 0x0100
_FIRST_NEW = 101
_LANGUAGES = {0x0804: "gb18030", 0x0404: "big5hkscs", 0x0411: "cp932", 0x0412: "cp949"}
_FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
_MARKS = str.maketrans({"\x1e": "-"} | dict.fromkeys("\x1f\x01\x02\x05\x08"))
_NOTE = Note(
    NoteKind.OTHER,
    "这个文件有损坏或版本太旧，只读出了文字：自动编号、脚注、页眉页脚没有读出，"
    "修订中删除的文字也可能混在里面。请对照原文件核对。",
)


def salvage(data: bytes) -> SourceDocument | None:
    """The main text of the file; None when not even that can be found."""
    from doc2docx.cfb import CompoundFile

    try:
        compound = CompoundFile(data)
        stream = compound.open_stream("WordDocument")
        kind, version, language = struct.unpack_from("<HH2xH", stream)
        (flags,) = struct.unpack_from("<H", stream, _FLAGS)
        if flags & _ENCRYPTED:
            return None
        if kind == _WORD_97 and version > _FIRST_NEW + 4:
            text = _text_of_97(compound, stream)
        elif kind in {_WORD_6, _WORD_97} and not flags & _COMPLEX:
            text = _text_of_6(stream, _LANGUAGES.get(language, "cp1252"))
        else:
            return None
    except Exception:
        # whatever breaks here, the caller has the better error to show
        return None
    paragraphs = _paragraphs(text)
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        return None
    return SourceDocument("doc", paragraphs, notes=(_NOTE,))


def _text_of_97(compound: CompoundFile, stream: bytes) -> str:
    from doc2docx.diagnostics import ConversionReport
    from doc2docx.msdoc import read_piece_table
    from doc2docx.msdoc.fib import FibBase, FileInformationBlock

    table = compound.open_stream(FibBase.parse(stream).table_stream_name)
    block = FileInformationBlock.parse(stream)
    report = ConversionReport("")
    pieces = read_piece_table(
        table, stream, fc_clx=block.clx.fc, lcb_clx=block.clx.lcb, report=report
    )
    end = min(block.ccp_text, pieces.cp_end)
    return pieces.extract(pieces.cp_start, end, report, story="main")


def _text_of_6(stream: bytes, codec: str) -> str:
    """Word 6 and 95 keep the text in one run of bytes; its length is in characters of one byte."""
    start, end = struct.unpack_from("<II", stream, 0x18)
    (length,) = struct.unpack_from("<I", stream, 0x34)
    if not 0 < start <= start + length <= len(stream):
        raise ValueError(end)
    return stream[start : start + length].decode(codec, "replace")


def _paragraphs(text: str) -> tuple[SourceParagraph, ...]:
    while (shown := _FIELD.sub(r"\1", text)) != text:
        text = shown
    found: list[SourceParagraph] = []
    lines = re.split("[\r\x0b\x0c\x0e]", text.translate(_MARKS))
    for line in lines[:-1] if lines[-1] == "" else lines:
        if "\x07" in line:
            # cells end with one mark, a row with one more
            rows = re.split("\x07\x07", line)
            found += [
                SourceParagraph(row.replace("\x07", "\t"), SourceKind.TABLE) for row in rows if row
            ]
        else:
            found.append(SourceParagraph(line))
    return tuple(found)
