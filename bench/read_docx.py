"""Time to read a long Word file, as a ratio to the least a reader in Python can do.

The floor is a bare pass of lxml over the same file: inflate the main part, parse it,
take the text of every w:t. Both run in one process, in turn; the best of each counts.
Run: python bench/read_docx.py
"""

from __future__ import annotations

import gc
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rolwriter.readers.docx import read_docx

CHARACTERS = 300_000
ROUNDS = 15
LIMIT = 2.0

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RUN = (
    '<w:r><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312"'
    ' w:hint="eastAsia"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t>{}</w:t></w:r>'
)
_PARAGRAPH = (
    '<w:p><w:pPr><w:pStyle w:val="{}"/><w:spacing w:line="560" w:lineRule="exact"/>'
    '<w:ind w:firstLineChars="200" w:firstLine="640"/><w:rPr><w:rFonts w:hint="eastAsia"/>'
    '<w:sz w:val="32"/></w:rPr></w:pPr>{}</w:p>'
)
_STYLES = (
    f'<w:styles xmlns:w="{_W}"><w:style w:type="paragraph" w:default="1" w:styleId="a">'
    '<w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1">'
    '<w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>'
)
_NUMBERING = (
    f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/{}/relationships"
_ROOT_TIES = (
    f'<Relationships xmlns="{_RELATIONSHIPS.format("package/2006")}"><Relationship Id="r1" '
    f'Type="{_RELATIONSHIPS.format("officeDocument/2006")}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def build() -> bytes:
    """A report-like file: paragraphs of 150 characters in three runs, each tenth a heading."""
    sentence = "全面推进依法行政工作取得新的进展，各项制度得到有效落实，" * 2
    body: list[str] = []
    written = 0
    while written < CHARACTERS:
        is_heading = len(body) % 10 == 0
        runs = ["推进依法行政的主要举措"] if is_heading else [sentence[:50]] * 3
        body.append(_PARAGRAPH.format("1" if is_heading else "a", "".join(map(_RUN.format, runs))))
        written += sum(map(len, runs))
    document = f'<w:document xmlns:w="{_W}"><w:body>{"".join(body)}</w:body></w:document>'
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _ROOT_TIES)
        archive.writestr("word/document.xml", document)
        archive.writestr("word/styles.xml", _STYLES)
        archive.writestr("word/numbering.xml", _NUMBERING)
    return stream.getvalue()


def bare_pass(data: bytes) -> int:
    """The floor: all text there is, without knowing what it means."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return sum(len(element.text or "") for element in root.iter(f"{{{_W}}}t"))


def best(work: Callable[[bytes], object], data: bytes) -> float:
    """Processor seconds of one call: others on the machine count less than in elapsed ones."""
    gc.collect()
    started = time.process_time()
    work(data)
    return time.process_time() - started


def main() -> int:
    """Print the ratio; 1 when it is above the limit."""
    data = build()
    bare_pass(data), read_docx(data)
    floor, ours = [], []
    for _ in range(ROUNDS):
        floor.append(best(bare_pass, data))
        ours.append(best(read_docx, data))
    tracemalloc.start()
    document = read_docx(data)
    peak = tracemalloc.get_traced_memory()[1]
    ratio = min(ours) / min(floor)
    characters = sum(len(paragraph.text) for paragraph in document.paragraphs)
    print(f"{characters} characters in {len(document.paragraphs)} paragraphs, {len(data)} bytes")
    print(f"bare lxml pass {min(floor) * 1000:.1f} ms, read_docx {min(ours) * 1000:.1f} ms")
    print(f"ratio {ratio:.2f} (limit {LIMIT}); Python memory at the peak {peak / 1e6:.1f} MB")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
