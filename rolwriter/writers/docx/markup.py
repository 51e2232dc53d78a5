"""WordprocessingML elements, written with the standard library.

Names keep their usual prefixes as plain text and the root declares them: a file of
fixed namespaces needs no more, and escaping is the library's.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def w(tag: str, *children: Element, text: str = "", **attributes: str | int) -> Element:
    """An element of the main namespace: ``w("jc", val="both")`` is ``<w:jc w:val="both"/>``."""
    element = Element(f"w:{tag}", {f"w:{name}": str(value) for name, value in attributes.items()})
    element.extend(children)
    element.text = text or None
    return element


def part(root: Element) -> bytes:
    """A whole part: the root with its namespaces, in UTF-8."""
    root.set("xmlns:w", NAMESPACE)
    root.set("xmlns:r", RELATIONSHIPS)
    return serialise(root)


def serialise(root: Element) -> bytes:
    """Any XML part of the package."""
    head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return head + tostring(root, encoding="unicode").encode("utf-8")
