"""Word files as LibreOffice sets them: pages and lines with their places, in points.

One run of LibreOffice serves many files; it uses a profile of its own, so that neither
a user's settings nor a window that is open disturb it.
"""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

import pytest

POINTS_PER_MM = 72 / 25.4
_XHTML = "{http://www.w3.org/1999/xhtml}"
_NEAR = 8.0
"""Words whose middles are this near (points) stand on one line; lines are 29 apart."""


@dataclass(frozen=True)
class Line:
    """One line of print: its words without blanks, its edges and its middle."""

    text: str
    left: float
    right: float
    middle: float

    @property
    def han(self) -> int:
        """How many characters are Han."""
        return sum(unicodedata.name(char, "").startswith("CJK UNIFIED") for char in self.text)


@dataclass(frozen=True)
class Page:
    """One page: its paper and its lines from top to bottom, the page number the last."""

    width: float
    height: float
    lines: tuple[Line, ...]

    @property
    def body(self) -> tuple[Line, ...]:
        """The lines of text, without the page number."""
        return self.lines[:-1]

    @property
    def number(self) -> Line:
        """The line with the page number."""
        return self.lines[-1]


def why_not() -> str:
    """What is missing for rendering; empty when nothing is."""
    missing = [tool for tool in ("soffice", "pdftotext", "fc-list") if shutil.which(tool) is None]
    if missing:
        return f"rendering needs {' and '.join(missing)}"
    fonts = subprocess.run(
        ["fc-list", ":lang=zh-cn"], capture_output=True, text=True, check=True, timeout=60
    )
    return "" if fonts.stdout.strip() else "rendering needs a Chinese font"


def needs_renderer() -> list[pytest.MarkDecorator]:
    """The marks for a module of render tests."""
    reason = why_not()
    return [pytest.mark.render, pytest.mark.skipif(bool(reason), reason=reason)]


def render(files: Mapping[str, bytes], folder: Path) -> dict[str, list[Page]]:
    """The pages of each Word file by its name (without ending), set in one run."""
    sources = [folder / f"{name}.docx" for name in files]
    for source, data in zip(sources, files.values(), strict=True):
        source.write_bytes(data)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, sources),
        ],
        check=True,
        capture_output=True,
        timeout=110,
    )
    return {source.stem: pages_of(source.with_suffix(".pdf")) for source in sources}


def pages_of(pdf: Path) -> list[Page]:
    boxes = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, timeout=60
    )
    pages = ElementTree.fromstring(boxes.stdout).iter(f"{_XHTML}page")
    return [
        Page(float(page.get("width", 0)), float(page.get("height", 0)), _lines(page))
        for page in pages
    ]


def _lines(page: ElementTree.Element) -> tuple[Line, ...]:
    words = sorted(
        ((_middle(word), word) for word in page.iter(f"{_XHTML}word")), key=lambda pair: pair[0]
    )
    line = 0
    numbered: list[tuple[int, ElementTree.Element]] = []
    for index, (middle, word) in enumerate(words):
        if index and middle - words[index - 1][0] > _NEAR:
            line += 1
        numbered.append((line, word))
    groups = groupby(numbered, key=lambda pair: pair[0])
    return tuple(_line([word for _, word in group]) for _, group in groups)


def _line(words: list[ElementTree.Element]) -> Line:
    ordered = sorted(words, key=lambda word: float(word.get("xMin", 0)))
    return Line(
        "".join(word.text or "" for word in ordered),
        float(ordered[0].get("xMin", 0)),
        float(ordered[-1].get("xMax", 0)),
        _middle(ordered[0]),
    )


def _middle(word: ElementTree.Element) -> float:
    return (float(word.get("yMin", 0)) + float(word.get("yMax", 0))) / 2
