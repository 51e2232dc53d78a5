"""From RTF tokens to paragraphs: groups carry the state, stories gather the words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rolwriter.model.source import Note, NoteKind, SourceDocument, SourceKind, SourceParagraph
from rolwriter.readers import notes
from rolwriter.readers.guard import too_large
from rolwriter.readers.guard.limits import MAX_DEPTH
from rolwriter.readers.rtf.story import Story
from rolwriter.readers.rtf.tokens import Token, TokenKind, charset_codec, codepage_codec, tokens
from rolwriter.readers.rtf.words import SKIPPED, STARRED, STORIES, SYMBOLS

_APART = {SourceKind.HEADER, SourceKind.FOOTER, SourceKind.COMMENT}


@dataclass(slots=True)
class _Group:
    """The state that ends with a group's closing brace."""

    story: Story
    skipped: bool = False
    table: str = ""
    """The table of definitions this group stands in: "fonttbl", "stylesheet" or none."""
    codec: str = ""
    """The encoding of the current font; empty: the file's own."""
    fallback: int = 1
    r"""How many characters follow ``\uN`` for programs without Unicode."""
    hidden: bool = False
    deleted: bool = False
    label: bool = False
    """Whether this is an automatic number."""


def read_rtf(data: bytes) -> SourceDocument:
    """The paragraphs of an RTF file, automatic numbers included as they were saved.

    Never raises on broken files: what can be told to be text is given.
    """
    reader = _Reader()
    for token in tokens(data):
        reader.take(token)
        if reader.ended:
            break
    return reader.document()


