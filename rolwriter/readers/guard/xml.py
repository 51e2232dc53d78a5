"""XML of strangers: parsed without DTD, entities or network, within limits of size and depth.

lxml has no type stubs; `Element` names the few members that the readers use, so
that the untyped library stays behind `parse_xml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol, cast

from rolwriter.model.errors import RolwriterError
from rolwriter.readers.guard.archive import damaged_archive, too_large
from rolwriter.readers.guard.limits import MAX_MARKS
from rolwriter.readers.refusals import UNCHANGED


class Element(Protocol):
    """An XML element as lxml gives it; comments and instructions are left out in parsing."""

    @property
    def tag(self) -> str:
        """The name, "{namespace}local"."""
        ...

    @property
    def text(self) -> str | None:
        """The text before the first child."""
        ...

    @property
    def tail(self) -> str | None:
        """The text after the element, up to the next one."""
        ...

    @property
    def attrib(self) -> Mapping[str, str]:
        """All attributes, names as "{namespace}local"."""
        ...

    def get(self, key: str, default: str | None = None) -> str | None:
        """An attribute's value."""
        ...

    def find(self, path: str) -> Element | None:
        """The first child of that name."""
        ...

    def getparent(self) -> Element | None:
        """The element around this one."""
        ...

    def __iter__(self) -> Iterator[Element]: ...

    def __len__(self) -> int: ...

    def iter(self, *tags: str) -> Iterator[Element]:
        """This element and everything below it, in document order."""
        ...

    def itertext(self) -> Iterator[str]:
        """All text in it, in document order."""
        ...

    def iterchildren(self, *tags: str) -> Iterator[Element]:
        """The children of these names."""
        ...

    def iterancestors(self, *tags: str) -> Iterator[Element]:
        """The elements around this one, nearest first."""
        ...


def parse_xml(data: bytes) -> Element:
    """The root element of one XML part.

    Raises:
        RolwriterError: not well-formed, nested deeper than 256 levels (libxml2's own
            limit, kept by ``huge_tree=False``), larger than the limits allow, or with
            a DOCTYPE, which no office program writes and which can smuggle in text.
    """
    from lxml import etree as untyped  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]

    etree = cast("Any", untyped)
    if data.count(b"<") + data.count(b"=") > MAX_MARKS:
        raise too_large("内容异常地多")
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError, LookupError):
        raise damaged_archive() from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _with_doctype()
    return cast("Element", root)


def _with_doctype() -> RolwriterError:
    return RolwriterError(
        "这个文件里夹有正常办公文件不会有的声明（DOCTYPE），可能被人动过手脚。",
        UNCHANGED,
        "请确认文件来源可靠；用Word或WPS打开它，另存为“Word文档（*.docx）”后再导入。",
    )
