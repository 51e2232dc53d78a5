"""An Office file as a package: its parts and the ties that lead out of it.

What a part's name alone gives away is told here for Word and Excel alike; what
stands inside is looked at by `word` and `sheets`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import unquote

from rolwriter.model.errors import RolwriterError
from rolwriter.model.trace import Trace, TraceKind, shortened
from rolwriter.readers.guard import Archive, Element, parse_xml
from rolwriter.readers.traces.leaks import leaks_in
from rolwriter.readers.traces.pictures import picture_traces

_NAMED: tuple[tuple[str, TraceKind, str], ...] = (
    (r"docProps/thumbnail\.|.*/thumbnails?/|thumbnail\.", TraceKind.THUMBNAIL, "首页缩略图"),
    (r"customXml/item\d*\.xml", TraceKind.CUSTOM_XML, "自定义XML数据"),
    (r".*/vbaProject", TraceKind.MACRO, "宏（VBA）"),
    (r".*/vbaData\.xml", TraceKind.MACRO, "宏（VBA）的数据"),
    (r".*/macrosheets/", TraceKind.MACRO, "宏表"),
    (r".*/embeddings/", TraceKind.EMBEDDED, "嵌入的文件或对象"),
    (r".*/activeX/|.*/ctrlProps/", TraceKind.EMBEDDED, "控件"),
    (
        r".*/afchunk|.*/[^/]+\.(?:mht|mhtml|html?|rtf)$",
        TraceKind.EMBEDDED,
        "插入的其他文档（altChunk）",
    ),
    (r".*/printerSettings", TraceKind.PRINTER, "打印机设置"),
    (r"docMetadata/", TraceKind.PROPERTY, "敏感度标签"),
    (r"_xmlsignatures/", TraceKind.SIGNATURE, "数字签名"),
    (r"userCustomization/|customUI/", TraceKind.MACRO, "自定义界面"),
    (r".*/webextensions/", TraceKind.EXTERNAL, "加载项"),
    (r".*/people\.xml|.*/persons/", TraceKind.PERSON, "批注人、修订人名单"),
    (r".*/externalLinks/externalLink\d", TraceKind.EXTERNAL, "引用其他工作簿的数据"),
    (r".*/connections\.xml", TraceKind.EXTERNAL, "数据连接"),
    (r".*/queryTables/", TraceKind.EXTERNAL, "外部查询"),
    (r".*/pivotCache/", TraceKind.CACHE, "透视表的源数据"),
    (r".*/(?:revisions|revisionHeaders|userNames)\b", TraceKind.REVISION, "共享工作簿的修订记录"),
    (r".*/model/", TraceKind.CACHE, "数据模型"),
    (r".*/ink/", TraceKind.ANNOTATION, "墨迹"),
    (r".*/glossary/", TraceKind.CUSTOM_XML, "文档构建基块（自动图文集）"),
)
_BY_NAME = tuple((re.compile(pattern, re.IGNORECASE), kind, said) for pattern, kind, said in _NAMED)
_KNOWN = re.compile(
    r"(?:\[Content_Types\]\.xml|_rels/|.*/_rels/|docProps/(?:core|app|custom)\.xml|customXml/"
    r"|mimetype$|META-INF/|.*/media/"
    r"|word/(?:document|styles|stylesWithEffects|settings|webSettings|fontTable|numbering|footnotes"
    r"|endnotes|comments\w*|header\d*|footer\d*)\d*\.xml|.*/theme/|word/theme\d*\.xml"
    r"|.*/fonts/|.*/charts/|.*/diagrams/|.*/drawings/"
    r"|xl/(?:workbook|styles|sharedStrings|calcChain|metadata|comments\d*|volatileDependencies)\.xml"
    r"|xl/(?:worksheets|chartsheets|dialogsheets|tables|pivotTables|slicers|slicerCaches|timelines"
    r"|timelineCaches|threadedComments|comments|richData|featurePropertyBag)/)",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\.(?:jpe?g|jpe|jfif|png|tiff?|emf)$", re.IGNORECASE)
_FONT = re.compile(r"\.(?:odttf|ttf|otf|fntdata)$", re.IGNORECASE)
_TIE = "Relationship"
_STANDARD_TIME = (1980, 1, 1, 0, 0, 0)
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")


class Parts:
    """The parts of a package, each parsed once; a damaged one is remembered as not checked."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._roots: dict[str, Element | None] = {}
        self.unreadable: list[str] = []
        self.remarked: list[str] = []
        """Parts with XML comments, which no program shows."""

    @cached_property
    def names(self) -> list[str]:
        """All parts, folders left out."""
        return sorted(name for name in self.archive.names if not name.endswith("/"))

    def matching(self, pattern: str) -> list[str]:
        """The parts whose whole name fits."""
        return [name for name in self.names if re.fullmatch(pattern, name, re.IGNORECASE)]

    def root(self, name: str) -> Element | None:
        """The part's root element; None when there is no such part or it cannot be read."""
        if name not in self._roots:
            self._roots[name] = self._parsed(name) if self.archive.find(name) else None
        return self._roots[name]

    def _parsed(self, name: str) -> Element | None:
        try:
            data = self.archive.read(name)
            if b"<!--" in data:
                self.remarked.append(name)
            return parse_xml(_STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data))
        except RolwriterError:
            self.unreadable.append(name)
            return None

    def ties_out(self) -> Iterator[tuple[str, str, str]]:
        """(part, kind, target) of every tie that leads out of the file."""
        for name in self.names:
            if not name.lower().endswith(".rels"):
                continue
            root = self.root(name)
            for tie in root.iter() if root is not None else ():
                if local(tie) == _TIE and (tie.get("TargetMode") or "").lower() == "external":
                    owner = name.replace("_rels/", "").removesuffix(".rels")
                    kind = posixpath.basename(tie.get("Type") or "")
                    yield owner, kind, unquote(tie.get("Target") or "")


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: Element, name: str) -> str:
    """An attribute's value, whatever its namespace; empty when there is none."""
    for key, words in attributes(element):
        if key == name:
            return words
    return ""


