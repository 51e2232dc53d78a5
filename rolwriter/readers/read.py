"""The door to all readers: a file's bytes in, its words out, or one clear error."""

from __future__ import annotations

import errno
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rolwriter.model.errors import PlaceError, RolwriterError
from rolwriter.model.source import Note, NoteKind, SourceDocument, SourceParagraph
from rolwriter.model.trouble import trouble
from rolwriter.readers.clean import clean, is_plain
from rolwriter.readers.guard.archive import too_large, too_many_paragraphs
from rolwriter.readers.guard.limits import MAX_CHARACTERS, MAX_PARAGRAPHS
from rolwriter.readers.kinds import FileKind
from rolwriter.readers.refusals import UNCHANGED, refusal
from rolwriter.readers.sniff import sniff

SIZE_LIMIT = 200 * 1024 * 1024
"""Largest file that is looked into, in bytes."""

_Reader = Callable[[bytes], SourceDocument]


def load_bytes(path: str | Path) -> bytes:
    """A file's bytes.

    Raises:
        RolwriterError: it is missing, a folder, too large, or may not be read.
    """
    file = Path(path)
    try:
        if file.is_dir():
            raise RolwriterError(
                f"“{file.name}”是一个文件夹，不是文件。",
                UNCHANGED,
                "请进入文件夹，选择其中的文稿。",
            )
        if file.exists() and not file.is_file():
            raise RolwriterError(
                f"无法读取“{file.name}”：它不是普通文件。", UNCHANGED, "请选择文稿文件。"
            )
        with file.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        raise _missing(file) from None
    except OSError as error:
        # a name too long for the system is the name of no file
        if error.errno == errno.ENAMETOOLONG:
            raise _missing(file) from None
        raise trouble(error, file, "读取", UNCHANGED) from None
    except ValueError:
        raise _missing(file) from None
    if len(data) > SIZE_LIMIT:
        raise RolwriterError(
            f"“{file.name}”超过200MB，太大了。",
            UNCHANGED,
            "文稿通常不到10MB：请确认选对了文件；如果里面有很多图片，请删去图片另存一份再导入。",
        )
    return data


def _missing(file: Path) -> RolwriterError:
    return PlaceError(
        f"找不到文件“{file.name}”。",
        UNCHANGED,
        "它可能已被移走、改名或删除，U盘或网络盘也可能已断开，请重新选择。",
    )


def read_source(
    data: bytes, name: str = "", progress: Callable[[str], None] | None = None
) -> SourceDocument:
    """The words of a file, its kind told by content; ``name`` only serves the messages.

    ``progress`` is called with short Chinese lines on what is being done.

    Runs in this process: for files of others use `rolwriter.readers.worker`, which
    sets limits of time and memory.

    Raises:
        RolwriterError: the file is of a kind without text, protected or broken.
    """
    tell = progress or _ignore
    tell("正在识别文件格式……")
    kind = sniff(data)
    reader = _reader_of(kind)
    if reader is None:
        raise refusal(kind, name)
    tell("正在读取文字……")
    return _clean(_bounded(reader(data)))


def _ignore(_message: str) -> None:
    """Nobody wants to know."""


def _reader_of(kind: FileKind) -> _Reader | None:  # noqa: PLR0911 - one answer a kind
    """The reader of a kind, loaded only now: each brings a library of its own."""
    match kind:
        case FileKind.TEXT:
            from rolwriter.readers.plain_text import read_plain_text

            return read_plain_text
        case FileKind.DOCX:
            from rolwriter.readers.docx import read_docx

            return read_docx
        case FileKind.DOC:
            from rolwriter.readers.msdoc import read_doc

            return read_doc
        case FileKind.ODT:
            from rolwriter.readers.odt import read_odt

            return read_odt
        case FileKind.PDF:
            from rolwriter.readers.pdf import read_pdf

            return read_pdf
        case FileKind.RTF:
            from rolwriter.readers.rtf import read_rtf

            return read_rtf
        case FileKind.HTML:
            from rolwriter.readers.html import read_html

            return read_html
        case FileKind.MHT:
            from rolwriter.readers.html import read_mht

            return read_mht
        case _:
            return None


def _bounded(document: SourceDocument) -> SourceDocument:
    """The document, when it is no longer than what the program takes on."""
    words = (*document.paragraphs, *document.apart)
    if len(words) > MAX_PARAGRAPHS:
        raise too_many_paragraphs()
    if sum(len(paragraph.text) for paragraph in words) > MAX_CHARACTERS:
        raise too_large(f"超过{MAX_CHARACTERS // 10_000}万字")
    return document


def _clean(document: SourceDocument) -> SourceDocument:
    """The document without characters nobody can see, and with a note if it had any."""
    found = Counter[str]()

    def cleaned(paragraph: SourceParagraph) -> SourceParagraph:
        if is_plain(paragraph.text):
            return paragraph
        text, count = clean(paragraph.text)
        found["unseen"] += count
        return paragraph if text == paragraph.text else replace(paragraph, text=text)

    paragraphs = tuple(map(cleaned, document.paragraphs))
    apart = tuple(map(cleaned, document.apart))
    notes = document.notes
    if found["unseen"]:
        message = f"文件里有{found['unseen']}个看不见的控制字符，已经去掉。"
        notes = (*notes, Note(NoteKind.CONTROL, message))
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        notes = (*notes, Note(NoteKind.OTHER, "文件里没有找到文字。"))
    return replace(document, paragraphs=paragraphs, apart=apart, notes=notes)
