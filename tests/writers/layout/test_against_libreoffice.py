"""Our pages beside LibreOffice's of the same Word file, with LibreOffice's own advances."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import accumulate

import pytest
from msgspec.structs import replace as changed

from rolwriter.app.documents import sample_project
from rolwriter.catalog.page_format import LoneCharacter, load_page_format
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.report import Part, PartKind, Report
from rolwriter.writers.layout.blocks import blocks
from rolwriter.writers.layout.copy import Copy, Section
from rolwriter.writers.layout.pages import lay_out
from tests.writers.docx.written import formal
from tests.writers.layout.libreoffice_measure import LibreOfficeMeasure, probes
from tests.writers.rendering import Page, needs_renderer, render
from tests.writers.reports import chapter, full_report

pytestmark = needs_renderer()

SHIPPED = load_page_format()
# LibreOffice has nothing against a lone last character.
FORMAT = changed(SHIPPED, lines=changed(SHIPPED.lines, lone_character=LoneCharacter.KEPT))


@dataclass(frozen=True)
class Pair:
    ours: list[list[str]]
    theirs: list[list[str]]


def ten_times(report: Report) -> Report:
    """The report with each chapter ten times over; every paragraph keeps its own id."""
    parts = list[Part]()
    for part in report.parts:
        times = 10 if part.kind is PartKind.CHAPTER else 1
        for time in range(times):
            paragraphs = tuple(replace(p, id=f"{p.id}.{time}") for p in part.paragraphs)
            parts.append(replace(part, id=f"{part.id}.{time}", paragraphs=paragraphs))
    return replace(report, parts=tuple(parts))


def our_pages(report: Report, measure: LibreOfficeMeasure) -> list[list[str]]:
    copy = Copy(CopyKind.FORMAL, FORMAT, (Section(tuple(blocks(report))),))
    return [
        [
            "".join(placed.block.text[placed.line.start : placed.line.end].split())
            for placed in page.lines
        ]
        for page in lay_out(copy, measure).pages
    ]


def their_pages(pages: list[Page]) -> list[list[str]]:
    return [[line.text for line in page.body] for page in pages]


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    sample = sample_project().report
    reports = {"sample": sample, "ten": ten_times(sample), "kinds": full_report()}
    text = "".join(block.text for report in reports.values() for block in blocks(report))
    folder = tmp_path_factory.mktemp("beside")
    files = {name: formal(report) for name, report in reports.items()}
    rendered = render({**files, "probes": formal(chapter(*probes(text)))}, folder)
    measure = LibreOfficeMeasure(folder / "probes.pdf", text, FORMAT)
    return {
        name: Pair(our_pages(report, measure), their_pages(rendered[name]))
        for name, report in reports.items()
    }


NAMES = ["sample", "ten", "kinds"]


@pytest.mark.parametrize("name", NAMES)
def test_both_have_the_same_words_and_as_many_pages(pairs: dict[str, Pair], name: str) -> None:
    pair = pairs[name]
    flat = ["".join("".join(page) for page in pages) for pages in (pair.ours, pair.theirs)]
    assert flat[0] == flat[1]
    assert len(pair.ours) == len(pair.theirs)


@pytest.mark.parametrize("name", NAMES)
def test_pages_part_at_the_same_words_or_one_line_apart(pairs: dict[str, Pair], name: str) -> None:
    pair = pairs[name]
    ours, theirs = (
        list(accumulate(sum(map(len, page)) for page in pages))
        for pages in (pair.ours, pair.theirs)
    )
    for mine, other in zip(ours, theirs, strict=True):
        assert abs(mine - other) <= 30


@pytest.mark.parametrize("name", NAMES)
def test_both_have_22_lines_on_each_full_page(pairs: dict[str, Pair], name: str) -> None:
    for pages in (pairs[name].ours, pairs[name].theirs):
        # Distances between the lines stand on the first page and over the signature.
        between = pages[1:-2]
        assert [len(page) for page in between] == [22] * len(between)
        assert max(len(page) for page in pages) == 22


def test_most_lines_are_the_same(pairs: dict[str, Pair]) -> None:
    """Others differ by a character: a line that is full to a twip, and those after it."""
    ours, theirs = (
        [line for page in pages for line in page]
        for pages in (pairs["ten"].ours, pairs["ten"].theirs)
    )
    assert len(ours) == pytest.approx(len(theirs), abs=1)
    matching = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    assert sum(match.size for match in matching) > 0.8 * len(ours)


def test_a_full_line_has_28_han_characters_in_both(pairs: dict[str, Pair]) -> None:
    for pages in (pairs["kinds"].ours, pairs["kinds"].theirs):
        full = [line for page in pages for line in page if len(line) >= 28]
        assert len(full) > 30
        assert {len(line) for line in full} <= {28, 29}
