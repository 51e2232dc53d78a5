"""What an OpenDocument file holds besides plain text, told in notes."""

from __future__ import annotations

from dataclasses import dataclass, field

from rolwriter.model.source import Note, NoteKind, SourceKind, SourceParagraph
from rolwriter.readers import notes


@dataclass(slots=True)
class Findings:
    """Counts of what was met and the words that were left out."""

    deleted: list[str] = field(default_factory=list[str])
    hidden: list[str] = field(default_factory=list[str])
    pictures: int = 0
    soft_breaks: int = 0
    rows: int = 0
    unknown_formats: set[str] = field(default_factory=set[str])

    def to_notes(
        self, paragraphs: tuple[SourceParagraph, ...], apart: tuple[SourceParagraph, ...]
    ) -> tuple[Note, ...]:
        """One note for each kind of thing that was met."""
        everything = (*paragraphs, *apart)
        counts = {kind: sum(p.kind is kind for p in everything) for kind in SourceKind}
        counted = (
            (NoteKind.TABLE, self.rows, notes.TABLE),
            (NoteKind.TEXT_BOX, counts[SourceKind.TEXT_BOX], notes.TEXT_BOX),
            (NoteKind.FOOTNOTE, counts[SourceKind.FOOTNOTE], notes.FOOTNOTE),
            (NoteKind.COMMENT, counts[SourceKind.COMMENT], notes.COMMENT),
            (NoteKind.PICTURE, self.pictures, notes.PICTURE),
            (NoteKind.SOFT_BREAK, self.soft_breaks, notes.SOFT_BREAK),
        )
        found = [Note(kind, text.format(count)) for kind, count, text in counted if count]
        listed = (
            (NoteKind.REVISION, notes.REVISION, self.deleted),
            (NoteKind.HIDDEN, notes.HIDDEN, self.hidden),
        )
        for kind, text, words in listed:
            if words:
                found.append(Note(kind, text.format(len(words)), tuple(words)))
        if counts[SourceKind.HEADER] or counts[SourceKind.FOOTER]:
            found.append(Note(NoteKind.HEADER_FOOTER, notes.HEADER_FOOTER))
        if self.unknown_formats:
            message = notes.NUMBER_FORMATS.format("、".join(sorted(self.unknown_formats)))
            found.append(Note(NoteKind.OTHER, message))
        return tuple(found)
