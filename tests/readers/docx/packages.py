"""The smallest Word files that show a case: a body, and other parts where they matter."""

from __future__ import annotations

import zipfile
from io import BytesIO

from rolwriter.model.source import NoteKind, SourceDocument
from rolwriter.readers.docx import read_docx

OPEN = "http://schemas.openxmlformats.org"
NAMESPACES = (
    f'xmlns:w="{OPEN}/wordprocessingml/2006/main" '
    f'xmlns:r="{OPEN}/officeDocument/2006/relationships" '
    f'xmlns:m="{OPEN}/officeDocument/2006/math" '
    f'xmlns:a="{OPEN}/drawingml/2006/main" '
    f'xmlns:mc="{OPEN}/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TIES = f"{OPEN}/package/2006/relationships"
_KIND = f"{OPEN}/officeDocument/2006/relationships"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip archive of these members."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def ties(*targets: tuple[str, str, str]) -> str:
    """A relationships part of (id, kind, target)."""
    each = "".join(
        f'<Relationship Id="{tie}" Type="{_KIND}/{kind}" Target="{target}"/>'
        for tie, kind, target in targets
    )
    return f'<Relationships xmlns="{_TIES}">{each}</Relationships>'


def docx(body: str, **parts: str) -> bytes:
    """A Word file of a body and parts by name: ``styles=…`` makes word/styles.xml.

    A part's root is the name of its relationship, but for headers and footers
    ("header1" has the root hdr and the relationship id "header1").
    """
    roots = {"header": "hdr", "footer": "ftr"}
    kinds = {name: name.rstrip("0123456789") for name in parts}
    members: dict[str, str | bytes] = {
        "_rels/.rels": ties(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": ties(
            *((name, kinds[name], f"{name}.xml") for name in parts)
        ),
    }
    for name, content in parts.items():
        root = roots.get(kinds[name], kinds[name])
        members[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{content}</w:{root}>"
    return zipped(members)


def read(body: str, **parts: str) -> SourceDocument:
    """What the reader makes of a body and parts."""
    return read_docx(docx(body, **parts))


def texts(body: str, **parts: str) -> list[str]:
    """The paragraphs' texts alone."""
    return [paragraph.text for paragraph in read(body, **parts).paragraphs]


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inside: str, properties: str = "") -> str:
    """A paragraph of pieces of XML; a piece that is no XML becomes a run."""
    pieces = (piece if piece.startswith("<") else run(piece) for piece in inside)
    own = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{own}{''.join(pieces)}</w:p>"


def dropped(document: SourceDocument, kind: NoteKind) -> tuple[str, ...]:
    """All words that the notes of a kind say were left out."""
    return tuple(word for note in document.notes if note.kind is kind for word in note.dropped)


def kinds(document: SourceDocument) -> set[NoteKind]:
    """The kinds of the document's notes."""
    return {note.kind for note in document.notes}
