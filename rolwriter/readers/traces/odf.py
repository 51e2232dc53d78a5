"""What an OpenDocument text or spreadsheet carries: odt, ods and their templates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolwriter.model.trace import Trace, TraceKind, shortened
from rolwriter.readers.guard import Element
from rolwriter.readers.traces.package import Parts, local, value
from rolwriter.readers.traces.properties import property_traces, without_blanks

_KNOWN = re.compile(
    r"(?:mimetype|META-INF/manifest\.xml|meta\.xml|content\.xml|styles\.xml|settings\.xml"
    r"|manifest\.rdf|layout-cache|Pictures/|Fonts/|Configurations2/|Thumbnails/|Basic/|Scripts/"
    r"|Object |ObjectReplacements/|Versions/)"
)
_NAMED = (
    ("Thumbnails/", TraceKind.THUMBNAIL, "首页缩略图"),
    ("Basic/", TraceKind.MACRO, "宏（Basic）"),
    ("Scripts/", TraceKind.MACRO, "宏（脚本）"),
    ("Object ", TraceKind.EMBEDDED, "嵌入的对象"),
    ("Versions/", TraceKind.EARLIER_VERSION, "保存的旧版本"),
    ("META-INF/documentsignatures.xml", TraceKind.SIGNATURE, "数字签名"),
)
_PRINTER = {"PrinterName", "PrinterSetup"}
_SOURCES = {"CurrentDatabaseDataSource"}
_IDENTIFIERS = {"Rsid", "RsidRoot"}
_REVISIONS = {"insertion", "deletion", "format-change"}
_HIDDEN = {"hidden-text", "hidden-paragraph"}
_OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]+:|//|\.\./|\\\\)", re.IGNORECASE)


def odf_places() -> dict[str, str]:
    """The parts, and what a clerk calls them."""
    names = {"content.xml": "正文", "styles.xml": "样式和页眉页脚", "meta.xml": "文件属性"}
    return {part: f"{said}（{part}）" for part, said in names.items()}


def odf_traces(parts: Parts) -> Iterator[Trace]:
    """All that the parts carry, their names included."""
    for name in parts.names:
        found = next(((k, said) for start, k, said in _NAMED if name.startswith(start)), None)
        if found is not None:
            yield Trace(found[0], f"部件 {name}", found[1])
        elif not _KNOWN.match(name):
            yield Trace(TraceKind.UNKNOWN_PART, f"部件 {name}", name)
    content = parts.root("content.xml")
    text = without_blanks("".join(content.itertext())) if content is not None else ""
    yield from property_traces(
        parts.root("meta.xml"), "文件属性（meta.xml）", lambda title: title in text
    )
    for name, place in odf_places().items():
        root = parts.root(name)
        if root is not None and name != "meta.xml":
            yield from _inside(root, place)
    settings = parts.root("settings.xml")
    for element in settings.iter() if settings is not None else ():
        yield from _setting(element)


def _setting(element: Element) -> Iterator[Trace]:
    name, words = value(element, "name"), (element.text or "").strip()
    place = "设置（settings.xml）"
    if not words:
        return
    if name in _PRINTER:
        yield Trace(TraceKind.PRINTER, place, shortened(f"{name}：{words}"))
    elif name in _SOURCES:
        yield Trace(TraceKind.EXTERNAL, place, shortened(words))
    elif name in _IDENTIFIERS and words != "0":
        yield Trace(TraceKind.IDENTIFIER, place, f"编辑会话标记（{name}）{words}")


def _inside(root: Element, place: str) -> Iterator[Trace]:
    unseen = {
        value(e, "name")
        for e in root.iter()
        if local(e) == "style" and any(value(c, "display") == "none" for c in e)
    }
    rsids = 0
    for element in root.iter():
        name = local(element)
        rsids += bool(value(element, "rsid") or value(element, "paragraph-rsid"))
        if name == "annotation":
            yield Trace(TraceKind.COMMENT, place, shortened(_words(element)) or "空批注")
        elif name in _REVISIONS:
            yield Trace(TraceKind.REVISION, place, shortened(_words(element)) or "修订")
        elif name in _HIDDEN or value(element, "style-name") in unseen - {""}:
            yield Trace(TraceKind.HIDDEN_TEXT, place, shortened(_words(element)) or "隐藏的内容")
        elif name in ("table-column", "table-row") and value(element, "visibility") in (
            "collapse",
            "filter",
        ):
            words = _words(element)
            if words or name == "table-column":
                yield Trace(TraceKind.HIDDEN_CELLS, place, shortened(words) or "隐藏的列")
        elif name == "section" and value(element, "display") not in ("", "true"):
            yield Trace(TraceKind.HIDDEN_TEXT, place, shortened(_words(element)) or "隐藏的区域")
        elif name in ("desc", "title") and _words(element):
            yield Trace(TraceKind.ALT_TEXT, place, shortened(_words(element)))
        elif name in ("script", "event-listener"):
            yield Trace(TraceKind.MACRO, place, shortened(value(element, "language")) or "脚本")
        target = value(element, "href")
        if target and _OUTSIDE.match(target):
            yield Trace(TraceKind.EXTERNAL, place, shortened(target))
    if rsids:
        yield Trace(TraceKind.IDENTIFIER, place, "编辑会话标记（rsid）", rsids)


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
