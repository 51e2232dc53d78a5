"""The properties of an Office file: who, where, when, with what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rolwriter.model.trace import Trace, TraceKind, shortened
from rolwriter.readers.guard import Element
from rolwriter.readers.traces.package import Parts, attributes, local, value

_MEANING: dict[str, tuple[TraceKind, str]] = {
    # docProps/core.xml, and the same names in OpenDocument's meta.xml
    "creator": (TraceKind.PERSON, "作者"),
    "lastModifiedBy": (TraceKind.PERSON, "最后修改者"),
    "initial-creator": (TraceKind.PERSON, "最初作者"),
    "printed-by": (TraceKind.PERSON, "打印者"),
    "created": (TraceKind.TIME, "创建时间"),
    "creation-date": (TraceKind.TIME, "创建时间"),
    "modified": (TraceKind.TIME, "修改时间"),
    "date": (TraceKind.TIME, "修改时间"),
    "lastPrinted": (TraceKind.TIME, "打印时间"),
    "print-date": (TraceKind.TIME, "打印时间"),
    "revision": (TraceKind.TIME, "保存次数"),
    "editing-cycles": (TraceKind.TIME, "保存次数"),
    "editing-duration": (TraceKind.TIME, "编辑时长"),
    "subject": (TraceKind.PROPERTY, "主题"),
    "description": (TraceKind.PROPERTY, "备注"),
    "keywords": (TraceKind.PROPERTY, "关键词"),
    "keyword": (TraceKind.PROPERTY, "关键词"),
    "category": (TraceKind.PROPERTY, "类别"),
    "contentStatus": (TraceKind.PROPERTY, "状态"),
    "identifier": (TraceKind.IDENTIFIER, "标识"),
    "version": (TraceKind.PROPERTY, "版本"),
    "generator": (TraceKind.PROGRAM, "制作软件"),
    "template": (TraceKind.TEMPLATE, "模板"),
    "user-defined": (TraceKind.CUSTOM_PROPERTY, "自定义属性"),
    # docProps/app.xml
    "Company": (TraceKind.COMPANY, "单位"),
    "Manager": (TraceKind.PERSON, "主管"),
    "Template": (TraceKind.TEMPLATE, "模板"),
    "Application": (TraceKind.PROGRAM, "制作软件"),
    "AppVersion": (TraceKind.PROGRAM, "软件版本"),
    "TotalTime": (TraceKind.TIME, "编辑分钟数"),
    "HyperlinkBase": (TraceKind.PATH, "超链接基础"),
    "PresentationFormat": (TraceKind.PROPERTY, "版式"),
}
_BLANKS = re.compile(r"\s+")

Shown = Callable[[str], bool]
"""Whether words without blanks stand in what the file shows."""


def without_blanks(text: str) -> str:
    """The text as titles are compared: broken over lines in one place, not in another."""
    return _BLANKS.sub("", text)


def property_traces(root: Element | None, place: str, shown: Shown) -> Iterator[Trace]:
    """What core.xml, app.xml or meta.xml says; a title only where the file does not show it."""
    for element in root.iter() if root is not None else ():
        words = (element.text or "").strip()
        name = local(element)
        if name == "template" and not words:
            words = value(element, "title") or value(element, "href")
        if not words or words == "0":
            continue
        if name == "title":
            if not shown(without_blanks(words)):
                yield Trace(TraceKind.PROPERTY, place, f"标题：{shortened(words)}")
        elif name in _MEANING:
            kind, label = _MEANING[name]
            own = value(element, "name") if name == "user-defined" else ""
            yield Trace(kind, place, f"{own or label}：{shortened(words)}")


def office_properties(parts: Parts, shown: Shown) -> Iterator[Trace]:
    """The three property parts of a Word or Excel file, wherever they lie."""
    for name in parts.matching(r"docProps/(?:core|app)\d*\.xml"):
        yield from property_traces(parts.root(name), f"文件属性（{name}）", shown)
    for name in parts.matching(r"docProps/custom\d*\.xml"):
        root = parts.root(name)
        for element in root if root is not None else ():
            own = dict(attributes(element)).get("name", "")
            words = " ".join(filter(None, ((e.text or "").strip() for e in element.iter())))
            said = shortened(f"{own}：{words}")
            yield Trace(TraceKind.CUSTOM_PROPERTY, f"自定义属性（{name}）", said)
