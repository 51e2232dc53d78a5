"""Spreadsheet files made by hand, so that they can be wrong in every way."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TIES = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def xlsx(
    sheet: str,
    *,
    name: str = "数据征集表",
    state: str = "visible",
    dimension: str = "",
    after: str = "",
    formats: tuple[str, ...] = (),
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """A file with one sheet: ``sheet`` is its rows, ``after`` what follows them (merges).

    Style 0 is General, style 1 the first of ``formats`` and so on.
    """
    bound = f'<dimension ref="{dimension}"/>' if dimension else ""
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/s.xml" ContentType="{_KIND}.worksheet+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>'
        ),
        "_rels/.rels": _ties(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            f'<sheet name="{name}" sheetId="1" state="{state}" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _ties(
            ("worksheet", "worksheets/s.xml"), ("styles", "styles.xml")
        ),
        "xl/worksheets/s.xml": (
            f'<worksheet xmlns="{_MAIN}">{bound}<sheetData>{sheet}</sheetData>{after}</worksheet>'
        ),
        "xl/styles.xml": _styles(formats),
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for part, text in parts.items():
            archive.writestr(part, text)
        for part, data in (more or {}).items():
            archive.writestr(part, data)
    return buffer.getvalue()


def with_parts(data: bytes, changed: Callable[[bytes], bytes]) -> bytes:
    """The file with every part changed."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, changed(old.read(part)))
    return buffer.getvalue()


def row(number: int, *cells: str) -> str:
    """A row; cells are made by `text`, `number` …"""
    return f'<row r="{number}">{"".join(cells)}</row>'


def text(place: str, words: str) -> str:
    """A cell with words."""
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


def value(place: str, digits: str, style: int = 0, kind: str = "n") -> str:
    """A cell with a number, or with another kind of value."""
    return f'<c r="{place}" s="{style}" t="{kind}"><v>{digits}</v></c>'


def formula(place: str, words: str, result: str = "") -> str:
    """A cell with a formula, its result stored or not."""
    stored = f"<v>{result}</v>" if result else ""
    return f'<c r="{place}"><f>{words}</f>{stored}</c>'


def merge(*areas: str) -> str:
    """Merged areas."""
    inner = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    return f"<mergeCells>{inner}</mergeCells>"


def _ties(*targets: tuple[str, str]) -> str:
    ties = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_TIES}">{ties}</Relationships>'


def _styles(formats: tuple[str, ...]) -> str:
    codes = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{code}"/>'
        for number, code in enumerate(formats, 164)
    )
    uses = "".join(f'<xf numFmtId="{n}"/>' for n in (0, *range(164, 164 + len(formats))))
    numbers = f'<numFmts count="{len(formats)}">{codes}</numFmts>' if formats else ""
    return f'<styleSheet xmlns="{_MAIN}">{numbers}<cellXfs>{uses}</cellXfs></styleSheet>'


def xls(*cells: tuple[int, int, str | float], percent: bool = False) -> bytes:
    """A BIFF8 stream without a container: one sheet of (row, column, value), from 0."""
    number_format = 10 if percent else 0
    book = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 1996, 0, 6))
    book += _record(0x42, struct.pack("<H", 1200))
    book += _record(
        0x31, struct.pack("<HHHHHBBBB", 220, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + _words("A")
    )
    book += _record(0xE0, struct.pack("<HHHBBBBIIH", 0, number_format, 0, 0, 0, 0, 0, 0, 0, 0))
    name = b"\x04\x00" + b"Data"
    length = len(book) + 4 + 6 + len(name) + 4
    book += _record(0x85, struct.pack("<IBB", length, 0, 0) + name) + _record(0x0A, b"")
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 1996, 0, 6))
    for line, column, content in cells:
        place = struct.pack("<HHH", line, column, 0)
        if isinstance(content, str):
            coded = struct.pack("<HB", len(content), 1) + content.encode("utf-16-le")
            sheet += _record(0x204, place + coded)
        else:
            sheet += _record(0x203, place + struct.pack("<d", content))
    return book + sheet + _record(0x0A, b"")


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _words(letters: str) -> bytes:
    return bytes([len(letters), 0]) + letters.encode("ascii")
