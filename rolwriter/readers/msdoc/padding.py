"""A leniency that doc2docx 0.36 lacks, without which LibreOffice's own files are refused.

Paragraph properties are stored in words of two bytes. Where they end on an odd byte
LibreOffice leaves the last one as it was; the converter takes only a zero there.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doc2docx.msdoc.sprm import PropertyModifier


@contextmanager
def padding_tolerated() -> Generator[None]:
    """Let the converter pass over one stray byte at the end of properties.

    Not for use on several threads at once: it replaces a function of the library's.
    """
    from doc2docx.errors import InvalidWordDocument
    from doc2docx.msdoc import formatting

    strict = formatting.parse_grpprl

    def tolerant(
        data: bytes, *, label: str, allow_trailing_zero_padding: bool = False
    ) -> tuple[PropertyModifier, ...]:
        try:
            return strict(
                data, label=label, allow_trailing_zero_padding=allow_trailing_zero_padding
            )
        except InvalidWordDocument:
            return strict(data[:-1], label=label)

    formatting.parse_grpprl = tolerant
    try:
        yield
    finally:
        formatting.parse_grpprl = strict
