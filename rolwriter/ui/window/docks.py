"""The panels around the text: 检查清单, 问题, 去年同段, 数据台账."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from rolwriter.ui.kit.plain import PlainLabel


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel's name, its place, and what it says while it holds nothing."""

    name: str
    title: str
    number: int
    """The digit that opens it together with Alt."""
    area: Qt.DockWidgetArea
    empty: str
    open: bool = False


PANELS = (
    Panel("checklist", "检查清单", 1, Qt.DockWidgetArea.LeftDockWidgetArea, "", open=True),
    Panel(
        "problems",
        "问题",
        2,
        Qt.DockWidgetArea.BottomDockWidgetArea,
        "",
    ),
    Panel(
        "previous",
        "去年同段",
        3,
        Qt.DockWidgetArea.RightDockWidgetArea,
        "",
    ),
    Panel(
        "ledger",
        "数据台账",
        4,
        Qt.DockWidgetArea.BottomDockWidgetArea,
        "",
    ),
    Panel("carry", "沿用清单", 5, Qt.DockWidgetArea.BottomDockWidgetArea, ""),
    Panel("promises", "去年的承诺", 6, Qt.DockWidgetArea.BottomDockWidgetArea, ""),
)

_BEHIND_PROBLEMS = ("carry", "promises", "ledger")
"""Lists that share the place of 问题, a tab each."""


ROOMY = 700
"""Width of a window, in pixels, below which the text gets all of it at first."""
WIDTH = 264


class Docks:
    """Makes the panels' docks and shows them by name."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self.docks = {panel.name: self._dock(panel) for panel in PANELS}
        self.reset()

    def fill(self, name: str, content: QWidget) -> None:
        """Put a panel's content in its dock."""
        self.docks[name].setWidget(content)
        content.setMinimumWidth(160)

    def show(self, name: str) -> None:
        """Open the panel and go to it."""
        dock = self.docks[name]
        dock.show()
        dock.raise_()
        content = dock.widget()
        content.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hide_all(self) -> None:
        """No panels: the start page stands alone."""
        for dock in self.docks.values():
            dock.hide()

    def reset(self) -> None:
        """The panels where they belong, open as at the first start."""
        for panel in PANELS:
            dock = self.docks[panel.name]
            dock.setFloating(False)
            self._window.addDockWidget(panel.area, dock)
            dock.setVisible(panel.open and self._window.width() >= ROOMY)
        for name in _BEHIND_PROBLEMS:
            self._window.tabifyDockWidget(self.docks["problems"], self.docks[name])
        self._window.resizeDocks([self.docks["checklist"]], [WIDTH], Qt.Orientation.Horizontal)

    def _dock(self, panel: Panel) -> QDockWidget:
        dock = QDockWidget(panel.title, self._window)
        dock.setObjectName(f"dock_{panel.name}")
        dock.setAccessibleName(panel.title)
        if panel.empty:
            dock.setWidget(_EmptyState(panel.empty))
        return dock


class _EmptyState(QWidget):
    """Says what will stand here; it can be reached from the keyboard and read aloud."""

    def __init__(self, words: str) -> None:
        super().__init__()
        label = PlainLabel(words, self)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words)
