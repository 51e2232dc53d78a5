"""WordprocessingML elements, written with the standard library.

Names keep their usual prefixes as plain text and the root declares them: a file of
fixed namespaces needs no more.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_IN_QUOTES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
_READY = ""
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def w(tag: str, *children: Element, text: str = "", **attributes: str | int) -> Element:
    """An element of the main namespace: ``w("jc", val="both")`` is ``<w:jc w:val="both"/>``."""
    element = Element(f"w:{tag}", {f"w:{name}": str(value) for name, value in attributes.items()})
    element.extend(children)
    element.text = text or None
    return element


def ready(markup: str) -> Element:
    """What is markup already, to stand among elements: most of a file is runs of text."""
    element = Element(_READY)
    element.text = markup
    return element


def part(root: Element) -> bytes:
    """A whole part: the root with its namespaces, in UTF-8."""
    root.set("xmlns:w", NAMESPACE)
    root.set("xmlns:r", RELATIONSHIPS)
    return serialise(root)


def serialise(root: Element) -> bytes:
    """Any XML part of the package."""
    pieces = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
    _write(root, pieces.append)
    return "".join(pieces).encode("utf-8")


def _write(element: Element, put: Callable[[str], object]) -> None:
    """The element as characters; the library's own way knows namespaces and is twice as slow."""
    tag, text = element.tag, element.text
    if tag == _READY:
        put(text or "")
        return
    names = "".join(
        f' {name}="{value if value.isalnum() else escape(value, _IN_QUOTES)}"'
        for name, value in element.items()
    )
    if text is None and not len(element):
        put(f"<{tag}{names}/>")
        return
    put(f"<{tag}{names}>{escape(text) if text else ''}")
    for child in element:
        _write(child, put)
    put(f"</{tag}>")
