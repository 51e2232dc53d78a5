"""Where signature and date stand without a seal and with one (GB/T 9704-2012, 7.3.5).

Without a seal (7.3.5.2) the wider of the two keeps its distance from the right margin; the
other is set from the left so that the date begins two characters right of where the
signature begins. So the wider one stands right whatever it says, and the offset between
the two holds even where a font's digits are not exactly half as wide as its Han
characters. With a seal (7.3.5.1) both have one middle, over which the seal is set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rolwriter.catalog.page_format import Align, BlockKind, FaceRole, PageFormat
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.cells import cells


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph's side and its distance from that side's margin, in twips."""

    align: Align
    indent: int


@dataclass(frozen=True, slots=True)
class ClosingPlaces:
    """The places of signature and date in one report."""

    signature: Place
    issue_date: Place


def place_closing(run_of_blocks: Sequence[Block], page_format: PageFormat) -> ClosingPlaces:
    """The places for the signature and date that stand among the blocks.

    With several lines of one kind the longest counts; with only one of the two present
    it stands at its distance from the right margin.
    """
    if page_format.closing.sealed:
        return _sealed(run_of_blocks, page_format)
    signature_right = _right(page_format, BlockKind.SIGNATURE)
    date_right = _right(page_format, BlockKind.ISSUE_DATE)
    at_right = ClosingPlaces(Place(Align.RIGHT, signature_right), Place(Align.RIGHT, date_right))
    signature = _width(run_of_blocks, BlockKind.SIGNATURE, page_format)
    date = _width(run_of_blocks, BlockKind.ISSUE_DATE, page_format)
    if not signature or not date:
        return at_right
    offset = page_format.closing.date_offset_chars * page_format.cell(FaceRole.TEXT)
    if date > signature:
        start = page_format.text_width - date_right - date - offset
        return ClosingPlaces(_from_left(start), at_right.issue_date)
    start = page_format.text_width - signature_right - signature + offset
    return ClosingPlaces(at_right.signature, _from_left(start))


def _sealed(run_of_blocks: Sequence[Block], page_format: PageFormat) -> ClosingPlaces:
    """The date at its distance from the right, the signature with its middle above the date's.

    A signature so long that it would leave the type area moves both to the left.
    """
    signature = _width(run_of_blocks, BlockKind.SIGNATURE, page_format)
    date = _width(run_of_blocks, BlockKind.ISSUE_DATE, page_format)
    date = date or 9 * page_format.cell(FaceRole.TEXT)
    right = page_format.closing.seal_date_right_chars * page_format.faces[FaceRole.TEXT].size
    right = max(right, (signature - date) / 2)
    centred = max(0, round(right + (date - signature) / 2))
    return ClosingPlaces(Place(Align.RIGHT, centred), Place(Align.RIGHT, round(right)))


def _from_left(start: float) -> Place:
    return Place(Align.LEFT, max(0, round(start)))


def _right(page_format: PageFormat, kind: BlockKind) -> int:
    layout = page_format.paragraphs[kind]
    return round(layout.right_chars * page_format.faces[layout.face].size)


def _width(run_of_blocks: Sequence[Block], kind: BlockKind, page_format: PageFormat) -> float:
    """How wide the widest block of the kind is, in twips; without any, 0."""
    cell, size = page_format.cell(FaceRole.TEXT), page_format.faces[FaceRole.TEXT].size
    space = page_format.lines.autospace * size / cell
    texts = [block.text for block in run_of_blocks if block.kind is kind]
    return cell * max((cells(text, space) for text in texts), default=0)
