"""The chapters of the report and how their headings are told: `resources/catalog/outline.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

import msgspec

from rolwriter.catalog.paths import resource
from rolwriter.model.errors import RolwriterError
from rolwriter.model.report import Role
from rolwriter.model.threads import DECODING, once


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all tables of the file have in common: a name it does not know is an error."""


class RoleEntry(_Table, frozen=True):
    """One role: the short name for a tab, the statute's wording and its place."""

    role: Role
    name: str
    statute: str
    basis: str


class YearRule(StrEnum):
    """How the years in a heading must stand to the year reported on."""

    ANY = "any"
    LATER = "later"
    NOT_LATER = "not-later"
    THIS = "this"
    UNKNOWN = "unknown"
    NO_YEAR = "no-year"


class Rule(_Table, frozen=True):
    """One sign of a role in a heading."""

    role: Role
    pattern: str
    unless: str = ""
    sure: bool = True
    nominal: bool = False
    year: YearRule = YearRule.ANY


class Vocabulary(_Table, frozen=True):
    """The words of headings that say nothing but the role."""

    fillers: tuple[str, ...]
    cores: dict[Role, tuple[str, ...]]
    weak: dict[Role, tuple[str, ...]]


class Slogan(_Table, frozen=True):
    """What tells a thematic heading from a noun phrase."""

    pattern: str


class Organ(_Table, frozen=True):
    """The words an organ's name ends with."""

    endings: tuple[str, ...]


class Contents(_Table, frozen=True):
    """Lines of a table of contents."""

    pattern: str


class Furniture(_Table, frozen=True):
    """Lines of a web page, a masthead or a colophon."""

    patterns: tuple[str, ...]


class OutlineCatalog(_Table, frozen=True):
    """All that recognition knows of headings; the roles stand in the order of trial."""

    roles: tuple[RoleEntry, ...]
    vocabulary: Vocabulary
    rules: tuple[Rule, ...]
    slogan: Slogan
    organ: Organ
    contents: Contents
    furniture: Furniture

    def __post_init__(self) -> None:
        """Refuse a missing role and a pattern that is none, which would show only in use."""
        if sorted(entry.role for entry in self.roles) != sorted(Role):
            raise ValueError("every role must have one entry")
        for pattern in self._patterns():
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"no regular expression: {pattern}") from error

    def _patterns(self) -> Iterable[str]:
        yield self.slogan.pattern
        yield self.contents.pattern
        yield from self.furniture.patterns
        for rule in self.rules:
            yield rule.pattern
            yield rule.unless

    def entry(self, role: Role) -> RoleEntry:
        """The entry of a role."""
        return next(entry for entry in self.roles if entry.role is role)

    def name(self, role: Role) -> str:
        """The role's short name in Chinese: 举措成效, 第一责任人 and so on."""
        return self.entry(role).name


@once
def load_outline() -> OutlineCatalog:
    """The catalogue; RolwriterError when the program's own file is damaged."""
    try:
        data = resource("catalog", "outline.toml").read_bytes()
        with DECODING:
            return msgspec.toml.decode(data, type=OutlineCatalog)
    except (OSError, ValueError) as error:
        raise RolwriterError(
            "程序自带的章节目录资料 outline.toml 缺失或已损坏。",
            "暂时不能认出报告的章节；您的文件没有改动。",
            "请重新安装本程序，或把完整的程序文件夹整个复制过来再试。",
        ) from error
