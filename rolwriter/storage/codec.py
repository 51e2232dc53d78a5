"""The project as named JSON parts and back, with what this version does not know kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Leftover, Project, SourceFile
from rolwriter.model.report import Report
from rolwriter.storage.canonical import Json, decode, encode
from rolwriter.storage.leftover import merge, unknown_keys

REPORT = "report.json"
PROJECT = "project.json"
_SOURCE = "previous/{}.bin"


_T = TypeVar("_T")


class _SourceEntry(msgspec.Struct):
    id: str
    name: str

    @property
    def member(self) -> str:
        return _SOURCE.format(self.id)


class _ProjectPart(msgspec.Struct):
    next_id: int
    sources: list[_SourceEntry]


def report_json(project: Project) -> Json:
    """The report as the JSON object that is stored (`dump` prints it)."""
    return _tree(project.report, project.leftover, REPORT)


def to_parts(project: Project) -> dict[str, bytes]:
    """The parts of the project's file, by name."""
    parts = dict(project.leftover.members)
    entries = list[_SourceEntry]()
    for number, source in enumerate(project.sources, 1):
        entry = _SourceEntry(f"source-{number}", source.name)
        entries.append(entry)
        parts[entry.member] = source.data
    index = _ProjectPart(project.next_id, entries)
    parts[PROJECT] = encode(_tree(index, project.leftover, PROJECT))
    parts[REPORT] = encode(report_json(project))
    return parts


def from_parts(parts: Mapping[str, bytes]) -> Project:
    """The project in the parts; RolwriterError when they hold none."""
    try:
        keys = dict[str, dict[str, object]]()
        report = _load(parts[REPORT], Report, REPORT, keys)
        index = _load(parts[PROJECT], _ProjectPart, PROJECT, keys)
        sources = tuple(SourceFile(e.name, parts[e.member]) for e in index.sources)
    except (KeyError, ValueError, TypeError, msgspec.ValidationError) as error:
        raise RolwriterError(
            "工程文件的内容不完整或格式不对。",
            "没有打开任何内容，原文件没有改动。",
            "请改用备份或其他副本打开。",
        ) from error
    known = {REPORT, PROJECT, *(entry.member for entry in index.sources)}
    members = {name: data for name, data in parts.items() if name not in known}
    return Project(report, sources, index.next_id, Leftover(members, keys))


def _tree(value: object, leftover: Leftover, place: str) -> Json:
    tree = msgspec.to_builtins(value)
    merge(tree, leftover.keys, place)
    return tree


def _load(data: bytes, kind: type[_T], place: str, keys: dict[str, dict[str, object]]) -> _T:
    raw = decode(data)
    value = msgspec.convert(raw, kind)
    for where, key, unknown in unknown_keys(raw, msgspec.to_builtins(value), place):
        keys.setdefault(where, {})[key] = unknown
    return value
