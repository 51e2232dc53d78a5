"""What the clerk said of the checklist's items, and answers that are no figures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ItemState(StrEnum):
    """How far an item has come: 未开始 已写未完 完成 不适用 待他人提供 本年度未发生."""

    TODO = "todo"
    DRAFT = "draft"
    DONE = "done"
    NOT_APPLICABLE = "not-applicable"
    WAITING = "waiting"
    NOT_HAPPENED = "not-happened"

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do."""
        return self in {ItemState.DONE, ItemState.NOT_APPLICABLE, ItemState.NOT_HAPPENED}


STATE_NAMES = {
    ItemState.TODO: "未开始",
    ItemState.DRAFT: "已写未完",
    ItemState.DONE: "完成",
    ItemState.NOT_APPLICABLE: "不适用",
    ItemState.WAITING: "待他人提供",
    ItemState.NOT_HAPPENED: "本年度未发生",
}
STATE_SIGNS = {
    ItemState.TODO: "○",
    ItemState.DRAFT: "◐",
    ItemState.DONE: "✓",
    ItemState.NOT_APPLICABLE: "—",
    ItemState.WAITING: "…",
    ItemState.NOT_HAPPENED: "╱",
}


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """What the clerk said of one item; items without a record are judged by the text alone."""

    id: str
    """The catalogue's item."""
    state: ItemState
    reason: str = ""
    """Why it does not apply; whom it waits for."""
    paragraph: str = ""
    """Id of the paragraph it is written in; empty: where the text shows it."""


@dataclass(frozen=True, slots=True)
class FieldAnswer:
    """What was filled into a field that is no number; numbers stand in the ledger."""

    id: str
    """The catalogue's field."""
    text: str = ""
    """Words, a choice, or a date as yyyy-mm-dd."""
    none: bool = False
    """本年度未发生."""
