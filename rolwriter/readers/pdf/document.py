"""The whole of a PDF: from its pages to paragraphs and notes."""

from __future__ import annotations

from rolwriter.model.errors import RolwriterError
from rolwriter.model.source import Note, NoteKind, SourceDocument, SourceKind, SourceParagraph
from rolwriter.readers import notes
from rolwriter.readers.pdf.lines import lines_of
from rolwriter.readers.pdf.margins import PageLines, set_margins_apart
from rolwriter.readers.pdf.paragraphs import paragraphs_of
from rolwriter.readers.pdf.pdfium import opened
from rolwriter.readers.pdf.radicals import without_radicals
from rolwriter.readers.refusals import UNCHANGED

_SPARSE = 12
"""Fewer characters a page than this, on pages with pictures, are stamps on a scan."""


def read_pdf(data: bytes) -> SourceDocument:
    """The paragraphs of a PDF that has a text layer.

    Raises:
        RolwriterError: scanned, protected by a password, or broken.
    """
    pages: list[PageLines] = []
    tilted: list[str] = []
    pictures = 0
    with opened(data) as found:
        for page in found:
            glyphs = page.glyphs()
            tilted += [line.text for line in lines_of([g for g in glyphs if g.tilted])]
            upright = lines_of([glyph for glyph in glyphs if not glyph.tilted])
            pages.append(PageLines(page.width, page.height, upright))
            pictures += page.pictures()
    characters = sum(len(line.glyphs) for page in pages for line in page.lines)
    if characters == 0 or (pictures and characters < _SPARSE * len(pages)):
        raise _without_text()
    set_margins_apart(pages)
    return _document(pages, tilted, pictures)


def _without_text() -> RolwriterError:
    return RolwriterError(
        "这个PDF里没有可以读取的文字：它是扫描件（图片），或者文字已经转成图形。",
        UNCHANGED,
        "请找到这份文稿的Word或WPS文件再导入；只有扫描件时，请先用文字识别（OCR）软件转成文字，"
        "再粘贴到本程序中。",
    )


def _document(pages: list[PageLines], tilted: list[str], pictures: int) -> SourceDocument:
    replaced = 0
    paragraphs: list[SourceParagraph] = []
    for text in paragraphs_of(pages):
        plain, count = without_radicals(text)
        replaced += count
        paragraphs.append(SourceParagraph(plain))
    tops = [line.text.strip() for page in pages for line in page.top]
    bottoms = [line.text.strip() for page in pages for line in page.bottom]
    apart = [SourceParagraph(text, SourceKind.HEADER) for text in dict.fromkeys(tops)]
    apart += [SourceParagraph(text, SourceKind.FOOTER) for text in dict.fromkeys(bottoms)]
    found: list[Note] = []
    if tops or bottoms:
        message = "页码、页眉和页脚没有放进正文，另外列出。"
        found.append(Note(NoteKind.HEADER_FOOTER, message, (*tops, *bottoms)))
    if tilted:
        message = f"有{len(tilted)}行斜排的文字（可能是水印或印章），没有读入。"
        found.append(Note(NoteKind.FURNITURE, message, tuple(tilted)))
    if replaced:
        message = f"有{replaced}处字存成了字形相同的部首符号或连体破折号，已换成通常的字。"
        found.append(Note(NoteKind.OTHER, message))
    if pictures:
        found.append(Note(NoteKind.PICTURE, notes.PICTURE.format(pictures)))
    found.append(Note(NoteKind.OTHER, notes.LAYOUT_GUESSED))
    return SourceDocument("pdf", tuple(paragraphs), tuple(apart), tuple(found))
