"""What a Word file carries: docx, docm, dotx, dotm."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from rolwriter.model.trace import Trace, TraceKind, shortened
from rolwriter.readers.guard import Element
from rolwriter.readers.traces.package import Parts, attributes, local, value
from rolwriter.readers.traces.properties import without_blanks

_STORY = re.compile(r"word/([a-z]+)(\d*)\.xml", re.IGNORECASE)
_STORY_NAMES = {
    "document": "正文",
    "header": "页眉",
    "footer": "页脚",
    "footnotes": "脚注",
    "endnotes": "尾注",
    "comments": "批注",
}
_REVISIONS = re.compile(r"(?:ins|del|moveFrom|moveTo|\w+Change|cellIns|cellDel|cellMerge)$")
_FIELD = re.compile(
    r"(?<![A-Z])(?:INCLUDE(?:TEXT|PICTURE)?|DDE(?:AUTO)?|LINK|IMPORT|DATABASE|AUTHOR|LASTSAVEDBY"
    r"|USERNAME|USERINITIALS|USERADDRESS|FILENAME|TEMPLATE|DOCPROPERTY|DOCVARIABLE|INFO|MACROBUTTON"
    r"|EMBED|CREATEDATE|SAVEDATE|PRINTDATE|EDITTIME|REVNUM|RD)(?![A-Z])",
    re.IGNORECASE,
)
_OFF = {"0", "false", "off"}
_IDENTIFIERS = {"docId", "persistentDocumentId"}
_WHITE = {"ffffff", "white"}
_NO_SHADE = {"", "auto", "ffffff", "clear", "nil"}
_TINY = 4
"""Half points: what is smaller cannot be read."""


def story_places(parts: Parts) -> dict[str, str]:
    """The parts with text, and what a clerk calls them."""
    places = dict[str, str]()
    for name in parts.names:
        match = _STORY.fullmatch(name)
        if match and match[1].lower() in _STORY_NAMES:
            places[name] = f"{_STORY_NAMES[match[1].lower()]}{match[2]}（{name}）"
    return places


def shows(parts: Parts, title: str) -> bool:
    """Whether the words, without blanks, stand in the text."""
    roots = (parts.root(name) for name in story_places(parts))
    texts = (e.text or "" for r in roots if r is not None for e in r.iter() if local(e) == "t")
    return title in without_blanks("".join(texts))


def word_traces(parts: Parts) -> Iterator[Trace]:
    """All that Word's own parts carry."""
    hiding = set(_hiding_styles(parts))
    for name, place in story_places(parts).items():
        root = parts.root(name)
        if root is not None:
            yield from _story(root, place, hiding)
    for name in parts.matching(r"word/(?:glossary/)?(?!rels/)[^/]+\.xml"):
        root = parts.root(name)
        if root is not None:
            yield from _identifiers(root, name)
    for name in parts.matching(r"word/settings\d*\.xml"):
        root = parts.root(name)
        if root is not None:
            yield from _settings(root, f"文档设置（{name}）")


def _identifiers(root: Element, name: str) -> Iterator[Trace]:
    count = sum(key.startswith("rsid") for element in root.iter() for key, _ in attributes(element))
    count += sum(local(element) in ("rsid", "rsidRoot") for element in root.iter())
    if count:
        yield Trace(TraceKind.IDENTIFIER, f"部件 {name}", "编辑会话标记（rsid）", count)


def _settings(root: Element, place: str) -> Iterator[Trace]:
    for element in root.iter():
        name = local(element)
        if name in _IDENTIFIERS:
            yield Trace(TraceKind.IDENTIFIER, place, f"文档编号 {value(element, 'val')}")
        elif name == "attachedTemplate":
            yield Trace(TraceKind.TEMPLATE, place, "附加的模板")
        elif name == "docVar":
            said = f"{value(element, 'name')}：{value(element, 'val')}"
            yield Trace(TraceKind.CUSTOM_PROPERTY, place, shortened(f"文档变量 {said}"))
        elif name == "mailMerge":
            yield Trace(TraceKind.EXTERNAL, place, "邮件合并的数据源")
        elif name == "trackRevisions" and value(element, "val") not in _OFF:
            yield Trace(TraceKind.REVISION, place, "修订功能没有关闭，再编辑时会继续留下痕迹")


def _hiding_styles(parts: Parts) -> Iterator[str]:
    """Ids of the styles whose text is not shown, those based on them included."""
    styles = dict[str, tuple[str, bool]]()
    for name in parts.matching(r"word/styles\d*\.xml"):
        root = parts.root(name)
        for style in root if root is not None else ():
            if local(style) == "style":
                based = next((value(e, "val") for e in style if local(e) == "basedOn"), "")
                hides = any(_hides(e) for e in style.iter() if local(e) in ("vanish", "specVanish"))
                styles[value(style, "styleId")] = (based, hides)
    for style_id in styles:
        seen, here = set[str](), style_id
        while here in styles and here not in seen:
            seen.add(here)
            if styles[here][1]:
                yield style_id
                break
            here = styles[here][0]


