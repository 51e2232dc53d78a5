"""The 视图 menu: size of the text, light or dark, and the layout of the window."""

from __future__ import annotations

import base64
import binascii
from dataclasses import replace

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QMainWindow

from rolwriter.ui.chapters.workspace import Workspace
from rolwriter.ui.kit.memory import Memory
from rolwriter.ui.kit.sizes import fit
from rolwriter.ui.kit.theme import Appearance, window_palette
from rolwriter.ui.window.docks import Docks

ZOOM_MIN, ZOOM_MAX, ZOOM_STEP = 100, 300, 25
_STATE_VERSION = 3
"""Raised when panels change, so that a layout stored by another version is not used."""
_DEFAULT_SIZE = (1280, 820)


class View:
    """Shows the remembered layout and keeps it."""

    def __init__(
        self, window: QMainWindow, workspace: Workspace, docks: Docks, memory: Memory
    ) -> None:
        self._window = window
        self._workspace = workspace
        self._docks = docks
        self._memory = memory
        self._system = QPalette(QGuiApplication.palette())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.colour)

    @property
    def zoom(self) -> int:
        """Percent of the size on paper."""
        return self._memory.settings.text_zoom

    def set_zoom(self, percent: int) -> None:
        """Draw the text at that size, 100 to 300 %."""
        percent = max(ZOOM_MIN, min(ZOOM_MAX, percent))
        self._memory.keep(replace(self._memory.settings, text_zoom=percent))
        self._workspace.set_zoom(percent)

    @property
    def appearance(self) -> Appearance:
        """Light, dark, or as the system has it."""
        stored = self._memory.settings.appearance
        return Appearance(stored) if stored in tuple(Appearance) else Appearance.SYSTEM

    def set_appearance(self, appearance: Appearance) -> None:
        """Show the window light or dark from now on."""
        self._memory.keep(replace(self._memory.settings, appearance=appearance.value))
        self.colour()

    def colour(self) -> None:
        """Give the window the palette that is due."""
        QApplication.setPalette(window_palette(self.appearance, self._system))

    def restore_window(self) -> None:
        """The size and place the window had; a sound one when that no longer fits."""
        fit(self._window, *_DEFAULT_SIZE)
        self._window.restoreGeometry(_bytes_of(self._memory.settings.window_geometry))

    def restore_panels(self) -> None:
        """The panels as they were left."""
        self._docks.reset()
        self._window.restoreState(_bytes_of(self._memory.settings.window_state), _STATE_VERSION)

    def keep(self, *, with_panels: bool) -> None:
        """Remember the layout for the next start; panels only where they were in use."""
        settings = replace(
            self._memory.settings, window_geometry=_text_of(self._window.saveGeometry())
        )
        if with_panels:
            state = _text_of(self._window.saveState(_STATE_VERSION))
            settings = replace(settings, window_state=state)
        self._memory.keep(settings)

    def reset(self) -> None:
        """恢复默认布局: the window and its panels as at the first start."""
        self._window.showNormal()
        fit(self._window, *_DEFAULT_SIZE)
        self._docks.reset()


def _text_of(data: QByteArray) -> str:
    return base64.b64encode(data.data()).decode("ascii")


def _bytes_of(text: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError):
        return QByteArray()
