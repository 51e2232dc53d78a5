"""What an empty report begins with, as data."""

from __future__ import annotations

import msgspec

from rolwriter.catalog.load import load_toml
from rolwriter.catalog.paths import resource
from rolwriter.model.report import Role
from rolwriter.model.threads import once


class SkeletonChapter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A chapter by its role, with a heading whose {year} is filled in."""

    role: Role
    heading: str


class Skeleton(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Title lines, signature and chapters of an empty report."""

    title: list[str]
    signature: str
    chapter: list[SkeletonChapter]


@once
def load_skeleton() -> Skeleton:
    """The skeleton; RolwriterError when the file is damaged."""
    return load_toml(resource("catalog", "skeleton.toml"), Skeleton)
