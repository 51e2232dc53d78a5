"""版记 (GB/T 9704-2012, 7.4): its lines between rules, and how high they are together."""

from __future__ import annotations

from dataclasses import dataclass

from rolwriter.catalog.page_format import Align, FaceRole
from rolwriter.writers.layout.cells import cells
from rolwriter.writers.layout.copy import Colophon
from rolwriter.writers.layout.lines import Shape
from rolwriter.writers.layout.page import SetLine
from rolwriter.writers.layout.setting import Setter

_LABEL = "抄送："


@dataclass(frozen=True, slots=True)
class SetColophon:
    """The colophon in lines, each ``line`` twips high; lefts from the type area's edge."""

    copies_to: tuple[SetLine, ...]
    """Of `Colophon.copies_to`; turned lines stand under the first name."""
    printer: tuple[SetLine, ...]
    """Of `Colophon.printer`, at the left."""
    printed: tuple[SetLine, ...]
    """Of `Colophon.printed`, at the right, on the line of the printer."""
    line: int

    @property
    def height(self) -> int:
        """From the upper rule to the lower one, on the edge of the type area."""
        return self.line * (len(self.copies_to) + max(len(self.printer), len(self.printed)))


def set_colophon(colophon: Colophon, setter: Setter) -> SetColophon:
    """The colophon's lines; a part without words has none."""
    form = setter.format
    face = form.faces[FaceRole.COLOPHON]
    edge = form.colophon.edge_chars * face.size
    left, right = edge, form.text_width - edge
    hanging = left + cells(_LABEL) * form.cell(FaceRole.COLOPHON)

    def lines(text: str, align: Align, turned: float = left) -> tuple[SetLine, ...]:
        if not text:
            return ()
        return setter.words(
            text, FaceRole.COLOPHON, face.size_pt, Shape(align, left, turned, right)
        )

    return SetColophon(
        lines(colophon.copies_to, Align.BOTH, hanging),
        lines(colophon.printer, Align.LEFT),
        lines(colophon.printed, Align.RIGHT),
        form.colophon.line,
    )