def _hides(element: Element) -> bool:
    return value(element, "val") not in _OFF


class _Story:
    """One story's findings, gathered by kind, person and where they first stand."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._counts = Counter[tuple[TraceKind, str]]()
        self._first = dict[tuple[TraceKind, str], tuple[int, str]]()
        self.paragraph = 0

    def note(self, kind: TraceKind, who: str, words: str) -> None:
        """Once more of this kind by this person, or of this wording."""
        key = (kind, who)
        self._counts[key] += 1
        first = self._first.get(key)
        if first is None or (not first[1] and words):
            self._first[key] = (self.paragraph if first is None else first[0], words)

    def traces(self) -> Iterator[Trace]:
        """One a kind and person, with the place of the first."""
        for (kind, who), count in self._counts.items():
            paragraph, words = self._first[kind, who]
            name, _, part = self._place.partition("（")
            place = f"{name}第{paragraph}段（{part}" if paragraph else self._place
            said = "：".join(filter(None, (who, words)))
            yield Trace(kind, place, shortened(said) or kind.label, count)


def _story(root: Element, place: str, hiding: set[str]) -> Iterator[Trace]:
    story = _Story(place)
    for element in root.iter():
        name = local(element)
        if name == "p":
            story.paragraph += 1
            instructions = "".join(e.text or "" for e in element.iter() if local(e) == "instrText")
            _field(story, instructions)
        elif name == "r":
            _run(story, element, hiding)
        elif name == "fldSimple":
            _field(story, value(element, "instr"))
        elif _REVISIONS.fullmatch(name):
            who = " ".join(filter(None, (value(element, "author"), value(element, "date")[:10])))
            story.note(TraceKind.REVISION, who, _text_in(element))
        elif name == "comment":
            who = " ".join(filter(None, (value(element, "author"), value(element, "date")[:10])))
            story.note(TraceKind.COMMENT, who, _text_in(element))
        elif name == "commentReference":
            story.note(TraceKind.COMMENT, "批注的位置", "")
        elif name == "bookmarkStart" and value(element, "name") == "_GoBack":
            story.note(TraceKind.BOOKMARK, "_GoBack（上次编辑的位置）", "")
        elif name == "permStart" and value(element, "ed"):
            story.note(TraceKind.PERSON, value(element, "ed"), "可编辑区域的指定人员")
        elif name == "altChunk":
            story.note(TraceKind.EMBEDDED, "插入的其他文档（altChunk）", "")
        elif name in ("docPr", "cNvPr") and (value(element, "descr") or value(element, "title")):
            said = value(element, "descr") or value(element, "title")
            story.note(TraceKind.ALT_TEXT, said, "")
    yield from story.traces()


def _field(story: _Story, instructions: str) -> None:
    for match in _FIELD.finditer(instructions):
        story.note(TraceKind.FIELD, match.group().upper(), instructions)


def _run(story: _Story, run: Element, hiding: set[str]) -> None:
    words = _text_in(run)
    if not words.strip():
        return
    properties = next((e for e in run if local(e) == "rPr"), None)
    marks = {local(e): e for e in properties} if properties is not None else {}
    own = [_hides(marks[name]) for name in ("vanish", "specVanish") if name in marks]
    if any(own) or (not own and _style_hides(run, marks, hiding)):
        story.note(TraceKind.HIDDEN_TEXT, "", words)
    elif "color" in marks and value(marks["color"], "val").lower() in _WHITE:
        if "highlight" not in marks and not _is_shaded(run, marks):
            story.note(TraceKind.HIDDEN_TEXT, "白色文字", words)
    elif "sz" in marks and 0 < _half_points(marks["sz"]) <= _TINY:
        story.note(TraceKind.HIDDEN_TEXT, "极小的文字", words)


def _half_points(element: Element) -> int:
    size = value(element, "val")
    return int(size) if size.isdecimal() else 0


def _style_hides(run: Element, marks: dict[str, Element], hiding: set[str]) -> bool:
    if not hiding:
        return False
    names = {value(marks["rStyle"], "val")} if "rStyle" in marks else set[str]()
    for above in run.iterancestors():
        if local(above) == "p":
            # pPr comes first, and a paragraph of ten thousand runs asks ten thousand times
            names |= {value(e, "val") for p in islice(above, 1) for e in p if local(e) == "pStyle"}
            break
    return bool(names & hiding)


def _is_shaded(run: Element, marks: dict[str, Element]) -> bool:
    """Whether something dark can lie behind white text: a shade, a shape, a table's style."""
    if "shd" in marks:
        return value(marks["shd"], "fill").lower() not in _NO_SHADE
    for above in run.iterancestors():
        name = local(above)
        if name in ("txbxContent", "tbl"):
            return True
        if name == "p":
            shades = (e for p in above if local(p) == "pPr" for e in p if local(e) == "shd")
            if any(value(e, "fill").lower() not in _NO_SHADE for e in shades):
                return True
    return False


def _text_in(element: Element) -> str:
    return "".join(e.text or "" for e in element.iter() if local(e) in ("t", "delText"))
