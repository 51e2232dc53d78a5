"""Time to write a long Word file, as a ratio to the least that Python can do.

The floor builds the same paragraphs with lxml, each a style and one run, and zips them:
no styles, no line breaking, nothing around the text. Both run in one process, in turn;
the best of each counts. The sample's own file is timed besides.
Run: python bench/write_docx.py
"""

from __future__ import annotations

import gc
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rolwriter.app.documents import sample_project
from rolwriter.catalog.page_format import load_page_format
from rolwriter.model.dispatch import CopyKind, Dispatch
from rolwriter.model.report import Paragraph, Part, PartKind, Report
from rolwriter.writers.docx import write_docx
from rolwriter.writers.layout.compose import compose

CHARACTERS = 300_000
ROUNDS = 15
LIMIT = 2.0
SAMPLE_LIMIT = 0.040

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def build() -> Report:
    """A report of paragraphs of 150 characters, each tenth a heading."""
    sentence = "全面推进依法行政工作取得新的进展，各项制度得到有效落实，“应办尽办”成为常态。"
    paragraphs = list[Paragraph]()
    written = 0
    while written < CHARACTERS:
        number = len(paragraphs)
        text = "一、推进依法行政的主要举措" if number % 10 == 0 else (sentence * 4)[:150]
        paragraphs.append(Paragraph(f"p{number}", text, level=int(number % 10 == 0)))
        written += len(text)
    return Report((Part("c", PartKind.CHAPTER, tuple(paragraphs)),))


def floor(report: Report) -> bytes:
    """The words in a file of Word's kind, and nothing else."""
    root = etree.Element(f"{{{_W}}}document", nsmap={"w": _W})
    body = etree.SubElement(root, f"{{{_W}}}body")
    for paragraph in report.paragraphs:
        element = etree.SubElement(body, f"{{{_W}}}p")
        properties = etree.SubElement(element, f"{{{_W}}}pPr")
        style = etree.SubElement(properties, f"{{{_W}}}pStyle")
        style.set(f"{{{_W}}}val", "BodyText1")
        run = etree.SubElement(element, f"{{{_W}}}r")
        etree.SubElement(run, f"{{{_W}}}t").text = paragraph.text
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", etree.tostring(root, encoding="UTF-8"))
    return stream.getvalue()


def ours(report: Report) -> bytes:
    """What the program does from the report to the file's bytes."""
    return write_docx(compose(report, CopyKind.FORMAL, Dispatch(), load_page_format()))


def best(work: Callable[[Report], object], report: Report) -> float:
    """Processor seconds of one call: others on the machine count less than in elapsed ones."""
    gc.collect()
    started = time.process_time()
    work(report)
    return time.process_time() - started


def main() -> int:
    """Print the ratio and the sample's time; 1 when either is above its limit."""
    report, sample = build(), sample_project().report
    floor(report), ours(report), ours(sample)
    bare, full, short = [], [], []
    for _ in range(ROUNDS):
        bare.append(best(floor, report))
        full.append(best(ours, report))
        short.append(best(ours, sample))
    ratio = min(full) / min(bare)
    print(f"{CHARACTERS} characters: lxml and zip {min(bare):.3f} s, export {min(full):.3f} s")
    print(f"ratio {ratio:.2f}, limit {LIMIT}")
    print(f"sample: {min(short) * 1000:.1f} ms, limit {SAMPLE_LIMIT * 1000:.0f} ms")
    return int(ratio > LIMIT or min(short) > SAMPLE_LIMIT)


if __name__ == "__main__":
    sys.exit(main())
