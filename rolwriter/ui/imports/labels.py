"""What a paragraph can be taken for in the preview: names, and the keys that set them."""

from __future__ import annotations

from dataclasses import dataclass

from rolwriter.model.regroup import Label
from rolwriter.model.report import PartKind

FORMAT_NAMES = {
    "docx": "Word 文档（docx）",
    "doc": "Word 97—2003 或 WPS 文档",
    "odt": "OpenDocument 文本（odt）",
    "rtf": "RTF 文档",
    "pdf": "PDF 文件",
    "html": "网页",
    "mht": "单文件网页",
    "txt": "纯文本",
}


@dataclass(frozen=True, slots=True)
class LabelChoice:
    """One of the kinds, as the list and the keys offer it."""

    name: str
    key: str
    kind: PartKind
    level: int = 0


CHOICES = (
    LabelChoice("标题", "T", PartKind.TITLE),
    LabelChoice("发文字号", "N", PartKind.DOCUMENT_NUMBER),
    LabelChoice("主送机关", "Z", PartKind.ADDRESSEE),
    LabelChoice("导语", "D", PartKind.PREAMBLE),
    LabelChoice("章标题", "1", PartKind.CHAPTER, 1),
    LabelChoice("（一）", "2", PartKind.CHAPTER, 2),
    LabelChoice("1.", "3", PartKind.CHAPTER, 3),
    LabelChoice("（1）", "4", PartKind.CHAPTER, 4),
    LabelChoice("正文", "0", PartKind.CHAPTER),
    LabelChoice("附件说明", "F", PartKind.ATTACHMENT_NOTE),
    LabelChoice("附件", "J", PartKind.ATTACHMENT),
    LabelChoice("署名", "S", PartKind.SIGNATURE),
    LabelChoice("成文日期", "R", PartKind.ISSUE_DATE),
    LabelChoice("未归类", "U", PartKind.UNPLACED),
)
KEYS = {choice.key: choice for choice in CHOICES}
KEY_HELP = "选中一行或多行后按键：" + "，".join(f"{c.key} {c.name}" for c in CHOICES)


def choice_of(label: Label) -> LabelChoice:
    """The choice a label stands for; outside chapters the level does not matter."""
    level = label.level if label.kind is PartKind.CHAPTER else 0
    return next(c for c in CHOICES if (c.kind, c.level) == (label.kind, level))


def format_name(kind: str) -> str:
    """What a clerk calls that kind of file."""
    return FORMAT_NAMES.get(kind, kind)
