"""Readers run in a process of their own: a hostile or broken file cannot harm the program."""

from __future__ import annotations

from rolwriter.readers.worker.child import worker_main
from rolwriter.readers.worker.failures import ReadingCancelledError
from rolwriter.readers.worker.parent import (
    draft_in_worker,
    inspect_in_worker,
    read_cells_in_worker,
    read_in_worker,
    read_slip_in_worker,
)

__all__ = [
    "ReadingCancelledError",
    "draft_in_worker",
    "inspect_in_worker",
    "read_cells_in_worker",
    "read_in_worker",
    "read_slip_in_worker",
    "worker_main",
]
