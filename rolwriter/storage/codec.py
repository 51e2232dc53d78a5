"""The project as named JSON parts and back, with what this version does not know kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from rolwriter.model.checklist import FieldAnswer, ItemRecord
from rolwriter.model.dispatch import Delivery, Dispatch
from rolwriter.model.errors import RolwriterError
from rolwriter.model.ignore import Ignore
from rolwriter.model.ledger import Figure
from rolwriter.model.mask import Mask
from rolwriter.model.pairing import Pairing
from rolwriter.model.project import KeptDraft, Leftover, Project, SourceFile
from rolwriter.model.promise import Promise
from rolwriter.model.report import Report
from rolwriter.model.threads import DECODING
from rolwriter.storage.canonical import Json, decode, encode
from rolwriter.storage.leftover import merge, unknown_keys

REPORT = "report.json"
PROJECT = "project.json"
PREVIOUS = "previous/report.json"
LEDGER = "ledger.json"
PROMISES = "promises.json"
CHECKLIST = "checklist.json"
IGNORES = "ignores.json"
MASKS = "masks.json"
CHECKS = "checks.json"
DISPATCH = "dispatch.json"
DRAFTS = "drafts/index.json"
_SOURCE = "sources/{}.bin"
_DRAFT = "drafts/{}.rolw"

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


class _LedgerPart(msgspec.Struct):
    figures: tuple[Figure, ...] = ()


class _PromisesPart(msgspec.Struct):
    promises: tuple[Promise, ...] = ()


class _IgnoresPart(msgspec.Struct):
    ignores: tuple[Ignore, ...] = ()


class _MasksPart(msgspec.Struct):
    masks: tuple[Mask, ...] = ()


class _ChecksPart(msgspec.Struct):
    silent_rules: tuple[str, ...] = ()
    pairings: tuple[Pairing, ...] = ()


class _DispatchPart(msgspec.Struct):
    dispatch: Dispatch = Dispatch()
    deliveries: tuple[Delivery, ...] = ()


class _DraftEntry(msgspec.Struct):
    id: str
    time: str
    label: str
    automatic: bool = False


class _DraftsPart(msgspec.Struct):
    drafts: tuple[_DraftEntry, ...] = ()


class _ChecklistPart(msgspec.Struct):
    items: tuple[ItemRecord, ...] = ()
    last: tuple[ItemRecord, ...] = ()
    answers: tuple[FieldAnswer, ...] = ()
    profiles: tuple[str, ...] = ()


def report_json(project: Project) -> Json:
    """The report as the JSON object that is stored (`dump` prints it)."""
    return _tree(project.report, project.leftover, REPORT)


def to_parts(project: Project) -> dict[str, bytes]:
    """The parts of the project's file, by name; what is empty has no part."""
    parts = dict(project.leftover.members)
    entries = [_SourceEntry(f"source-{n}", s.name) for n, s in enumerate(project.sources, 1)]
    for entry, source in zip(entries, project.sources, strict=True):
        parts[entry.member] = source.data
    for draft in project.drafts:
        parts[draft_member(draft.id)] = draft.data
    values: dict[str, object] = {
        PROJECT: _ProjectPart(project.next_id, entries),
        REPORT: project.report,
        PREVIOUS: project.previous,
        LEDGER: _LedgerPart(project.ledger) if project.ledger else None,
        PROMISES: _PromisesPart(project.promises) if project.promises else None,
        CHECKLIST: _checklist(project),
        IGNORES: _IgnoresPart(project.ignores) if project.ignores else None,
        MASKS: _MasksPart(project.masks) if project.masks else None,
        CHECKS: _checks_part(project),
        DISPATCH: _dispatch_part(project),
        DRAFTS: _drafts_part(project),
    }
    for name, value in values.items():
        if value is not None:
            parts[name] = encode(_tree(value, project.leftover, name))
    return parts


def _checks_part(project: Project) -> _ChecksPart | None:
    part = _ChecksPart(project.silent_rules, project.pairings)
    return None if part == _ChecksPart() else part


