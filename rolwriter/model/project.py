"""The project: one report in the making and all that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rolwriter.model.checklist import FieldAnswer, ItemRecord
from rolwriter.model.dispatch import Delivery, Dispatch
from rolwriter.model.ignore import Ignore
from rolwriter.model.ledger import Figure
from rolwriter.model.mask import Mask
from rolwriter.model.pairing import Pairing
from rolwriter.model.promise import Promise
from rolwriter.model.report import Report


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read in, kept byte for byte inside the project."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A 稿次: the project as it stood at one moment, without its sources and drafts."""

    id: str
    """From its content: equal drafts have one."""
    time: str
    """Local time in ISO form; to be shown, never to decide by."""
    label: str
    data: bytes
    """A packed project (`storage.drafts`)."""
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Leftover:
    """What a later version of the program wrote and this one does not know.

    ``members`` are whole parts of the file by name, ``keys`` unknown JSON keys by
    the id of the object they stood in; both are written back as they were.
    """

    members: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    keys: Mapping[str, Mapping[str, object]] = field(
        default_factory=dict[str, Mapping[str, object]]
    )


@dataclass(frozen=True, slots=True)
class Project:
    """The one aggregate; a value: every change makes a new one."""

    report: Report = field(default_factory=Report)
    sources: tuple[SourceFile, ...] = ()
    """The files the report was read from, oldest first."""
    previous: Report | None = None
    """Last year's report as it was read; its ids are what `Origin.ref` names."""
    ledger: tuple[Figure, ...] = ()
    promises: tuple[Promise, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    """Findings the clerk left standing; those of another year are offered again."""
    masks: tuple[Mask, ...] = ()
    """What the public copy shows otherwise; the report itself keeps every word."""
    silent_rules: tuple[str, ...] = ()
    """Ids of the rules that are switched off in this project."""
    pairings: tuple[Pairing, ...] = ()
    checklist: tuple[ItemRecord, ...] = ()
    """What the clerk said of the checklist's items; items without a record have none."""
    last_checklist: tuple[ItemRecord, ...] = ()
    """What was said with a reason in last year's report: offered again, never in force."""
    answers: tuple[FieldAnswer, ...] = ()
    profiles: tuple[str, ...] = ()
    """What kind of organ reports: ids of the catalogue's profiles."""
    dispatch: Dispatch = field(default_factory=Dispatch)
    deliveries: tuple[Delivery, ...] = ()
    """Where the report was sent and published, oldest first."""
    drafts: tuple[KeptDraft, ...] = ()
    """Oldest first."""
    next_id: int = 1
    """The number of the next id; ids are never used twice."""
    leftover: Leftover = field(default_factory=Leftover)
