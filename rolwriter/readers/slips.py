"""A returned slip: what was written on each topic, whatever program it was written with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rolwriter.catalog.slip_words import load_slip_words
from rolwriter.model.slip import (
    BOOKMARK,
    CODE,
    FilledSlip,
    Mark,
    TopicText,
    topic_of_bookmark,
)
from rolwriter.model.source import NoteKind, SourceKind
from rolwriter.readers.read import read_source

_ZIP = b"PK"


@dataclass(slots=True)
class _Answers:
    """Answers by the codes around them."""

    by_topic: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    whole: set[str] = field(default_factory=set[str])
    """Topics whose answer has both codes: nothing of it can be missing or too much."""
    outside: list[str] = field(default_factory=list[str])
    open: str = ""
    """The topic whose answer is being read."""


def read_slip(data: bytes, name: str = "") -> FilledSlip:
    """The answers on a slip in any format that words are read from.

    An answer is what stands between its two codes. Where a code was lost, it is what
    the bookmark around it holds; without one, it ends at the next code.

    Raises:
        RolwriterError: the file cannot be read.
    """
    document = read_source(data, name)
    found = _by_codes(paragraph.text for paragraph in document.paragraphs)
    marked = _by_bookmarks(data) if data.startswith(_ZIP) and document.format == "docx" else {}
    # the page numbers are the slip's own
    notes = [n.message for n in document.notes if n.kind is not NoteKind.HEADER_FOOTER]
    for topic, texts in marked.items():
        if topic not in found.whole:
            _replace(found, topic, texts)
    open_ended = [topic for topic in found.by_topic if topic not in {*found.whole, *marked}]
    if open_ended:
        notes.append(f"有{len(open_ended)}个主题的编号不全，请核对写的内容有没有多出或缺少。")
    if not found.by_topic:
        notes.append("文件里没有找到供稿主题的编号，没有归到任何主题。")
    topics = (TopicText(topic, tuple(texts)) for topic, texts in found.by_topic.items())
    # a comment was written by someone too
    apart = (p.text for p in document.apart if p.kind is SourceKind.COMMENT)
    return FilledSlip(tuple(topics), (*found.outside, *apart), tuple(notes))


def _replace(found: _Answers, topic: str, texts: list[str]) -> None:
    """Put the bookmark's words in place of an answer that was cut without its codes."""
    cut = found.by_topic.get(topic, [])
    found.outside += [text for text in cut if text not in texts]
    for text in texts:
        if text in found.outside:
            found.outside.remove(text)
    found.by_topic[topic] = texts


def _by_codes(texts: Iterable[str]) -> _Answers:
    found = _Answers()
    for text in texts:
        at = 0
        for match in CODE.finditer(text):
            _words(found, text[at : match.start()])
            _mark(found, match[1], Mark(match[2]))
            at = match.end()
        _words(found, text[at:])
    return found


def _mark(found: _Answers, topic: str, mark: Mark) -> None:
    if mark is Mark.END:
        if found.open == topic:
            found.whole.add(topic)
        found.open = ""
    elif mark is Mark.BEGIN:
        found.by_topic.setdefault(topic, [])
        found.open = topic
    else:
        found.open = ""


def _words(found: _Answers, text: str) -> None:
    words = text.strip()
    if not words:
        return
    if found.open:
        # a heading's number and title stand before its code, not in the answer before it
        found.by_topic[found.open].append(words)
    elif not _is_ours(words):
        found.outside.append(words)


def _is_ours(text: str) -> bool:
    """A line of the slip's own words."""
    words = load_slip_words()
    title = re.escape(words.title).replace(re.escape("{year}"), "(?:[0-9]{4}|本)")
    fixed = {words.answer, words.previous, words.no_previous, *words.instructions}
    bare = re.sub(r"^\d+\.\s*", "", text)
    return (
        bare in fixed
        or re.fullmatch(title, text) is not None
        or text.startswith((words.supplier, words.hint))
    )


def _by_bookmarks(data: bytes) -> dict[str, list[str]]:
    """The words in each bookmark of ours, by topic."""
    from rolwriter.readers.docx.bookmarks import texts_in_bookmarks

    return {
        topic_of_bookmark(name): [text.strip() for text in texts if text.strip()]
        for name, texts in texts_in_bookmarks(data, BOOKMARK)
    }
