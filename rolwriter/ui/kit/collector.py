"""Python's garbage is collected on the window's thread alone.

The collector runs on whichever thread happens to allocate; on another one it would
delete Qt objects in the middle of the window's work and end the process.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 2_000
"""Milliseconds between two looks; a look that finds little to do costs microseconds."""


class Collector(QObject):
    """Takes the automatic collector's place as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the generations whose thresholds are passed, oldest first."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
