"""What a document holds besides plain text, counted while it is read and told in notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import chain

from rolwriter.model.source import Note, NoteKind


@dataclass(slots=True)
class Findings:
    """Counts of what was met and the words that were left out, kind by kind."""

    insertions: int = 0
    deletions: list[str] = field(default_factory=list[str])
    hidden: list[str] = field(default_factory=list[str])
    comments: int = 0
    tables: int = 0
    covered_cells: list[str] = field(default_factory=list[str])
    """Words under a merged cell, which the file does not show."""
    text_boxes: int = 0
    notes: list[str] = field(default_factory=list[str])
    """Where footnotes and endnotes are called: the words just before."""
    unused_notes: list[str] = field(default_factory=list[str])
    pictures: int = 0
    picture_words: list[str] = field(default_factory=list[str])
    soft_breaks: int = 0
    headers_footers: int = 0
    controls: int = 0
    empty_fields: list[str] = field(default_factory=list[str])
    """Fields that show something which the file does not hold: their instructions."""
    unclosed_fields: bool = False
    symbols: Counter[str] = field(default_factory=Counter[str])
    """Symbols without a known character: "font position"."""
    number_formats: set[str] = field(default_factory=set[str])
    formulas: int = 0
    ruby: list[str] = field(default_factory=list[str])
    embedded: int = 0
    unreadable: list[str] = field(default_factory=list[str])

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
            message = f"文件有隐藏文字{len(self.hidden)}处，没有读入。"
            found.append(Note(NoteKind.HIDDEN, message, _words(self.hidden)))
        return found

    def _on_text_apart(self) -> list[Note]:
        found: list[Note] = []
        if self.comments:
            message = f"文件有批注{self.comments}条，没有放进正文，另行列出。"
            found.append(Note(NoteKind.COMMENT, message))
        if self.headers_footers:
            message = f"页眉页脚有{self.headers_footers}段文字，没有放进正文，另行列出。"
            found.append(Note(NoteKind.HEADER_FOOTER, message))
        if self.notes:
            places = "、".join(f"“{place}”之后" for place in self.notes[:5])
            more = "等" if len(self.notes) > 5 else ""
            message = (
                f"文件有脚注、尾注{len(self.notes)}处，注文放在正文之后，"
                f"正文里的注号没有保留：在{places}{more}。"
            )
            found.append(Note(NoteKind.FOOTNOTE, message))
        if self.unused_notes:
            message = f"文件存有{len(self.unused_notes)}条正文没有引用的注文，没有读入。"
            found.append(Note(NoteKind.FOOTNOTE, message, _words(self.unused_notes)))
        if self.text_boxes:
            message = f"文件有文本框{self.text_boxes}个，其中的文字放在所在段落之后。"
            found.append(Note(NoteKind.TEXT_BOX, message))
        return found

    def _on_layout(self) -> list[Note]:
        found: list[Note] = []
        if self.tables:
            message = f"文件有表格{self.tables}个，每行读成一段，单元格之间用制表符隔开。"
            found.append(Note(NoteKind.TABLE, message))
        if self.covered_cells:
            message = f"有{len(self.covered_cells)}个被合并遮住的单元格存有文字，没有读入。"
            found.append(Note(NoteKind.TABLE, message, _words(self.covered_cells)))
        if self.soft_breaks:
            message = f"文件有手动换行{self.soft_breaks}处，换行前后各作一段。"
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
            message = f"自动编号用了少见的格式（{names}），已写成阿拉伯数字，请核对。"
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
