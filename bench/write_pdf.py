"""Time to make a PDF of a long report, as a ratio to LibreOffice making one of its Word file.

Both are whole processes: the program's own paints the copy it is handed, LibreOffice
(headless, with a profile of its own that has been used before) turns the program's
.docx into a PDF. They run in turn in one run; the best of each counts.
Run: python bench/write_pdf.py
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pypdfium2

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rolwriter.app.documents import sample_project
from rolwriter.app.output.copies import make_copy
from rolwriter.app.output.paper import write_pdf
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.project import Project
from rolwriter.model.report import PartKind
from rolwriter.writers.docx import write_docx

CHARACTERS = 300_000
ROUNDS = 3
LIMIT, AIM = 1.0, 0.2


def long_project() -> Project:
    """The made-up sample with its chapters over and over, no two paragraphs the same."""
    project = sample_project()
    chapters = project.report.of_kind(PartKind.CHAPTER)
    others = [part for part in project.report.parts if part.kind is not PartKind.CHAPTER]
    ids, parts, written = count(1), list(others), 0
    at = 1 + max(i for i, p in enumerate(others) if p.kind is not PartKind.SIGNATURE)
    grown = []
    while written < CHARACTERS:
        for part in chapters:
            paragraphs = tuple(
                replace(p, id=f"x{(n := next(ids))}", text=f"{p.text}{n}") for p in part.paragraphs
            )
            grown.append(replace(part, id=f"y{next(ids)}", paragraphs=paragraphs))
            written += sum(len(p.text) for p in paragraphs)
    parts[at:at] = grown
    return replace(project, report=replace(project.report, parts=tuple(parts)), sources=())


def timed(work: Callable[[], None]) -> tuple[float, float]:
    """Seconds on the clock, and seconds of computing in child processes."""
    began, spent = time.perf_counter(), _children()
    work()
    return time.perf_counter() - began, _children() - spent


def _children() -> float:
    times = os.times()
    return times.children_user + times.children_system


def main() -> int:
    soffice = shutil.which("soffice")
    if soffice is None:
        print("LibreOffice is not installed: there is nothing to compare with")
        return 1
    folder = Path(tempfile.mkdtemp(prefix="bench-pdf-"))
    project = long_project()
    word, theirs, ours = folder / "a.docx", folder / "a.pdf", folder / "b.pdf"
    copy = make_copy(project, CopyKind.FORMAL, load_catalogue())
    word.write_bytes(write_docx(copy))

    def libreoffice() -> None:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*command, str(word)], check=True, capture_output=True, timeout=600)

    def own() -> None:
        write_pdf(copy, ours)

    libreoffice()  # its profile is made on the first run
    times = [(timed(own), timed(libreoffice)) for _ in range(ROUNDS)]
    mine, other = (
        tuple(map(min, zip(*column, strict=True))) for column in zip(*times, strict=True)
    )
    print(f"characters {sum(len(p.text) for p in project.report.paragraphs):,}")
    for name, (seconds, spent), path in (("ours", mine, ours), ("LibreOffice", other, theirs)):
        pages = len(pypdfium2.PdfDocument(path))
        size = path.stat().st_size / 1e6
        print(f"{name:12} {seconds:6.2f} s ({spent:.2f} s computing)  {pages} pages  {size:.1f} MB")
    ratio = mine[0] / other[0]
    print(f"ratio {ratio:.2f}, of computing {mine[1] / other[1]:.2f} (limit {LIMIT}, aim {AIM})")
    shutil.rmtree(folder)
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
