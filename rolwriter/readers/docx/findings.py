"""What a document holds besides plain text, counted while it is read and told in notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields
from itertools import chain

from rolwriter.model.source import Note, NoteKind
from rolwriter.readers import notes


@dataclass(slots=True)
class Findings:
    """Counts of what was met and the words that were left out, kind by kind."""

    insertions: int = 0
    deletions: list[str] = field(default_factory=list[str])
    hidden: list[str] = field(default_factory=list[str])
    comments: int = 0
    """Paragraphs of comments."""
    rows: int = 0
    """Of tables, as far as they have text."""
    covered_cells: list[str] = field(default_factory=list[str])
    """Words under a merged cell, which the file does not show."""
    text_boxes: int = 0
    """Paragraphs in them."""
    note_calls: list[str] = field(default_factory=list[str])
    """Where footnotes and endnotes are called: the words just before."""
    note_paragraphs: int = 0
    unused_notes: list[str] = field(default_factory=list[str])
    pictures: int = 0
    picture_words: list[str] = field(default_factory=list[str])
    soft_breaks: int = 0
    headers_footers: int = 0
    controls: int = 0
    empty_fields: list[str] = field(default_factory=list[str])
    """Fields that show something which the file does not hold: their instructions."""
    unclosed_fields: int = 0
    symbols: Counter[str] = field(default_factory=Counter[str])
    """Symbols without a known character: "font position"."""
    number_formats: set[str] = field(default_factory=set[str])
    formulas: int = 0
    ruby: list[str] = field(default_factory=list[str])
    embedded: int = 0
    unreadable: list[str] = field(default_factory=list[str])

    def add(self, other: Findings) -> None:
        """Take in what was found elsewhere in the same document."""
        for each in fields(self):
            mine, more = getattr(self, each.name), getattr(other, each.name)
            setattr(self, each.name, mine | more if isinstance(mine, set) else mine + more)

    def to_notes(self) -> tuple[Note, ...]:
        """One note for each kind of thing that was met."""
        return tuple(
            chain(
                self._on_revisions(),
                self._on_text_apart(),
                self._on_layout(),
                self._on_signs(),
                self._on_losses(),
            )
        )

    def _on_revisions(self) -> list[Note]:
        found: list[Note] = []
        if self.insertions or self.deletions:
            parts: list[str] = []
            if self.insertions:
                parts.append(f"插入的{self.insertions}处已保留")
            if self.deletions:
                parts.append(f"删除的{len(self.deletions)}处没有读入")
            message = f"文件带有修订痕迹：{'，'.join(parts)}（等于接受全部修订）。"
            found.append(Note(NoteKind.REVISION, message, _words(self.deletions)))
        if self.hidden:
            message = notes.HIDDEN.format(len(self.hidden))
            found.append(Note(NoteKind.HIDDEN, message, _words(self.hidden)))
        return found

    def _on_text_apart(self) -> list[Note]:
        found: list[Note] = []
        if self.comments:
            message = notes.COMMENT.format(self.comments)
            found.append(Note(NoteKind.COMMENT, message))
        if self.headers_footers:
            found.append(Note(NoteKind.HEADER_FOOTER, notes.HEADER_FOOTER))
        if self.note_calls:
            places = "、".join(f"“{place}”之后" for place in self.note_calls[:5])
            more = "等" if len(self.note_calls) > 5 else ""
            message = f"{notes.FOOTNOTE.format(self.note_paragraphs)}注号原在{places}{more}。"
            found.append(Note(NoteKind.FOOTNOTE, message))
        if self.unused_notes:
            message = f"文件存有{len(self.unused_notes)}条正文没有引用的注文，没有读入。"
            found.append(Note(NoteKind.FOOTNOTE, message, _words(self.unused_notes)))
        if self.text_boxes:
            message = notes.TEXT_BOX.format(self.text_boxes)
            found.append(Note(NoteKind.TEXT_BOX, message))
        return found

    def _on_layout(self) -> list[Note]:
        found: list[Note] = []
        if self.rows:
            message = notes.TABLE.format(self.rows)
            found.append(Note(NoteKind.TABLE, message))
        if self.covered_cells:
            message = f"有{len(self.covered_cells)}个被合并遮住的单元格存有文字，没有读入。"
            found.append(Note(NoteKind.TABLE, message, _words(self.covered_cells)))
        if self.soft_breaks:
            message = notes.SOFT_BREAK.format(self.soft_breaks)
            found.append(Note(NoteKind.SOFT_BREAK, message))
        return found

    def _on_signs(self) -> list[Note]:
        found: list[Note] = []
        if self.symbols:
            names = "、".join(f"{name}（{count}处）" for name, count in self.symbols.items())
            message = f"有符号字体的字符认不出，已用“□”代替，请对照原文件核对：{names}。"
            found.append(Note(NoteKind.OTHER, message))
        if self.number_formats:
            names = "、".join(sorted(self.number_formats))
            message = notes.NUMBER_FORMATS.format(names)
            found.append(Note(NoteKind.OTHER, message))
        if self.controls:
            message = f"文件里有{self.controls}个看不见的控制字符，已经去掉。"
            found.append(Note(NoteKind.CONTROL, message))
        if self.ruby:
            message = f"有{len(self.ruby)}处注音（拼音指南），保留了正文，注音没有读入。"
            found.append(Note(NoteKind.OTHER, message, _words(self.ruby)))
        if self.formulas:
            message = f"有公式{self.formulas}处，只读入了其中的文字，排法请对照原文件核对。"
            found.append(Note(NoteKind.OTHER, message))
        return found

    def _on_losses(self) -> list[Note]:
        found: list[Note] = []
        if self.empty_fields:
            message = f"有{len(self.empty_fields)}处域没有可读的结果，请对照原文件核对。"
            found.append(Note(NoteKind.FIELD, message, _words(self.empty_fields)))
        if self.unclosed_fields:
            message = "文件里有不完整的域，为免漏字，域内的文字也读入了，请核对。"
            found.append(Note(NoteKind.FIELD, message))
        if self.pictures or self.picture_words:
            message = f"文件有图片、图形或嵌入对象{self.pictures}处，没有读入。"
            found.append(Note(NoteKind.PICTURE, message, _words(self.picture_words)))
        if self.embedded:
            message = (
                f"文件里嵌有另外的文件{self.embedded}处，其中的文字没有读入；"
                "请用Word打开后另存为docx再导入。"
            )
            found.append(Note(NoteKind.OTHER, message))
        if self.unreadable:
            message = f"文件有损坏的部分没有读入（{'、'.join(self.unreadable)}），正文不受影响。"
            found.append(Note(NoteKind.OTHER, message))
        return found


def _words(words: list[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word.strip())
