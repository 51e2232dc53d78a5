"""The door to the search for hidden data: a file's bytes in, what it carries out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from rolwriter.model.errors import RolwriterError
from rolwriter.model.trace import Inspection, Trace
from rolwriter.readers.decode import decode, decode_leniently
from rolwriter.readers.guard import check_page, open_archive
from rolwriter.readers.kinds import FileKind
from rolwriter.readers.refusals import damaged, refusal
from rolwriter.readers.sniff import sniff

if TYPE_CHECKING:
    from rolwriter.readers.traces.package import Parts
    from rolwriter.readers.traces.properties import Shown

_NOTHING_DONE = "没有检查，文件没有改动。"
_SAVE_AS = (
    "能检查的有：Word（docx、docm、dotx）、Excel（xlsx、xlsm）、PDF、ODT、网页和文本文件。"
    "请用Word、WPS或Excel另存为docx、xlsx或PDF后再检查。"
)
_NOT_INSPECTED = {
    FileKind.DOC: "老式Word文件（doc、wps）",
    FileKind.RTF: "RTF文件",
    FileKind.MHT: "网页归档文件",
    FileKind.SLIDES: "演示文稿",
    FileKind.OFD: "OFD版式文件",
    FileKind.OLD_OFFICE: "老式办公文件",
    FileKind.PICTURE: "图片",
    FileKind.XML: "XML文件",
    FileKind.DRAWING: "图形文件",
    FileKind.ARCHIVE: "压缩包",
}


def inspect_bytes(data: bytes, name: str = "") -> Inspection:
    """What a file carries besides the words one sees, its kind told by content.

    Runs in this process: for files of others use `rolwriter.readers.worker`.

    Raises:
        RolwriterError: of a kind that is not looked into, protected or broken.
    """
    kind = sniff(data)
    match kind:
        case FileKind.DOCX:
            return Inspection("Word文件", _told(_word(data)))
        case FileKind.SPREADSHEET if data.startswith(b"PK"):
            return _spreadsheet(data, name)
        case FileKind.ODT:
            return Inspection("ODT文件", _told(_odf(data)))
        case FileKind.PDF:
            from rolwriter.readers.traces.pdf import pdf_traces

            return Inspection("PDF文件", _told(pdf_traces(data)))
        case FileKind.HTML | FileKind.TEXT:
            return _plain(data, kind)
        case _:
            raise _refused(kind, name)


def _told(traces: Iterator[Trace]) -> tuple[Trace, ...]:
    """Each trace once, in the order found."""
    return tuple(dict.fromkeys(traces))


def _word(data: bytes) -> Iterator[Trace]:
    from rolwriter.readers.traces import word
    from rolwriter.readers.traces.package import Parts

    parts = Parts(open_archive(data))
    places = word.story_places(parts)
    if not any(parts.root(name) is not None for name in places):
        raise damaged("Word文件")
    yield from _package(parts, places, partial(word.shows, parts))
    yield from word.word_traces(parts)
    yield from _last(parts, places)


def _spreadsheet(data: bytes, name: str) -> Inspection:
    from rolwriter.readers.traces.package import Parts

    archive = open_archive(data)
    if archive.find("xl/workbook.xml"):
        return Inspection("Excel文件", _told(_sheets(Parts(archive))))
    if archive.find("content.xml"):
        return Inspection("ODS表格", _told(_odf(data)))
    raise _not_inspected("二进制的Excel文件（xlsb）", name)


def _sheets(parts: Parts) -> Iterator[Trace]:
    from rolwriter.readers.traces import sheets

    places = sheets.sheet_places(parts)
    if parts.root("xl/workbook.xml") is None:
        raise damaged("Excel文件")
    yield from _package(parts, places, partial(sheets.shows, parts))
    yield from sheets.sheet_traces(parts)
    yield from _last(parts, places)


def _package(parts: Parts, places: dict[str, str], shown: Shown) -> Iterator[Trace]:
    from rolwriter.readers.traces import package, properties

    yield from properties.office_properties(parts, shown)
    yield from package.named_parts(parts)
    yield from package.ties_out(parts, places)


def _last(parts: Parts, places: dict[str, str]) -> Iterator[Trace]:
    from rolwriter.readers.traces import package

    yield from package.pictures(parts)
    yield from package.leaks(parts, places)
    yield from package.times(parts.archive)
    yield from package.left_over(parts)


def _odf(data: bytes) -> Iterator[Trace]:
    from rolwriter.readers.traces import odf
    from rolwriter.readers.traces.package import Parts

    parts = Parts(open_archive(data))
    if parts.root("content.xml") is None:
        raise damaged("ODT文件")
    yield from odf.odf_traces(parts)
    yield from _last(parts, odf.odf_places())


def _plain(data: bytes, kind: FileKind) -> Inspection:
    from rolwriter.readers.traces import web

    if kind is FileKind.HTML:
        check_page(data)
    decoded = decode(data) or decode_leniently(data)
    if decoded is None:
        raise damaged("文本文件")
    if kind is FileKind.HTML:
        return Inspection("网页文件", _told(web.html_traces(decoded.text)))
    return Inspection("文本文件", _told(web.text_traces(decoded.text)))


def _refused(kind: FileKind, name: str) -> RolwriterError:
    if kind in _NOT_INSPECTED:
        return _not_inspected(_NOT_INSPECTED[kind], name)
    if kind is FileKind.SPREADSHEET:
        return _not_inspected("老式Excel文件（xls、et）", name)
    if kind is FileKind.PROJECT:
        return RolwriterError(
            f"{_file(name)}是本程序的工程文件，里面有台账、原稿和检查记录。",
            _NOTHING_DONE,
            "工程文件只在本单位使用，不要对外发送；对外请发导出的文件，并检查导出的文件。",
        )
    error = refusal(kind, name)
    return RolwriterError(error.what, _NOTHING_DONE, _SAVE_AS)


def _not_inspected(said: str, name: str) -> RolwriterError:
    return RolwriterError(f"{_file(name)}是{said}，不能检查隐藏信息。", _NOTHING_DONE, _SAVE_AS)


def _file(name: str) -> str:
    return f"“{name}”" if name else "这个文件"
