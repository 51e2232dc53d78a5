"""What a PDF carries besides its pages."""

from __future__ import annotations

import ctypes
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any, cast

from rolwriter.model.trace import Trace, TraceKind, shortened
from rolwriter.readers.kinds import FileKind
from rolwriter.readers.refusals import damaged, refusal
from rolwriter.readers.traces.leaks import leaks_in
from rolwriter.readers.traces.pictures import picture_traces

_INFO = {
    "Author": (TraceKind.PERSON, "作者"),
    "Subject": (TraceKind.PROPERTY, "主题"),
    "Keywords": (TraceKind.PROPERTY, "关键词"),
    "Creator": (TraceKind.PROGRAM, "编写软件"),
    "Producer": (TraceKind.PROGRAM, "生成软件"),
    "CreationDate": (TraceKind.TIME, "创建时间"),
    "ModDate": (TraceKind.TIME, "修改时间"),
}
_INFO_PLACE = "文件属性（Info）"
_LINK, _WIDGET, _POPUP = 2, 20, 16
_ANNOTATIONS = {
    1: "文字注释",
    3: "文本框",
    4: "线条",
    5: "矩形",
    6: "椭圆",
    9: "高亮",
    10: "下划线",
    11: "波浪线",
    12: "删除线",
    13: "图章",
    14: "插入符",
    15: "手写墨迹",
    17: "附件",
    18: "声音",
    19: "视频",
    28: "遮盖标记",
}
_INVISIBLE = 3
"""Text render mode: neither filled nor stroked."""
_MOST_PAGES = 2_000
_MOST_OBJECTS = 20_000
_STREAM = re.compile(rb"(<<(?:(?!endobj).){0,4000}?>>)\s*stream\r?\n", re.DOTALL)
_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>|<rdf:RDF.*?</rdf:RDF>", re.DOTALL)
_XMP_FIELD = re.compile(
    r"<(?P<tag>[\w-]+:[\w-]+)(?:\s[^<>]*)?>(?P<words>[^<]+)</(?P=tag)>|(?P<key>[\w-]+:[\w-]+)=\"(?P<value>[^\"]*)\"",
)
_XMP_HARMLESS = re.compile(
    r"xmlns:|x:xmptk$|rdf:(?:about|parseType|resource)$|xml:lang$|dc:(?:format|language|title)$|pdf(?:a|ua)id:|rdf:li$"
)
_MOST_INFLATED = 64 << 20
_BLANKS = re.compile(r"\s+")
_BETWEEN_LINES = r"(?:\d{1,3}|〔[^〕]{1,80}〕)?"
"""A draft's line number or mark."""


def pdf_traces(data: bytes) -> Iterator[Trace]:
    """All that is found in a PDF.

    Raises:
        RolwriterError: protected by a password, or broken.
    """
    import pypdfium2

    try:
        document = cast("Any", pypdfium2).PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if cast("Any", error).err_code == cast("Any", pypdfium2.raw).FPDF_ERR_PASSWORD:
            raise refusal(FileKind.ENCRYPTED) from None
        raise damaged("PDF文件") from None
    try:
        yield from _document(document, cast("Any", pypdfium2.raw))
    except pypdfium2.PdfiumError:
        raise damaged("PDF文件") from None
    finally:
        document.close()
    yield from _raw(data)


def _document(document: Any, raw: Any) -> Iterator[Trace]:  # noqa: ANN401 - pdfium has no types
    metadata = cast("dict[str, str]", document.get_metadata_dict(skip_empty=True))
    for key, words in metadata.items():
        if key in _INFO and words.strip("\0 "):
            kind, label = _INFO[key]
            yield Trace(kind, _INFO_PLACE, shortened(f"{label}：{words}"))
    title = metadata.get("Title", "")
    if title and not _stands_in(title, document):
        yield Trace(TraceKind.PROPERTY, _INFO_PLACE, shortened(f"标题：{title}"))
    for number in range(document.count_attachments()):
        name = document.get_attachment(number).get_name()
        yield Trace(TraceKind.ATTACHMENT, "附件", shortened(name) or "未命名的附件")
    scripts = raw.FPDFDoc_GetJavaScriptActionCount(document)
    if scripts > 0:
        yield Trace(TraceKind.SCRIPT, "文档", "打开时执行的脚本（JavaScript）", scripts)
    signatures = raw.FPDF_GetSignatureCount(document)
    if signatures > 0:
        yield Trace(TraceKind.SIGNATURE, "文档", "电子签名", signatures)
    for number in range(min(len(document), _MOST_PAGES)):
        page = document[number]
        try:
            yield from _page(page, raw, f"第{number + 1}页")
        finally:
            page.close()
    if len(document) > _MOST_PAGES:
        yield Trace(TraceKind.UNREADABLE_PART, f"第{_MOST_PAGES + 1}页以后", "页数太多，没有检查")


