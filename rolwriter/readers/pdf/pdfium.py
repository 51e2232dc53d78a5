"""The characters of a PDF page, by pdfium; the only place that calls the untyped library."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from rolwriter.readers.kinds import FileKind
from rolwriter.readers.pdf.lines import Glyph, is_wide
from rolwriter.readers.refusals import damaged, refusal

if TYPE_CHECKING:
    from collections.abc import Generator

_TILTED = 0.1
"""Radians beyond which text is a watermark or a stamp and no line."""
_HYPHEN = 2
"""pdfium's code for a hyphen at the end of a line."""
_NO_TEXT = {0, 10, 13, 0xFFFE, 0xFFFF}
_GROUPS_DEEP = 3
"""Pictures inside so many form objects are looked for."""


class Page:
    """One page as far as its text is concerned; sizes in points."""

    def __init__(self, page: object) -> None:
        self._page = cast("Any", page)

    @property
    def width(self) -> float:
        """The width of the page."""
        return cast("float", self._page.get_width())

    @property
    def height(self) -> float:
        """The height of the page."""
        return cast("float", self._page.get_height())

    def glyphs(self) -> list[Glyph]:
        """All characters in the order of the file, blanks included, line ends left out."""
        import pypdfium2

        raw = cast("Any", pypdfium2.raw)
        text = self._page.get_textpage()
        try:
            return [
                _glyph(raw, text, index)
                for index in range(text.count_chars())
                if raw.FPDFText_IsGenerated(text, index) != 1
                and raw.FPDFText_GetUnicode(text, index) not in _NO_TEXT
            ]
        finally:
            text.close()

    def text(self) -> str:
        """All that the page says in the order of the file, with the blanks pdfium makes up."""
        text = self._page.get_textpage()
        try:
            return cast("str", text.get_text_range())
        finally:
            text.close()

    def pictures(self) -> int:
        """How many pictures stand on the page."""
        import pypdfium2

        raw = cast("Any", pypdfium2.raw)
        images = (raw.FPDF_PAGEOBJ_IMAGE,)
        return sum(1 for _ in self._page.get_objects(filter=images, max_depth=_GROUPS_DEEP))


def _glyph(raw: Any, text: Any, index: int) -> Glyph:  # noqa: ANN401 - pdfium has no types
    code = cast("int", raw.FPDFText_GetUnicode(text, index))
    char = "-" if code == _HYPHEN else chr(code)
    left, bottom, right, top = cast(
        "tuple[float, float, float, float]", text.get_charbox(index, loose=True)
    )
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, index, x, y)
    tilted = abs(cast("float", raw.FPDFText_GetCharAngle(text, index))) > _TILTED
    size = right - left if is_wide(char) else (top - bottom) * 0.8
    return Glyph(char, left, right, y.value, size, tilted)


@contextmanager
def opened(data: bytes, only: Sequence[int] | None = None) -> Generator[Iterator[Page]]:
    """The pages of a PDF, one open at a time; ``only`` those with these indexes.

    Raises:
        RolwriterError: protected by a password, or broken.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = cast("Any", error).err_code
        if code == cast("Any", pypdfium2.raw).FPDF_ERR_PASSWORD:
            raise refusal(FileKind.ENCRYPTED) from None
        raise damaged("PDF文件") from None
    try:
        yield _pages(document, only)
    except pypdfium2.PdfiumError:
        raise damaged("PDF文件") from None
    finally:
        document.close()


def _pages(document: object, only: Sequence[int] | None) -> Iterator[Page]:
    pages = cast("Any", document)
    for number in range(len(pages)) if only is None else only:
        page = pages[number]
        try:
            yield Page(page)
        finally:
            page.close()