class _Reader:
    """The machine that takes token after token."""

    def __init__(self) -> None:
        self._body = Story(SourceKind.BODY)
        self._group = _Group(self._body)
        self._stack: list[_Group] = []
        self._starred = False
        self._bytes = bytearray()
        self._to_skip = 0
        self._codec = "cp1252"
        self._fonts: dict[int, int] = {}
        self._outlines: dict[int, int] = {}
        self._defined = 0
        self._apart: list[SourceParagraph] = []
        self._footnotes: list[SourceParagraph] = []
        self._dropped: dict[NoteKind, list[str]] = {}
        self._dropping: NoteKind | None = None
        self._pictures = 0
        self._garbled = 0
        self.ended = False

    def take(self, token: Token) -> None:
        """Take the next token."""
        kind = token.kind
        if kind is TokenKind.BYTES:
            self._take_bytes(token.data)
        elif kind is TokenKind.HEX or (kind is TokenKind.SYMBOL and token.word in "\\{}"):
            self._take_bytes(token.data, single=True)
        else:
            self._flush()
            if kind is TokenKind.OPEN:
                self._open()
            elif kind is TokenKind.CLOSE:
                self._close()
            elif kind is TokenKind.SYMBOL:
                self._symbol(token.word)
            else:
                self._word(token.word, token.number)

    def _take_bytes(self, data: bytes, *, single: bool = False) -> None:
        if self._to_skip:
            skipped = 1 if single else min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        if not self._group.skipped and not self._group.table:
            self._bytes += data

    def _flush(self) -> None:
        """Decode what has gathered: a character's two bytes may be written in two ways."""
        if self._bytes:
            text = self._bytes.decode(self._group.codec or self._codec, errors="replace")
            self._bytes.clear()
            self._garbled += text.count("\ufffd")
            self._add(text)

    def _add(self, text: str) -> None:
        group = self._group
        if group.skipped or group.table:
            return
        if group.deleted or group.hidden:
            self._drop(NoteKind.REVISION if group.deleted else NoteKind.HIDDEN, text)
            return
        self._dropping = None
        if group.label:
            group.story.add_label(text)
        else:
            group.story.add(text)

    def _drop(self, kind: NoteKind, text: str) -> None:
        """Keep what is left out for the notes, what belongs together in one piece."""
        pieces = self._dropped.setdefault(kind, [])
        if self._dropping is kind:
            pieces[-1] += text
        else:
            pieces.append(text)
        self._dropping = kind

    def _open(self) -> None:
        self._to_skip = 0
        if len(self._stack) > MAX_DEPTH:
            raise too_large("层次异常地多")
        self._stack.append(self._group)
        self._group = replace(self._group)

    def _close(self) -> None:
        self._to_skip = 0
        if not self._stack:
            return
        closed, self._group = self._group, self._stack.pop()
        self.ended = not self._stack
        story = closed.story
        if story is self._group.story:
            return
        paragraphs = story.finish()
        if story.kind in _APART:
            self._apart += paragraphs
        elif story.kind is SourceKind.FOOTNOTE:
            self._footnotes += paragraphs
        else:
            self._group.story.attach(paragraphs)

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
        elif symbol in "\r\n":
            self._word("par", None)
        elif symbol in SYMBOLS:
            self._add(SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        self._to_skip = 0
        group = self._group
        if word == "pict" and not group.skipped:
            self._pictures += 1
        if word == "ud":
            group.skipped = False
        elif word in SKIPPED or (starred and word not in STARRED):
            group.skipped = True
        elif word in {"fonttbl", "stylesheet"}:
            group.table = word
        elif group.table:
            self._define(word, number or 0)
        elif word in STORIES:
            if not group.skipped:
                group.story = Story(STORIES[word])
                group.hidden = group.deleted = group.label = False
        elif word in SYMBOLS:
            self._add(SYMBOLS[word])
        elif word == "u":
            self._add(chr((number or 0) % 0x10000))
            self._to_skip = group.fallback
        elif not self._format(word, number) and not group.skipped:
            self._structure(word, number)

    def _define(self, word: str, number: int) -> None:
        """One word of the table of fonts or of styles."""
        if word in {"f", "s"}:
            self._defined = number
        elif word == "fcharset" and self._group.table == "fonttbl":
            self._fonts[self._defined] = number
        elif word == "outlinelevel" and self._group.table == "stylesheet":
            self._outlines[self._defined] = number

    def _format(self, word: str, number: int | None) -> bool:
        """Whether the word was one that changes how characters are read."""
        group = self._group
        on = number != 0
        match word:
            case "ansicpg":
                self._codec = codepage_codec(number or 1252)
            case "f":
                charset = self._fonts.get(number or 0, 1)
                group.codec = charset_codec(charset, "")
            case "uc":
                group.fallback = max(number or 0, 0)
            case "v":
                group.hidden = on
            case "deleted":
                group.deleted = on
            case "plain":
                group.hidden = group.deleted = False
            case "listtext" | "pntext":
                group.label = True
            case _:
                return False
        return True

    def _structure(self, word: str, number: int | None) -> None:
        """A word that ends, begins or places a paragraph."""
        story = self._group.story
        match word:
            case "par" if not self._group.deleted:
                story.end_paragraph()
            case "line" | "lbr" if not self._group.deleted:
                story.soft_break()
            case "sect" | "page" | "column":
                story.end_unless_empty()
            case "pard":
                story.begin_plain()
            case "intbl":
                story.in_table = True
            case "cell" | "nestcell":
                story.end_cell()
            case "row" | "nestrow":
                story.end_row()
            case "s":
                story.set_outline(self._outlines.get(number or 0))
            case "outlinelevel":
                story.set_outline(number)
            case _:
                pass

    def document(self) -> SourceDocument:
        """All that was read, with notes on what was left out."""
        self._flush()
        while self._stack:
            self._close()
        paragraphs = (*self._body.finish(), *self._footnotes)
        apart = tuple(dict.fromkeys(p for p in self._apart if p.text.strip()))
        return SourceDocument("rtf", paragraphs, apart, tuple(self._notes(paragraphs, apart)))

    def _notes(
        self, paragraphs: tuple[SourceParagraph, ...], apart: tuple[SourceParagraph, ...]
    ) -> list[Note]:
        counts = {kind: sum(p.kind is kind for p in (*paragraphs, *apart)) for kind in SourceKind}
        counted = (
            (NoteKind.TABLE, counts[SourceKind.TABLE], notes.TABLE),
            (NoteKind.TEXT_BOX, counts[SourceKind.TEXT_BOX], notes.TEXT_BOX),
            (NoteKind.FOOTNOTE, counts[SourceKind.FOOTNOTE], notes.FOOTNOTE),
            (NoteKind.COMMENT, counts[SourceKind.COMMENT], notes.COMMENT),
            (NoteKind.PICTURE, self._pictures, notes.PICTURE),
            (NoteKind.SOFT_BREAK, self._body.soft_breaks, notes.SOFT_BREAK),
            (NoteKind.ENCODING, self._garbled, notes.GARBLED),
        )
        found = [Note(kind, text.format(count)) for kind, count, text in counted if count]
        for kind, text in ((NoteKind.REVISION, notes.REVISION), (NoteKind.HIDDEN, notes.HIDDEN)):
            dropped = self._dropped.get(kind)
            if dropped:
                found.append(Note(kind, text.format(len(dropped)), tuple(dropped)))
        if counts[SourceKind.HEADER] or counts[SourceKind.FOOTER]:
            found.append(Note(NoteKind.HEADER_FOOTER, notes.HEADER_FOOTER))
        return found
