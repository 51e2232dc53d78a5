"""What Qt leaves out of a PDF or puts into it, made right.

Qt names each glyph by the first character that has it, a Kangxi radical for 一 [M]; it
sets no bookmarks; and it writes when and by what the file was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rolwriter.ui.paper.pdf_objects import PdfObjects, stream, words

_TO_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_ROWS = 100
"""So many glyphs may be named in one block of the map."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One bookmark: its words, its page (from 0), its depth (from 0)."""

    text: str
    page: int
    height: float
    """Of the place above the page's foot, in points."""
    depth: int


@dataclass(slots=True)
class _Node:
    mark: Mark
    number: int
    children: list[_Node] = field(default_factory=list["_Node"])


def finish(data: bytes, used: Iterable[Sequence[str]], marks: Sequence[Mark], title: str) -> bytes:
    """The PDF with its characters named as they were set, bookmarks and a title, no more.

    ``used`` are the characters drawn with each font, in the order of their glyphs' first
    use, the fonts in that order too: so Qt numbers both.
    """
    objects = PdfObjects(data)
    _name_characters(objects, used)
    catalog = objects[objects.root]
    for key in (b"Metadata", b"Names"):
        found = re.search(rb"/%b (\d+) 0 R\n?" % key, catalog)
        if found:
            objects.remove(int(found[1]))
            catalog = catalog.replace(found[0], b"")
    pages = _page_numbers(objects, catalog)
    more = b"/Lang (zh-CN) /ViewerPreferences <</DisplayDocTitle true>>"
    if marks:
        outline = _outline(objects, marks, pages)
        more += b" /Outlines %d 0 R /PageMode /UseOutlines" % outline
    objects[objects.root] = catalog.replace(b">>", more + b"\n>>", 1)
    objects[objects.info] = b"<</Title %b>>" % words(title)
    return objects.joined()


def _name_characters(objects: PdfObjects, used: Iterable[Sequence[str]]) -> None:
    fonts = [
        (number, int(found[1]))
        for number in objects
        if b"/Type0" in (body := objects[number])[:200] and (found := _TO_UNICODE.search(body))
    ]
    for (_, target), chars in zip(sorted(fonts), used, strict=True):
        objects[target] = stream(_character_map(chars))


def _character_map(chars: Sequence[str]) -> bytes:
    """Glyph n of the font, counted from 1, is the n-th character."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    rows = [
        f"<{n:04X}> <{char.encode('utf-16-be').hex().upper()}>" for n, char in enumerate(chars, 1)
    ]
    for begin in range(0, len(rows), _ROWS):
        part = rows[begin : begin + _ROWS]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    lines += ["endcmap CMapName currentdict /CMap defineresource pop end end"]
    return "\n".join(lines).encode("ascii")


def _page_numbers(objects: PdfObjects, catalog: bytes) -> list[int]:
    tree = re.search(rb"/Pages (\d+) 0 R", catalog)
    kids = _KIDS.search(objects[int(tree[1])]) if tree else None
    if kids is None:
        raise ValueError("no pages")
    return [int(number) for number in _REFERENCE.findall(kids[1])]


def _outline(objects: PdfObjects, marks: Sequence[Mark], pages: Sequence[int]) -> int:
    """The bookmarks as a tree of objects; the answer is the number of its root."""
    root = _Node(Mark("", 0, 0, -1), objects.add(b""))
    branch = [root]
    for mark in marks:
        while branch[-1].mark.depth >= mark.depth:
            branch.pop()
        node = _Node(mark, objects.add(b""))
        branch[-1].children.append(node)
        branch.append(node)
    objects[root.number] = b"<</Type /Outlines%b>>" % _family(root)
    _write_children(objects, root, pages)
    return root.number


def _write_children(objects: PdfObjects, parent: _Node, pages: Sequence[int]) -> None:
    numbers = [child.number for child in parent.children]
    for place, child in enumerate(parent.children):
        before = b" /Prev %d 0 R" % numbers[place - 1] if place else b""
        after = b" /Next %d 0 R" % numbers[place + 1] if place + 1 < len(numbers) else b""
        target = b"[%d 0 R /XYZ 0 %.1f null]" % (pages[child.mark.page], child.mark.height)
        objects[child.number] = b"<</Title %b /Parent %d 0 R /Dest %b%b%b%b>>" % (
            *(words(child.mark.text), parent.number, target),
            *(before, after, _family(child)),
        )
        _write_children(objects, child, pages)


def _family(node: _Node) -> bytes:
    """First, last and count of what hangs on a node; only the root's stand open."""
    if not node.children:
        return b""
    first, last = node.children[0].number, node.children[-1].number
    count = len(node.children) if node.mark.depth < 0 else -len(node.children)
    return b" /First %d 0 R /Last %d 0 R /Count %d" % (first, last, count)
