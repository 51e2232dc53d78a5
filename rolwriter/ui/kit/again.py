"""A place that does not take a file: try again, take another place, or leave it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from rolwriter.model.errors import PlaceError, RolwriterError
from rolwriter.ui.kit.messages import Choice, Messages

_WAYS = (Choice("重试"), Choice("另存为…"), Choice("取消", "back"))


class Again(Enum):
    """What the clerk wants after a refusal."""

    RETRY = auto()
    ELSEWHERE = auto()
    LEAVE = auto()


def ask_again(error: RolwriterError, messages: Messages) -> Again:
    """Tell why the place refuses, and ask."""
    return tuple(Again)[messages.offer(error, _WAYS)]


def after(error: RolwriterError, messages: Messages) -> Again:
    """The same for what may be no matter of its place: then it is only told."""
    if isinstance(error, PlaceError):
        return ask_again(error, messages)
    messages.tell(error)
    return Again.LEAVE


def write_somewhere(
    messages: Messages,
    ask: Callable[[], Path | None],
    write: Callable[[Path], object],
) -> Path | None:
    """Write where the clerk says, as long as places refuse; the place, None when given up."""
    path = ask()
    while path is not None:
        try:
            write(path)
        except RolwriterError as error:
            match after(error, messages):
                case Again.RETRY:
                    pass
                case Again.ELSEWHERE:
                    path = ask()
                case Again.LEAVE:
                    path = None
        else:
            return path
    return None