def attributes(element: Element) -> Iterator[tuple[str, str]]:
    """An element's attributes by local name."""
    for key, words in element.attrib.items():
        yield key.rpartition("}")[2], words


def named_parts(parts: Parts) -> Iterator[Trace]:
    """What the names of the parts alone give away, and parts of no known kind."""
    for name in parts.names:
        found = next(((k, said) for pat, k, said in _BY_NAME if pat.match(name)), None)
        if name.lower().endswith(".rels"):
            continue
        if found is not None:
            yield Trace(found[0], f"部件 {name}", found[1])
        elif not _KNOWN.match(name):
            yield Trace(TraceKind.UNKNOWN_PART, f"部件 {name}", posixpath.basename(name) or name)


def ties_out(parts: Parts, place_of: dict[str, str]) -> Iterator[Trace]:
    """Links, pictures, templates outside the file."""
    kinds = {"attachedTemplate": TraceKind.TEMPLATE}
    for owner, kind, target in parts.ties_out():
        place = place_of.get(owner, f"部件 {owner}")
        yield Trace(kinds.get(kind, TraceKind.EXTERNAL), place, shortened(target or kind))


def pictures(parts: Parts) -> Iterator[Trace]:
    """The metadata of the pictures inside."""
    for name in parts.names:
        if _PICTURE.search(name):
            try:
                yield from picture_traces(parts.archive.read(name), f"图片 {name}")
            except RolwriterError:
                parts.unreadable.append(name)


def leaks(parts: Parts, place_of: dict[str, str]) -> Iterator[Trace]:
    """Paths and machine names in the text and the attributes of every part."""
    for name in parts.names:
        if _PICTURE.search(name) or _FONT.search(name):
            continue
        place = place_of.get(name, f"部件 {name}")
        if not name.lower().endswith((".xml", ".rels", ".vml", ".rdf")):
            yield from _leaks_in_bytes(parts, name, place)
            continue
        root = parts.root(name)
        if root is not None:
            # the list of types and the ties name parts by rooted paths, /media/…
            ties = name.lower().endswith(".rels") or name == "[Content_Types].xml"
            yield from leaks_in(_texts(root, ties=ties), place)


def _leaks_in_bytes(parts: Parts, name: str, place: str) -> Iterator[Trace]:
    try:
        data = parts.archive.read(name)
    except RolwriterError:
        parts.unreadable.append(name)
        return
    texts = (data.decode("latin-1"), data.decode("utf-16-le", "ignore"))
    found = [trace for trace in leaks_in(texts, place, unseen=False) if trace.words.isascii()]
    yield from dict.fromkeys(found)


def _texts(root: Element, *, ties: bool) -> Iterator[str]:
    for element in root.iter():
        for key, words in attributes(element):
            if not (ties and key in ("Target", "PartName", "Type")):
                yield words
        for words in (element.text, element.tail):
            if words and not words.isspace():
                yield words


def times(archive: Archive) -> Iterator[Trace]:
    """When the members were written, as far as the archive tells it."""
    latest = archive.latest_time
    if latest is not None and latest > _STANDARD_TIME:
        year, month, day, hour, minute, _ = latest
        words = f"{year}-{month:02}-{day:02} {hour:02}:{minute:02}"
        yield Trace(TraceKind.TIME, "压缩包目录", f"写入时间 {words}")
    if archive.comment:
        yield Trace(TraceKind.PROPERTY, "压缩包目录", shortened(archive.comment))


def left_over(parts: Parts) -> Iterator[Trace]:
    """Comments in the markup itself, and the parts nothing can be said of: asked last."""
    for name in parts.remarked:
        yield Trace(TraceKind.HIDDEN_TEXT, f"部件 {name}", "代码中的注释")
    for name in dict.fromkeys(parts.unreadable):
        yield Trace(TraceKind.UNREADABLE_PART, f"部件 {name}", "已损坏或有异常，没能检查")
