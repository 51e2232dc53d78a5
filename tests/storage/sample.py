"""The made-up project that stands in tests/data/formats once for every format version.

``python -m tests.storage.sample`` writes the file of today's version; run it once, when
the version is raised, and never again: a stored sample is not to be changed.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from rolwriter.model.checklist import FieldAnswer, ItemRecord, ItemState
from rolwriter.model.ignore import Ignore
from rolwriter.model.ledger import Figure, FigureState, Offer
from rolwriter.model.pairing import Pairing
from rolwriter.model.project import KeptDraft, Leftover, Project, SourceFile
from rolwriter.model.promise import Answer, Promise, PromiseKind
from rolwriter.model.report import (
    Carry,
    Origin,
    OriginKind,
    Paragraph,
    Part,
    PartKind,
    Report,
    Role,
)
from rolwriter.storage.codec import to_parts
from rolwriter.storage.container import FORMAT, pack

FOLDER = Path(__file__).resolve().parents[1] / "data" / "formats"
PREVIOUS = Report(
    (Part("c1", PartKind.CHAPTER, (Paragraph("p2", "开会二次。"),), Role.WORK),), 2024, "某局"
)
SAMPLE = Project(
    report=Report(
        (
            Part("c3", PartKind.TITLE, (Paragraph("p4", "某局2025年法治政府建设情况的报告"),)),
            Part(
                "c5",
                PartKind.CHAPTER,
                (
                    Paragraph("p6", "一、成效", 1),
                    Paragraph(
                        "p7", "开会三次。", 0, Carry.UNREAD, Origin(OriginKind.PREVIOUS, "p2")
                    ),
                ),
                Role.WORK,
            ),
            Part("c8", PartKind.UNPLACED, (Paragraph("p9", "归不进去的一句𠮷。"),)),
        ),
        2025,
        "某局",
    ),
    sources=(SourceFile("去年.docx", b"PK\x03\x04 as it was"), SourceFile("二.txt", b"words")),
    previous=PREVIOUS,
    ledger=(
        Figure("f10", "会议", "次", Decimal(3), previous=Decimal(2), state=FigureState.REPORTED),
        Figure("f11", "案件", "件", offers=(Offer("法规科", Decimal("0.5"), "约", "台账"),)),
    ),
    promises=(Promise("q12", PromiseKind.PLAN, "多开会。", "p2", Answer.DONE, "p7"),),
    ignores=(Ignore("P05", "p7", "三次", "引用原文", 2025),),
    silent_rules=("W01",),
    pairings=(Pairing("p9", "p7"),),
    checklist=(ItemRecord("W1", ItemState.DONE, "", "p7"),),
    last_checklist=(ItemRecord("W2", ItemState.NOT_APPLICABLE, "没有这项职责"),),
    answers=(FieldAnswer("meetings", "3"),),
    profiles=("county",),
    next_id=13,
    leftover=Leftover(
        {"later/thing.bin": b"\x00\x01"}, {"report.json.parts#p7": {"colour": {"deep": [1, 2]}}}
    ),
)


def sample(version: int) -> Project:
    """What the file of that version holds."""
    draft = KeptDraft("0123456789ab", "2025-12-01 09:30", "手工存稿", b"PK\x03\x04 as it was", True)
    return replace(SAMPLE, drafts=(draft,)) if version > 1 else SAMPLE


def sample_path(version: int) -> Path:
    """Where the file of that version stands."""
    return FOLDER / f"format-{version}.rolw"


if __name__ == "__main__":
    with sample_path(FORMAT).open("xb") as file:
        file.write(pack(to_parts(sample(FORMAT))))
