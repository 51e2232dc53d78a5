"""The head of a 上行文: 紧急程度, 发文机关标志, 发文字号 beside 签发人, red rule (7.2)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from rolwriter.catalog.page_format import TWIPS_PER_POINT, BlockKind, FaceRole, PageFormat
from rolwriter.model.dispatch import Dispatch
from rolwriter.writers.layout.blocks import Beside, Block, Indents, Run
from rolwriter.writers.layout.cells import cells

SIGNATORY_LABEL = "签发人："
_NAMES_A_LINE = 2
_BETWEEN = "\u3000"
_SMALLEST_PT = 22.0


def masthead(
    name: str, number: Block | None, dispatch: Dispatch, page_format: PageFormat
) -> list[Block]:
    """The blocks above the title; the number's block is the report's own paragraph."""
    head = list[Block]()
    if dispatch.urgency:
        head.append(Block(BlockKind.URGENCY, (Run(dispatch.urgency, FaceRole.URGENCY),), ""))
    head.append(Block(BlockKind.MASTHEAD, (Run(name, FaceRole.MASTHEAD),), ""))
    head.extend(_number_rows(number, dispatch.signatories, page_format))
    return head


def fitted(page_format: PageFormat, name: str, dispatch: Dispatch) -> PageFormat:
    """The format with the masthead no wider than the text and at its height on the page."""
    face = page_format.faces[FaceRole.MASTHEAD]
    widest = page_format.text_width / TWIPS_PER_POINT / max(1.0, cells(name))
    size = max(_SMALLEST_PT, min(face.size_pt, int(widest * 2) / 2))
    layout = page_format.paragraphs[BlockKind.MASTHEAD]
    above = page_format.line(BlockKind.URGENCY) if dispatch.urgency else 0
    return replace(
        page_format,
        faces={**page_format.faces, FaceRole.MASTHEAD: replace(face, size_pt=size)},
        paragraphs={
            **page_format.paragraphs,
            BlockKind.MASTHEAD: replace(layout, before=max(0, layout.before - above)),
        },
    )


def _number_rows(
    number: Block | None, names: Sequence[str], page_format: PageFormat
) -> list[Block]:
    """The names two a line, under each other; the number stands beside the last row.

    The label stands without a name too: it is then filled in by hand.
    """
    rows = _rows(names)
    cell = page_format.cell(FaceRole.TEXT)
    edge = page_format.paragraphs[BlockKind.NUMBER_ROW].right_chars
    widest = max(cells(row) for row in rows)
    indent = cells(SIGNATORY_LABEL) * cell
    left = page_format.text_width - round(
        edge * page_format.faces[FaceRole.TEXT].size + indent + widest * cell
    )
    blocks = list[Block]()
    for index, row in enumerate(rows):
        runs = (Run(row, FaceRole.SIGNATORY),) if row else ()
        at = round(left + indent)
        if index == 0:
            runs, at = (Run(SIGNATORY_LABEL, FaceRole.TEXT), *runs), left
        last = index == len(rows) - 1
        if last and number is not None:
            row_block = Block(
                BlockKind.NUMBER_ROW, number.runs, number.paragraph_id, beside=Beside(runs, at)
            )
        else:
            kind = BlockKind.NUMBER_ROW if last else BlockKind.SIGNATORIES
            row_block = Block(kind, runs, "", Indents(at, at))
        blocks.append(row_block)
    return blocks


def _rows(names: Sequence[str]) -> list[str]:
    """Each row's names, all but its last as wide as the widest, so that they stand in columns."""
    if not names:
        return [""]
    widest = max(cells(name) for name in names)
    rows = list[str]()
    for start in range(0, len(names), _NAMES_A_LINE):
        *before, last = names[start : start + _NAMES_A_LINE]
        padded = [name + _BETWEEN * round(widest - cells(name) + 1) for name in before]
        rows.append("".join(padded) + last)
    return rows
