"""Our PDF beside the one LibreOffice makes of the Word file of the same copy."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import accumulate

import pytest
from msgspec.structs import replace as changed
from PySide6.QtWidgets import QApplication

from rolwriter.app.output.copies import make_copy
from rolwriter.app.output.paper import write_pdf
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.house import House, house_format
from rolwriter.catalog.page_format import FaceRole, PageFormat
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.project import Project
from rolwriter.model.report import Part, PartKind
from rolwriter.ui.kit.faces import Faces
from rolwriter.writers.docx import write_docx
from tests.ui.paper.papers import DISPATCH, sample
from tests.writers.rendering import Page, needs_renderer, pages_of, render

pytestmark = needs_renderer()
_A_LINE = 29
"""Characters of a full line, one that hangs in the margin included."""
NAMES = ("formal", "upward", "draft", "long")
"""Three kinds of copies, and the first of a report ten times as long."""
HELD = "held"
"""The first where the house lets no heading stand at a page's foot."""
Both = dict[str, tuple[list[Page], list[Page]]]


def ten_times(project: Project) -> Project:
    parts = list[Part]()
    for part in project.report.parts:
        times = 10 if part.kind is PartKind.CHAPTER else 1
        parts += (
            replace(
                part,
                id=f"{part.id}-{n}",
                paragraphs=tuple(replace(p, id=f"{p.id}-{n}") for p in part.paragraphs),
            )
            for n in range(times)
        )
    return replace(project, report=replace(project.report, parts=tuple(parts)))


def with_fonts_at_hand(house: House | None = None) -> PageFormat:
    """The format with the stand-ins as its own fonts, so that both programs use the same."""
    page_format = house_format(house or House())
    shown = {page_format.faces[role].font: face for role, face in Faces(page_format).shown.items()}
    fonts = {
        key: changed(font, chain=(shown[key].family or font.official,))
        for key, font in page_format.fonts.items()
    }
    assert set(page_format.fonts) == {page_format.faces[role].font for role in FaceRole}
    return changed(page_format, fonts=fonts)


@pytest.fixture(scope="module")
def both(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Both:
    """Our pages and LibreOffice's, by name."""
    assert qapp is not None  # fonts need it
    folder = tmp_path_factory.mktemp("beside")
    plain, held = with_fonts_at_hand(), with_fonts_at_hand(House(heading_at_foot="moved"))
    project = replace(sample(), dispatch=replace(DISPATCH, watermark=""))
    reports = dict.fromkeys((*NAMES, HELD), project) | {"long": ten_times(project)}
    kinds, formats = {"long": CopyKind.FORMAL, HELD: CopyKind.REVIEW}, {HELD: held}
    copies = {
        name: make_copy(
            of,
            kinds.get(name) or CopyKind(name),
            load_catalogue(),
            page_format=formats.get(name, plain),
        )
        for name, of in reports.items()
    }
    theirs = render({name: write_docx(copy) for name, copy in copies.items()}, folder)
    pages: Both = {}
    for name, copy in copies.items():
        path = folder / f"ours-{name}.pdf"
        write_pdf(copy, path)
        pages[name] = (pages_of(path), theirs[name])
    return pages


@pytest.mark.parametrize("name", NAMES)
def test_both_have_as_many_pages_and_22_lines_on_a_full_one(both: Both, name: str) -> None:
    ours, theirs = both[name]
    assert len(ours) == len(theirs) > 3
    full = 23 if name == "draft" else 22  # a draft has a header
    # neither the first page, which has title or masthead, nor the last two are full
    for mine, other in zip(ours[1:-2], theirs[1:-2], strict=True):
        assert len(mine.body) == len(other.body) == full


@pytest.mark.parametrize("name", (*NAMES, HELD))
def test_pages_break_at_the_same_line_or_the_next(both: Both, name: str) -> None:
    mine, other = (
        list(accumulate(sum(len(line.text) for line in page.body) for page in pages))
        for pages in both[name]
    )
    for here, there in zip(mine[:-1], other[:-1], strict=True):
        assert abs(here - there) <= _A_LINE


def test_no_page_ends_with_a_heading_in_either_where_the_house_wants_it_so(both: Both) -> None:
    for pages in both[HELD]:
        feet = [page.body[-1].text for page in pages[:4]]
        assert not [foot for foot in feet if re.match("[一二三四五]、|（[一二三四五]）", foot)]
        assert pages[1].body[0].text.startswith("（二）")  # it would be the first page's last


@pytest.mark.parametrize("name", NAMES)
def test_both_have_the_same_characters_in_the_same_order(both: Both, name: str) -> None:
    mine, other = (
        "".join(line.text for page in pages for line in page.body) for pages in both[name]
    )
    if name == "draft":  # numbers of lines stand where lines stand
        mine, other = ("".join(sorted(text)) for text in (mine, other))
    assert mine == other


def test_most_lines_are_the_same(both: Both) -> None:
    """Others differ by a character: a line that is full to a hair, and those after it."""
    mine, other = ([line.text for page in pages for line in page.body] for pages in both["long"])
    matching = SequenceMatcher(None, mine, other, autojunk=False).get_matching_blocks()
    assert sum(match.size for match in matching) > 0.9 * len(mine)


def test_a_full_line_of_han_has_28_in_both(both: Both) -> None:
    for pages in both["long"]:
        full = [line.text for page in pages for line in page.body if len(line.text) >= 28]
        han = [text for text in full if not re.search("[ -~]", text)]
        assert len(han) > 100
        assert {len(text) for text in han} == {28, 29}  # one mark may hang


@pytest.mark.parametrize("name", sorted({*NAMES} - {"draft"}))  # its lines begin with numbers
def test_lines_stand_at_the_same_height(both: Both, name: str) -> None:
    for mine, other in zip(*both[name], strict=True):
        for here, there in zip(mine.body[2:-2], other.body[2:-2], strict=False):
            if here.text == there.text:
                assert here.middle == pytest.approx(there.middle, abs=3)
                assert here.left == pytest.approx(there.left, abs=2)
