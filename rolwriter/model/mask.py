"""What the public copy shows instead of words the report itself keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rolwriter.model.report import Paragraph, Report

_JOINED = "[0-9A-Za-z]"
"""A number or a Latin word is masked whole: never the middle of a longer one."""


@dataclass(frozen=True, slots=True)
class Mask:
    """These words, wherever they stand in the report, read ``public`` in the public copy."""

    words: str
    public: str
    rule_id: str = ""
    """The rule that asked for the decision."""


def masked(report: Report, masks: Iterable[Mask]) -> Report:
    """The report as the public may read it; every word that is not masked stays as it is."""
    masks = tuple(masks)

    def shown(paragraph: Paragraph) -> Paragraph:
        text = masked_words(paragraph.text, masks).strip()
        if text == paragraph.text:
            return paragraph
        # links point at characters that have moved, and nobody edits a public copy
        return replace(paragraph, text=text, links=())

    return replace(
        report,
        parts=tuple(
            replace(part, paragraphs=tuple(map(shown, part.paragraphs))) for part in report.parts
        ),
    )


def masked_words(text: str, masks: Iterable[Mask]) -> str:
    """The text with all masks put on in one pass, so that none is put on another's words.

    Where two begin at one place the longer one is put on.
    """
    public = {mask.words: mask.public for mask in masks if mask.words in text}
    public.pop("", None)
    if not public:
        return text
    pattern = "|".join(map(_whole, sorted(public, key=len, reverse=True)))
    return re.sub(pattern, lambda match: public[match.group()], text)


def _whole(words: str) -> str:
    before = f"(?<!{_JOINED})" if re.match(_JOINED, words) else ""
    after = f"(?!{_JOINED})" if re.match(_JOINED, words[-1]) else ""
    return f"{before}{re.escape(words)}{after}"
