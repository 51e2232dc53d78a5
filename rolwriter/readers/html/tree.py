"""A web page as a tree, built the forgiving way browsers do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
# What an opening tag ends, as long as none of the second lies between.
_ENDS_ITSELF = {
    "li": ({"li"}, {"ul", "ol", "menu", "dir"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "option": ({"option"}, {"select"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "tbody": ({"thead", "tbody", "tfoot", "tr", "td", "th"}, {"table"}),
}
_WALLS = frozenset({"table", "td", "th"})
_TABLE_PARTS = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th", "body", "html"})
_SECTION = re.compile(r"<!\[[^>\[]*[>\[]")
_DEEPEST = 200
"""Elements nested deeper than any honest page are hung side by side."""


@dataclass(slots=True, eq=False)
class Node:
    """One element; text stands among the children as plain strings."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    children: list[Node | str] = field(default_factory=list["Node | str"])

    def get(self, name: str) -> str:
        """An attribute's value in lower case; empty when there is none."""
        return self.attributes.get(name, "").lower()


def parse(markup: str) -> Node:
    """The tree of a page or a fragment; never raises."""
    builder = _Builder()
    if _SECTION.search(markup):
        # Word's conditional sections; the parser stops at those it does not know
        markup = _SECTION.sub("", markup).replace("]]>", "")
    builder.feed(markup)
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("#root")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self._end({"p"}, _WALLS)
        if tag in _ENDS_ITSELF:
            ended, walls = _ENDS_ITSELF[tag]
            while self._end(ended, walls):
                pass
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in VOID and len(self._open) < _DEEPEST:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """``<div/>`` opens a div: only void elements have no content."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._end({tag}, frozenset() if tag in _TABLE_PARTS else _WALLS)

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _end(self, tags: set[str], walls: frozenset[str] | set[str]) -> bool:
        """Close the innermost open element of these tags; False when a wall comes first."""
        for position in range(len(self._open) - 1, 0, -1):
            tag = self._open[position].tag
            if tag in tags:
                del self._open[position:]
                return True
            if tag in walls:
                return False
        return False
