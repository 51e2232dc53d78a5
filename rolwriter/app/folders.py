"""Where the program keeps its own files; the only place that asks appdirs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import appdirs

_NAME = "rolwriter"


def config_folder() -> Path:
    """The user's settings; made when first written to."""
    return Path(_folder(appdirs.user_config_dir))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]


def state_folder() -> Path:
    """Logs and recovery files: on this machine, never on a share."""
    return Path(_folder(appdirs.user_data_dir))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]


def _folder(ask: Callable[..., str]) -> str:
    return ask(_NAME, appauthor=False, roaming=False)
