"""Sizes that fit the screen at hand, however small or enlarged it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_EDGE = 72
"""Left free across and down for the window's own frame and the system's bars."""


def fit(widget: QWidget, width: int, height: int) -> None:
    """Give the widget that size, or as much of it as the screen has."""
    screen = widget.screen().availableGeometry()
    widget.resize(min(width, screen.width() - _EDGE), min(height, screen.height() - _EDGE))