def _dispatch_part(project: Project) -> _DispatchPart | None:
    part = _DispatchPart(project.dispatch, project.deliveries)
    return None if part == _DispatchPart() else part


def draft_member(identity: str) -> str:
    """The name of the part that holds a draft."""
    return _DRAFT.format(identity)


def _drafts_part(project: Project) -> _DraftsPart | None:
    kept = tuple(_DraftEntry(d.id, d.time, d.label, d.automatic) for d in project.drafts)
    return _DraftsPart(kept) if kept else None


def from_parts(parts: Mapping[str, bytes]) -> Project:
    """The project in the parts; RolwriterError when they hold none."""
    try:
        return _from_parts(parts)
    except (KeyError, ValueError, TypeError, msgspec.ValidationError) as error:
        raise RolwriterError(
            "工程文件的内容不完整或格式不对。",
            "没有打开任何内容，原文件没有改动。",
            "请改用备份或其他副本打开。",
        ) from error


def _from_parts(parts: Mapping[str, bytes]) -> Project:
    keys = dict[str, dict[str, object]]()
    report = _load(parts[REPORT], Report, REPORT, keys)
    index = _load(parts[PROJECT], _ProjectPart, PROJECT, keys)
    previous = _load(parts[PREVIOUS], Report, PREVIOUS, keys) if PREVIOUS in parts else None
    ledger = _load(parts.get(LEDGER, b"{}"), _LedgerPart, LEDGER, keys)
    promises = _load(parts.get(PROMISES, b"{}"), _PromisesPart, PROMISES, keys)
    ignores = _load(parts.get(IGNORES, b"{}"), _IgnoresPart, IGNORES, keys)
    masks = _load(parts.get(MASKS, b"{}"), _MasksPart, MASKS, keys)
    checks = _load(parts.get(CHECKS, b"{}"), _ChecksPart, CHECKS, keys)
    checklist = _load(parts.get(CHECKLIST, b"{}"), _ChecklistPart, CHECKLIST, keys)
    dispatch = _load(parts.get(DISPATCH, b"{}"), _DispatchPart, DISPATCH, keys)
    known = {REPORT, PROJECT, PREVIOUS, LEDGER, PROMISES, IGNORES, MASKS, CHECKS, CHECKLIST}
    drafts = _load(parts.get(DRAFTS, b"{}"), _DraftsPart, DRAFTS, keys).drafts
    known.update((DISPATCH, DRAFTS, *(draft_member(d.id) for d in drafts)))
    known.update(entry.member for entry in index.sources)
    return Project(
        report=report,
        sources=tuple(SourceFile(e.name, parts[e.member]) for e in index.sources),
        previous=previous,
        ledger=ledger.figures,
        promises=promises.promises,
        checklist=checklist.items,
        last_checklist=checklist.last,
        answers=checklist.answers,
        profiles=checklist.profiles,
        ignores=ignores.ignores,
        masks=masks.masks,
        silent_rules=checks.silent_rules,
        pairings=checks.pairings,
        dispatch=dispatch.dispatch,
        deliveries=dispatch.deliveries,
        drafts=tuple(
            KeptDraft(d.id, d.time, d.label, parts[draft_member(d.id)], d.automatic) for d in drafts
        ),
        next_id=index.next_id,
        leftover=Leftover({n: data for n, data in parts.items() if n not in known}, keys),
    )


def _checklist(project: Project) -> _ChecklistPart | None:
    part = _ChecklistPart(
        project.checklist, project.last_checklist, project.answers, project.profiles
    )
    return part if part != _ChecklistPart() else None


def _tree(value: object, leftover: Leftover, place: str) -> Json:
    tree = msgspec.to_builtins(value)
    merge(tree, leftover.keys, place)
    return tree


def _load(data: bytes, kind: type[_T], place: str, keys: dict[str, dict[str, object]]) -> _T:
    raw = decode(data)
    with DECODING:
        value = msgspec.convert(raw, kind)
    for where, key, unknown in unknown_keys(raw, msgspec.to_builtins(value), place):
        keys.setdefault(where, {})[key] = unknown
    return value
