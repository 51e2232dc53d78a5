"""What the search for hidden data makes of the smallest files."""

from __future__ import annotations

from rolwriter.model.trace import Trace, TraceKind
from rolwriter.readers.traces import inspect_bytes
from tests.readers.docx.packages import NAMESPACES, docx, zipped

CORE = (
    '<cp:coreProperties xmlns:cp="urn:c" xmlns:dc="urn:d" xmlns:dcterms="urn:t">{}'
    "</cp:coreProperties>"
)
FOLDER = "\\".join(("D:", "材料", "王小明"))
"""A path as a Windows program leaves it."""


def traces(data: bytes) -> tuple[Trace, ...]:
    """All that is found in a file."""
    return inspect_bytes(data).traces


def said(data: bytes) -> set[tuple[TraceKind, str]]:
    """Kind and words of all that is found; the times of the archive left out."""
    return {(t.kind, t.words) for t in traces(data) if t.place != "压缩包目录"}


def with_parts(body: str = "<w:p/>", **parts: str | bytes) -> bytes:
    """A Word file with more members: their names have __ for / and dots kept."""
    members: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    members.update({name.replace("__", "/"): content for name, content in parts.items()})
    return zipped(members)


def ties_out(kind: str, target: str, part: str = "word/_rels/document.xml.rels") -> dict[str, str]:
    """A member with a tie that leads out of the file."""
    tie = f'<Relationship Id="r9" Type="urn:x/{kind}" Target="{target}" TargetMode="External"/>'
    return {part: f'<Relationships xmlns="urn:r">{tie}</Relationships>'}


__all__ = ["CORE", "FOLDER", "docx", "said", "ties_out", "traces", "with_parts"]
