"""What a key costs the layout: one paragraph broken anew, all others remembered.

Beside it a layout from nothing, in the same run, so that the ratio holds on any machine.
Run from the checkout: python bench/relayout.py
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rolwriter.app.documents import sample_project
from rolwriter.catalog.page_format import load_page_format
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.report import Report
from rolwriter.writers.layout.blocks import blocks
from rolwriter.writers.layout.copy import Copy, Section
from rolwriter.writers.layout.measure import CellMeasure
from rolwriter.writers.layout.page import Layout
from rolwriter.writers.layout.pages import Typesetter, lay_out

TIMES = 40
FORMAT = load_page_format()
MEASURE = CellMeasure(FORMAT)


def copy_of(report: Report) -> Copy:
    return Copy(CopyKind.FORMAL, FORMAT, (Section(tuple(blocks(report))),))


def from_nothing(copy: Copy) -> Layout:
    return lay_out(copy, MEASURE)


def longer(report: Report, times: int) -> Report:
    """The report with its parts so many times over."""
    parts = [replace(part, id=f"{part.id}.{n}") for n in range(times) for part in report.parts]
    return replace(report, parts=tuple(parts))


def typed(report: Report, at: int) -> Report:
    """The report with one character more in the longest paragraph of a part in its middle."""
    parts = list(report.parts)
    middle = max(range(len(parts) // 2 + 1), key=lambda n: len(parts[n].paragraphs))
    paragraphs = list(parts[middle].paragraphs)
    longest = max(range(len(paragraphs)), key=lambda n: len(paragraphs[n].text))
    old = paragraphs[longest]
    half = len(old.text) // 2
    text = f"{old.text[:half]}{'法治政府建设'[at % 6]}{old.text[half:]}"
    paragraphs[longest] = replace(old, text=text)
    parts[middle] = replace(parts[middle], paragraphs=tuple(paragraphs))
    return replace(report, parts=tuple(parts))


def milliseconds(lay: Callable[[Copy], Layout], report: Report) -> float:
    start = time.thread_time()
    lay(copy_of(report))
    return (time.thread_time() - start) * 1000


def main() -> None:
    sample = sample_project().report
    print("median milliseconds of the processor (worst); a key includes making the blocks anew")
    for times in (1, 10, 100):
        report = longer(sample, times)
        full = [milliseconds(from_nothing, report) for _ in range(5)]
        typesetter = Typesetter(MEASURE)
        pages = typesetter.lay_out(copy_of(report)).pages
        keys = list[float]()
        for n in range(TIMES):
            report = typed(report, n)
            keys.append(milliseconds(typesetter.lay_out, report))
        print(
            f"{len(pages):4} pages: from nothing {median(full):8.2f}, a key {median(keys):7.2f}"
            f" ({max(keys):.2f}), ratio {median(full) / median(keys):.1f}"
        )


if __name__ == "__main__":
    main()
