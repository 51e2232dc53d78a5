"""Typed text back into paragraphs: which line is which paragraph after an edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from rolwriter.model.links import with_links
from rolwriter.model.report import Carry, Paragraph
from rolwriter.text.numbering import level_of


def rebind(
    old: Sequence[Paragraph], texts: Sequence[str], fresh_ids: Iterator[str]
) -> tuple[Paragraph, ...]:
    """The paragraphs for an editor's lines, keeping the ids of those that lived on.

    Lines equal at both ends keep their paragraphs untouched; between them equal
    lines are found again and the others paired in order, so that typing in a
    paragraph, splitting, joining and moving keep as many identities as can be told.
    Work is proportional to the lines that changed, beyond one comparison a line.
    """
    head = 0
    shortest = min(len(old), len(texts))
    while head < shortest and old[head].text == texts[head]:
        head += 1
    tail = 0
    while tail < shortest - head and old[-1 - tail].text == texts[-1 - tail]:
        tail += 1
    before = old[head : len(old) - tail]
    middle = tuple(_align(before, texts[head : len(texts) - tail], fresh_ids))
    return (*old[:head], *with_links(before, middle), *(old[len(old) - tail :] if tail else ()))


def _align(
    old: Sequence[Paragraph], texts: Sequence[str], fresh_ids: Iterator[str]
) -> Iterator[Paragraph]:
    matcher = SequenceMatcher(None, [p.text for p in old], texts, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield from old[i1:i2]
            continue
        for offset, text in enumerate(texts[j1:j2]):
            if i1 + offset < i2:
                yield edited(old[i1 + offset], text)
            else:
                yield Paragraph(id=next(fresh_ids), text=text, level=level_of(text))


def edited(paragraph: Paragraph, text: str) -> Paragraph:
    """The paragraph with new words.

    Its level follows the typed number, unless the number did not change: then a
    level set by hand stands. Carried text that is touched counts as changed.
    """
    before, after = level_of(paragraph.text), level_of(text)
    level = paragraph.level if before == after else after
    carried = paragraph.carry in (Carry.UNREAD, Carry.CONFIRMED)
    carry = Carry.CHANGED if carried else paragraph.carry
    after_edit = replace(paragraph, text=text, level=level, carry=carry)
    return with_links((paragraph,), (after_edit,))[0]
