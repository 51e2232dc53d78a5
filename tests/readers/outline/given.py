"""Sources and shapes, so that a case reads as text in and parts out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rolwriter.model.draft import Draft
from rolwriter.model.source import SourceDocument, SourceKind, SourceParagraph
from rolwriter.readers.outline import recognise

TITLE = "某某局关于2024年法治政府建设情况的报告"


def source(
    text: str,
    kinds: Mapping[int, SourceKind] | None = None,
    outlines: Mapping[int, int] | None = None,
) -> SourceDocument:
    """A source with a paragraph for each line; kinds and outline levels by line number."""
    return SourceDocument(
        "txt",
        tuple(
            SourceParagraph(line, (kinds or {}).get(i, SourceKind.BODY), (outlines or {}).get(i))
            for i, line in enumerate(text.split("\n"))
        ),
    )


def draft_of(
    text: str,
    kinds: Mapping[int, SourceKind] | None = None,
    outlines: Mapping[int, int] | None = None,
) -> Draft:
    """What recognition makes of the text; every line comes out again."""
    draft = recognise(source(text, kinds, outlines))
    assert draft.report.lines == text.split("\n")
    return draft


def shape(draft: Draft) -> list[str]:
    """The parts in short: ``chapter:work=一、工作成效|…``, blank lines left out."""
    return [
        f"{part.kind}{f':{part.role}' if part.role else ''}={part.text.replace(chr(10), '|')}"
        for part in draft.report.parts
    ]


def levels(draft: Draft) -> list[int]:
    """The levels of all paragraphs with words, in their order."""
    return [p.level for p in draft.report.paragraphs if p.text]


def text_file(path: Path) -> str:
    """A text file as it stands."""
    return path.read_text(encoding="utf-8")
