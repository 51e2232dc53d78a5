"""What a file carries besides the words one sees: found by readers, told to the clerk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TraceKind(StrEnum):
    """The kinds of hidden data a published file must not hold."""

    PERSON = "person"
    """Author, last editor, manager, reviewer."""
    COMPANY = "company"
    TIME = "time"
    PROGRAM = "program"
    """The program that made the file, its version, its template."""
    PROPERTY = "property"
    """Keywords, subject, remarks, a title that does not stand in the text."""
    CUSTOM_PROPERTY = "custom_property"
    IDENTIFIER = "identifier"
    """Numbers by which copies of one file are told apart, rsids among them."""
    THUMBNAIL = "thumbnail"
    CUSTOM_XML = "custom_xml"
    COMMENT = "comment"
    REVISION = "revision"
    HIDDEN_TEXT = "hidden_text"
    UNSEEN_CHARACTER = "unseen_character"
    FIELD = "field"
    BOOKMARK = "bookmark"
    ALT_TEXT = "alt_text"
    PICTURE_DATA = "picture_data"
    EXTERNAL = "external"
    TEMPLATE = "template"
    MACRO = "macro"
    EMBEDDED = "embedded"
    PATH = "path"
    MACHINE = "machine"
    """This machine's user or host name."""
    HIDDEN_CELLS = "hidden_cells"
    DEFINED_NAME = "defined_name"
    CACHE = "cache"
    """Copies of data from elsewhere: pivot caches, external tables."""
    PRINTER = "printer"
    ATTACHMENT = "attachment"
    SCRIPT = "script"
    ANNOTATION = "annotation"
    EARLIER_VERSION = "earlier_version"
    SIGNATURE = "signature"
    UNKNOWN_PART = "unknown_part"
    UNREADABLE_PART = "unreadable_part"

    @property
    def label(self) -> str:
        """What a clerk calls it."""
        return _LABELS[self]


_LABELS = {
    TraceKind.PERSON: "人员姓名",
    TraceKind.COMPANY: "单位名称",
    TraceKind.TIME: "时间",
    TraceKind.PROGRAM: "制作软件",
    TraceKind.PROPERTY: "文件属性",
    TraceKind.CUSTOM_PROPERTY: "自定义属性",
    TraceKind.IDENTIFIER: "文件标识",
    TraceKind.THUMBNAIL: "缩略图",
    TraceKind.CUSTOM_XML: "自定义数据",
    TraceKind.COMMENT: "批注",
    TraceKind.REVISION: "修订痕迹",
    TraceKind.HIDDEN_TEXT: "隐藏文字",
    TraceKind.UNSEEN_CHARACTER: "看不见的字符",
    TraceKind.FIELD: "域代码",
    TraceKind.BOOKMARK: "书签",
    TraceKind.ALT_TEXT: "图片说明",
    TraceKind.PICTURE_DATA: "图片信息",
    TraceKind.EXTERNAL: "外部链接",
    TraceKind.TEMPLATE: "所用模板",
    TraceKind.MACRO: "宏",
    TraceKind.EMBEDDED: "嵌入的对象",
    TraceKind.PATH: "文件路径",
    TraceKind.MACHINE: "本机用户名、机器名",
    TraceKind.HIDDEN_CELLS: "隐藏的行、列、表",
    TraceKind.DEFINED_NAME: "定义的名称",
    TraceKind.CACHE: "数据缓存",
    TraceKind.PRINTER: "打印机信息",
    TraceKind.ATTACHMENT: "附件",
    TraceKind.SCRIPT: "脚本",
    TraceKind.ANNOTATION: "注释",
    TraceKind.EARLIER_VERSION: "旧版本内容",
    TraceKind.SIGNATURE: "电子签名",
    TraceKind.UNKNOWN_PART: "不认识的部件",
    TraceKind.UNREADABLE_PART: "没能检查的部件",
}

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing a file carries, where it stands, and what it says."""

    kind: TraceKind
    place: str
    """In words with the part's name: ``正文第3段（word/document.xml）``."""
    words: str
    """What it says, cut short; never empty."""
    count: int = 1
    """How many of the kind stand in that place."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found in one file; `traces` empty: nothing."""

    format: str
    """The kind of file in a clerk's words, ``Word文件``."""
    traces: tuple[Trace, ...] = ()


def shortened(words: str) -> str:
    """The words on one line, cut where they grow too long to be shown."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}……"
