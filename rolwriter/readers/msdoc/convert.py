"""From the old format to the new one by doc2docx, whose words the Word reader then takes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from rolwriter.model.errors import RolwriterError
from rolwriter.model.source import Note, NoteKind, SourceDocument, SourceParagraph
from rolwriter.readers.docx import read_docx
from rolwriter.readers.kinds import FileKind
from rolwriter.readers.msdoc.padding import padding_tolerated
from rolwriter.readers.msdoc.salvage import salvage
from rolwriter.readers.refusals import damaged, refusal

_OBJECT = "\ufffc"
"""What doc2docx sets where a picture or an object stood that it could not carry over."""

# The converter's warnings that may have cost words; all others are about looks.
_LOSSES = {
    "NUMBERING_TABLE_MALFORMED": "自动编号的定义已损坏，编号没有读出",
    "LIST_NUMBER_FORMAT_APPROXIMATED": "有自动编号用了认不出的格式，已写成阿拉伯数字",
    "HEADER_FOOTER_TABLE_MALFORMED": "页眉页脚已损坏，没有读出",
    "MAIN_TEXTBOX_TABLE_MALFORMED": "文本框已损坏，其中的文字没有读出",
    "NOTE_REFERENCE_DEFERRED": "有脚注或尾注没有读出",
    "COMMENT_MARKER_MISSING_SKIPPED": "有批注没有读出",
    "TABLE_DEPTH_LIMITED": "有表格嵌套太深，里面的文字可能不全",
    "TABLE_CELL_DEFINITION_MISMATCH": "有表格的格线与内容对不上，单元格可能错位",
    "MALFORMED_TABLE_FLATTENED": "有表格不完整，已读成普通段落",
    "UNTERMINATED_FIELD": "有不完整的域，其中的文字可能不全",
    "UNSUPPORTED_CONTROL_CHARACTER": "有认不出的控制字符，已经换掉",
    "OLE_OBJECT_OMITTED": "有嵌入的对象没有读出",
}


def read_doc(data: bytes) -> SourceDocument:
    """The paragraphs of an old Word file.

    Where the conversion fails on a broken or very old file its bare text is taken,
    and a note says what that leaves out.

    Raises:
        RolwriterError: the file is protected or too broken for either.
    """
    from doc2docx.errors import EncryptedDocumentError

    try:
        converted, warnings = _convert(data)
        found = read_docx(converted)
    except EncryptedDocumentError:
        raise refusal(FileKind.ENCRYPTED) from None
    except MemoryError:
        raise
    except Exception as error:
        document = salvage(data)
        if document is None:
            raise _refused(error) from None
        return document
    notes = (*found.notes, *_losses(warnings))
    return _without_objects(replace(found, format="doc", notes=notes))


def _convert(data: bytes) -> tuple[bytes, list[str]]:
    """The file as docx, and the codes of the converter's warnings."""
    from doc2docx import convert

    with tempfile.TemporaryDirectory(prefix="rolwriter-") as folder:
        source, target = Path(folder, "source.doc"), Path(folder, "target.docx")
        source.write_bytes(data)
        with padding_tolerated():
            result = convert(source, target)
        return target.read_bytes(), [warning.code for warning in result.report.warnings]


def _refused(error: Exception) -> RolwriterError:
    return error if isinstance(error, RolwriterError) else damaged("老格式的Word文件")


def _losses(codes: Iterable[str]) -> list[Note]:
    sentences = [_LOSSES[code] for code in dict.fromkeys(codes) if code in _LOSSES]
    if not sentences:
        return []
    return [Note(NoteKind.OTHER, f"{'；'.join(sentences)}。请对照原文件核对。")]


def _without_objects(document: SourceDocument) -> SourceDocument:
    everything = (*document.paragraphs, *document.apart)
    count = sum(paragraph.text.count(_OBJECT) for paragraph in everything)
    if not count:
        return document
    note = Note(NoteKind.PICTURE, f"文件里有{count}处图片或对象没有读入。")
    return replace(
        document,
        paragraphs=tuple(map(_without_object, document.paragraphs)),
        apart=tuple(map(_without_object, document.apart)),
        notes=(*document.notes, note),
    )


def _without_object(paragraph: SourceParagraph) -> SourceParagraph:
    return replace(paragraph, text=paragraph.text.replace(_OBJECT, ""))
