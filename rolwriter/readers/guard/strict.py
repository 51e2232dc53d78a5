"""Strict OOXML, the ISO form Office can save: its names as the ones everybody reads."""

from __future__ import annotations

import re

_HOME = b"//purl.oclc.org/ooxml/"
_STRICT = re.compile(
    rb'((?:xmlns(?::[\w.-]+)?|Type)\s*=\s*["\'])http://purl\.oclc\.org/ooxml/(\w+)/'
)
_TRANSITIONAL = rb"\1http://schemas.openxmlformats.org/\2/2006/"


def is_strict(part: bytes) -> bool:
    """Whether a part seems to use the names of Strict OOXML."""
    return _HOME in part


def transitional(part: bytes) -> bytes:
    """The part under transitional names: namespaces, and the kinds of relationships."""
    return _STRICT.sub(_TRANSITIONAL, part) if is_strict(part) else part
