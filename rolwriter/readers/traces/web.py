"""What a web page or a plain text carries besides its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from rolwriter.model.trace import Trace, TraceKind, shortened
from rolwriter.readers.guard import with_closed_comments
from rolwriter.readers.traces.leaks import leaks_in, private_use

_META = {
    "author": (TraceKind.PERSON, "作者"),
    "creator": (TraceKind.PERSON, "作者"),
    "changedby": (TraceKind.PERSON, "修改者"),
    "originator": (TraceKind.PROGRAM, "制作软件"),
    "generator": (TraceKind.PROGRAM, "制作软件"),
    "progid": (TraceKind.PROGRAM, "制作软件"),
    "created": (TraceKind.TIME, "创建时间"),
    "changed": (TraceKind.TIME, "修改时间"),
    "date": (TraceKind.TIME, "时间"),
    "keywords": (TraceKind.PROPERTY, "关键词"),
    "description": (TraceKind.PROPERTY, "说明"),
    "copyright": (TraceKind.COMPANY, "版权"),
    "company": (TraceKind.COMPANY, "单位"),
}
_LINKS = {"href", "src", "data", "action", "poster", "background", "srcset", "cite"}
_OUTSIDE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\\\|\.{0,2}/)", re.IGNORECASE)
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_IN_STYLE = re.compile(r"@import\s+[^;]+|url\(\s*['\"]?(?!data:)[^)]+\)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def html_traces(markup: str) -> Iterator[Trace]:
    """What a page's markup carries that the page does not show."""
    page = _Page()
    page.feed(with_closed_comments(markup))
    page.close()
    yield from page.found()
    yield from leaks_in([markup], "网页代码")
    yield from _characters(markup, "网页代码")


def text_traces(text: str) -> Iterator[Trace]:
    """What can be in a plain text: paths, machine names, characters nobody sees."""
    text = text.removeprefix("\ufeff")  # the mark of UTF-8 at a file's start
    for number, line in enumerate(text.splitlines(), 1):
        yield from leaks_in([line], f"第{number}行")
    yield from _characters(text, "全文")


def _characters(text: str, place: str) -> Iterator[Trace]:
    for label, count in (
        ("控制字符", len(_CONTROL.findall(text))),
        ("专用区字符", private_use(text)),
    ):
        if count:
            yield Trace(TraceKind.UNSEEN_CHARACTER, place, label, count)


def _leads_out(name: str, value: str) -> bool:
    """Whether an attribute makes the page ask for something outside itself."""
    if name == "style":
        return _IN_STYLE.search(value) is not None
    return name in _LINKS and bool(_OUTSIDE.match(value)) and not value.startswith("data:")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found = Counter[tuple[TraceKind, str, str]]()

    def found(self) -> Iterator[Trace]:
        """One trace a kind, place and wording."""
        for (kind, place, words), count in self._found.items():
            yield Trace(kind, place, words, count)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        place = f"第{self.getpos()[0]}行 <{tag}>"
        if tag == "meta":
            key = named.get("name", named.get("property", "")).lower().rpartition(":")[2]
            if key in _META and named.get("content", "").strip():
                kind, label = _META[key]
                self._note(kind, place, f"{label}：{named['content']}")
        if tag in ("script", "applet", "object", "embed", "iframe", "form"):
            self._note(TraceKind.SCRIPT, place, named.get("src") or tag)
        for name, value in named.items():
            if name.startswith("on") or value.strip().lower().startswith("javascript:"):
                self._note(TraceKind.SCRIPT, place, f"{name}={value}")
            elif _leads_out(name, value):
                self._note(TraceKind.EXTERNAL, place, value)
        hidden = tag == "input" and named.get("type", "").lower() == "hidden"
        if hidden or "hidden" in named or _UNSEEN.search(named.get("style", "")):
            self._note(TraceKind.HIDDEN_TEXT, place, named.get("value") or "不显示的内容")
        if tag == "img" and named.get("alt", "").strip():
            self._note(TraceKind.ALT_TEXT, place, named["alt"])

    def handle_comment(self, data: str) -> None:
        self._note(TraceKind.COMMENT, f"第{self.getpos()[0]}行", data)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style":
            for match in _IN_STYLE.finditer(data):
                self._note(TraceKind.EXTERNAL, f"第{self.getpos()[0]}行 <style>", match.group())

    def _note(self, kind: TraceKind, place: str, words: str) -> None:
        self._found[kind, place, shortened(words) or kind.label] += 1
