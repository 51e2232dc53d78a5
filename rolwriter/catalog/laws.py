"""Titles of laws and regulations with their standing: `resources/catalog/laws.tsv`.

A table of its own and not TOML because a thousand rows of six short cells read, edit
and load better as one row a law.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from rolwriter.catalog.load import refused
from rolwriter.catalog.paths import resource
from rolwriter.model.threads import once

_STATE_NAME = "中华人民共和国"
_COLUMNS = (
    "title", "level", "scope", "version", "in_force", "status", "repealed", "successor", "source",
)  # fmt: skip
_REPEALED = "已废止"
_STATUSES = ("有效", _REPEALED)
_AS_OF = re.compile(r"as_of=(\d{4}-\d{2})")


class Law(msgspec.Struct, frozen=True):
    """One law, regulation or rule; the title stands without 中华人民共和国."""

    title: str
    level: str = ""
    """法律, 行政法规, 地方性法规, …"""
    scope: str = ""
    """全国 or the place a local regulation is for."""
    version: date | None = None
    in_force: date | None = None
    replaced: bool = False
    repealed: date | None = None
    successor: str = ""
    source: str = ""
    """Why it is known to be no longer in force."""


@dataclass(frozen=True, slots=True)
class LawTable:
    """The laws by title; ``as_of`` (2025-04) is the month the list was made."""

    as_of: str
    by_title: dict[str, Law]

    def find(self, title: str) -> Law | None:
        """The law a text names, 《》 taken off; with or without 中华人民共和国."""
        return self.by_title.get(title.removeprefix(_STATE_NAME))

    @property
    def replaced(self) -> dict[str, Law]:
        """Those no longer in force."""
        return {title: law for title, law in self.by_title.items() if law.replaced}


def read_laws(path: Path) -> LawTable:
    """A table of laws; RolwriterError names the file and the line of what is wrong."""
    try:
        lines = path.read_bytes().decode("utf-8-sig").splitlines()
    except OSError as error:
        raise refused(path, f"读不出来：{error.strerror or '未知原因'}") from error
    except UnicodeDecodeError as error:
        raise refused(path, "不是UTF-8编码的文本") from error
    as_of = ""
    by_title = dict[str, Law]()
    headed = False
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            dated = _AS_OF.search(line)
            as_of = dated[1] if dated else as_of
        elif not headed:
            headed = True
            if tuple(line.split("\t")) != _COLUMNS:
                raise refused(path, f"各列应当依次是{'、'.join(_COLUMNS)}，以制表符分开", number)
        elif line.strip():
            law = _law(path, number, line)
            if law.title in by_title:
                raise refused(path, f"《{law.title}》写了两次", number)
            by_title[law.title] = law
    return LawTable(as_of, by_title)


@once
def load_laws() -> LawTable:
    """The program's own table."""
    return read_laws(resource("catalog", "laws.tsv"))


def _law(path: Path, number: int, line: str) -> Law:
    cells = line.split("\t")
    if len(cells) > len(_COLUMNS):
        raise refused(path, f"多于{len(_COLUMNS)}列", number)
    if len(cells) < len(_COLUMNS):
        cells += [""] * (len(_COLUMNS) - len(cells))
    title, level, scope, version, in_force, status, repealed, successor, source = cells
    if not title or title.startswith(("《", _STATE_NAME)):
        raise refused(path, "标题为空，或者带了书名号、“中华人民共和国”", number)
    if status not in _STATUSES:
        raise refused(path, f"效力“{status}”应当是{'或'.join(_STATUSES)}", number)
    try:
        return Law(
            title,
            level,
            scope,
            version=_date(version),
            in_force=_date(in_force),
            replaced=status == _REPEALED,
            repealed=_date(repealed),
            successor=successor,
            source=source,
        )
    except ValueError as error:
        raise refused(path, "日期不正确（应如2025-11-01）", number) from error


def _date(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None
