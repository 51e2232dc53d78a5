"""The slip (待供稿单) as a Word file: each topic with hint, last year's text, room to write.

An answer is found again by the visible codes before and behind it and, where one was
deleted, by a bookmark. Content controls would be the usual way, but LibreOffice makes
input fields of them and then writes their words several times over.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from rolwriter.catalog.page_format import load_page_format
from rolwriter.catalog.slip_words import SlipWords, load_slip_words
from rolwriter.model.slip import Mark, Slip, SlipTopic, bookmark, code
from rolwriter.text.numerals import han_number
from rolwriter.text.sanitize import writable
from rolwriter.writers.docx import slip_styles as styles
from rolwriter.writers.docx.markup import part, w
from rolwriter.writers.docx.package import assemble
from rolwriter.writers.docx.runs import run
from rolwriter.writers.docx.sections import footers, page_properties
from rolwriter.writers.docx.slip_styles import SlipStyle
from rolwriter.writers.docx.styles import styles_part
from rolwriter.writers.layout.closing import place_closing


def write_slip(slip: Slip) -> bytes:
    """The slip as a Word file (.docx); the same slip, the same bytes."""
    page_format = load_page_format()
    words = load_slip_words()
    body = w("body", *_head(slip, words))
    for number, topic in enumerate(slip.topics, 1):
        body.extend(_topic(number, topic, words))
    body.append(w("sectPr", *footers(), *page_properties(page_format)))
    return assemble(
        page_format,
        part(w("document", body)),
        styles_part(page_format, place_closing((), page_format), styles.slip_styles(page_format)),
    )


def _head(slip: Slip, words: SlipWords) -> Iterator[Element]:
    yield _paragraph(styles.TITLE, words.title_of(slip.year))
    yield _paragraph(styles.LINE, f"{words.supplier}{slip.supplier}")
    for number, line in enumerate(words.instructions, 1):
        yield _paragraph(styles.LINE, f"{number}. {line}")


def _topic(number: int, topic: SlipTopic, words: SlipWords) -> Iterator[Element]:
    title = f"{han_number(number)}、{topic.title}"
    yield _paragraph(styles.TOPIC, title, code(topic.id, Mark.TOPIC))
    if topic.hint:
        yield _paragraph(styles.HINT, f"{words.hint}{topic.hint}")
    if topic.previous:
        yield _paragraph(styles.LABEL, words.previous)
        yield from (_paragraph(styles.PREVIOUS, text) for text in topic.previous)
    else:
        yield _paragraph(styles.LABEL, words.no_previous)
    begin = _paragraph(styles.LABEL, words.answer, code(topic.id, Mark.BEGIN))
    end = _paragraph(styles.END, code(topic.id, Mark.END))
    name = bookmark(topic.id)
    if name:
        begin.append(w("bookmarkStart", id=number, name=name))
        end.insert(1, w("bookmarkEnd", id=number))
    yield begin
    yield from (_paragraph(styles.ANSWER, "") for _ in range(words.lines))
    yield end


def _paragraph(style: SlipStyle, text: str, mark: str = "") -> Element:
    paragraph = w("p", w("pPr", w("pStyle", val=style.id)))
    if text:
        paragraph.append(run(writable(text)))
    if mark:
        paragraph.append(run(mark, styles.CODE))
    return paragraph
