"""A look into a written Word file, part by part."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {"w": MAIN}


def members(data: bytes) -> dict[str, bytes]:
    """The parts by name, in the order of the file."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(data: bytes, name: str) -> Any:
    """The root element of one part."""
    return etree.fromstring(members(data)[name])


def find(root: Any, path: str) -> list[Any]:
    """Elements, or attribute values, by an XPath with the prefix w."""
    return list(root.xpath(path, namespaces=NAMESPACES))


def the(root: Any, path: str) -> Any:
    """The one element or value at the path."""
    (found,) = find(root, path)
    return found


def style(data: bytes, name: str) -> Any:
    """The style of that name."""
    return the(tree(data, "word/styles.xml"), f"w:style[w:name/@w:val='{name}']")