def _stands_in(title: str, document: Any) -> bool:  # noqa: ANN401
    """Whether the first pages show the title, broken over lines that may be numbered."""
    wanted = _BETWEEN_LINES.join(map(re.escape, _BLANKS.sub("", title)))
    shown = ""
    for number in range(min(len(document), 3)):
        page = document[number]
        text = page.get_textpage()
        shown += _BLANKS.sub("", cast("str", text.get_text_bounded()))
        text.close()
        page.close()
    return re.search(wanted, shown) is not None


def _page(page: Any, raw: Any, place: str) -> Iterator[Trace]:  # noqa: ANN401
    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        try:
            yield from _annotation(page, raw, annotation, place)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    hidden = 0
    for count, item in enumerate(page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=3)):
        hidden += raw.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE
        if count > _MOST_OBJECTS:
            break
    if hidden:
        yield Trace(TraceKind.HIDDEN_TEXT, place, "不显示的文字（如扫描件的识别文字）", hidden)


def _annotation(page: Any, raw: Any, annotation: Any, place: str) -> Iterator[Trace]:  # noqa: ANN401
    subtype = raw.FPDFAnnot_GetSubtype(annotation)
    if subtype == _LINK:
        address = _address(page, raw, annotation)
        if address:
            yield Trace(TraceKind.EXTERNAL, place, shortened(address))
        return
    if subtype == _POPUP:
        return
    who, words = _string(raw, annotation, b"T"), _string(raw, annotation, b"Contents")
    said = "表单域" if subtype == _WIDGET else _ANNOTATIONS.get(subtype, "其他注释")
    said = "：".join(filter(None, (said, " ".join(filter(None, (who, words))))))
    yield Trace(TraceKind.ANNOTATION, place, shortened(said))


def _string(raw: Any, annotation: Any, key: bytes) -> str:  # noqa: ANN401
    length = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    raw.FPDFAnnot_GetStringValue(annotation, key, pointer, length)
    return buffer.raw.decode("utf-16-le", "replace").strip("\0")


def _address(page: Any, raw: Any, annotation: Any) -> str:  # noqa: ANN401
    link = raw.FPDFAnnot_GetLink(annotation)
    action = raw.FPDFLink_GetAction(link) if link else None
    if not action:
        return ""
    asks: tuple[Any, ...] = (
        partial(raw.FPDFAction_GetURIPath, page.pdf, action),
        partial(raw.FPDFAction_GetFilePath, action),
    )
    for ask in asks:
        length = ask(None, 0)
        if length > 1:
            buffer = ctypes.create_string_buffer(length)
            ask(buffer, length)
            return buffer.raw.decode("utf-8", "replace").strip("\0")
    return ""


def _raw(data: bytes) -> Iterator[Trace]:
    """What only the bytes tell: XMP, pictures' own data, earlier versions, paths."""
    versions = len(re.findall(rb"startxref\s+\d+\s+%%EOF", data))
    allowed = 2 if b"/Linearized" in data[:2048] else 1
    if versions > allowed:
        said = "修改后追加保存，改前的内容还在文件里"
        yield Trace(TraceKind.EARLIER_VERSION, "文件结构", said, versions - allowed)
    found = Counter[Trace]()
    texts = [re.sub(rb"stream\r?\n.*?endstream", b"", data, flags=re.DOTALL).decode("latin-1")]
    for head, body in _streams(data):
        if b"/DCTDecode" in head:
            found.update(picture_traces(body, "图片"))
        elif b"/Image" not in head and b"/FontFile" not in head and b"/Length1" not in head:
            texts.append(body.decode("latin-1"))
            for match in _XMP.finditer(body):
                found.update(_xmp(match.group().decode("utf-8", "replace")))
    for trace, count in found.items():
        yield Trace(trace.kind, trace.place, trace.words, count)
    yield from leaks_in(texts, "文件内部", unseen=False)


def _streams(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Dictionary and bytes of each stream, inflated where that is all it takes."""
    left = _MOST_INFLATED
    for match in _STREAM.finditer(data):
        head = match[1].rpartition(b"obj")[2]
        end = data.find(b"endstream", match.end())
        body = data[match.end() : end if end >= 0 else len(data)]
        if b"/FlateDecode" in head and b"/DCTDecode" not in head:
            try:
                body = zlib.decompressobj().decompress(body, max(left, 1))
            except zlib.error:
                continue
        left -= len(body)
        if left <= 0:
            return
        yield head, body


def _xmp(packet: str) -> Iterator[Trace]:
    """What an XMP packet says besides the title and the standard it follows."""
    for match in _XMP_FIELD.finditer(packet):
        key = match["tag"] or match["key"]
        words = (match["words"] or match["value"] or "").strip()
        if key == "rdf:li":
            before = packet[: match.start()].rpartition("<dc:")[2]
            key = f"dc:{re.split(r'[ >]', before, maxsplit=1)[0]}"
        if words and not _XMP_HARMLESS.match(key):
            yield Trace(TraceKind.PROPERTY, "XMP信息", shortened(f"{key}：{words}"))
