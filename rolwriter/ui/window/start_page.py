"""The first screen: three ways in, and the files worked on last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import (
    QCommandLinkButton,
    QLabel,
    QVBoxLayout,
)

from rolwriter.ui.kit.plain import plain_words
from rolwriter.ui.kit.sheet_area import SheetArea

_WIDTH = 640
_ICON = 28


class StartPage(SheetArea):
    """Buttons for the acts of the menu; recent files below."""

    chosen = Signal(str)
    """A recent file."""

    def __init__(self, ways: Mapping[str, QAction]) -> None:
        super().__init__(_WIDTH, above=48)
        self._column = QVBoxLayout(self.sheet)
        self._column.setContentsMargins(48, 40, 48, 40)
        self._column.setSpacing(8)
        self._add_title()
        self.buttons = [self._add_way(words, action) for words, action in ways.items()]
        self._recent_title = QLabel("最近的文件")
        self._column.addSpacing(16)
        self._column.addWidget(self._recent_title)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        self._column.addLayout(self._recent)
        self.setAccessibleName("开始")
        self.setFocusProxy(self.buttons[0])

    def show_recent(self, files: Sequence[str]) -> None:
        """List these files, latest first."""
        while self._recent.count():
            item = self._recent.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.deleteLater()
        self._recent_title.setVisible(bool(files))
        for name in files:
            link = QLabel(f'<a href="open">{_escaped(Path(name).name)}</a>')
            link.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByKeyboard
                | Qt.TextInteractionFlag.LinksAccessibleByMouse
            )
            link.setToolTip(plain_words(name))
            link.setAccessibleName(f"打开 {Path(name).name}")
            link.linkActivated.connect(partial(self._choose, name))
            self._recent.addWidget(link)

    def _choose(self, name: str, _link: str) -> None:
        self.chosen.emit(name)

    def _add_title(self) -> None:
        title = QLabel("法治政府建设年度报告")
        font = QFont(title.font())
        font.setPointSizeF(font.pointSizeF() * 1.6)
        title.setFont(font)
        self._column.addWidget(title)
        words = QLabel("从去年的报告开始最省事：章节、文字都会读进来，您在此基础上改。")
        words.setWordWrap(True)
        self._column.addWidget(words)
        self._column.addSpacing(16)

    def _add_way(self, words: str, action: QAction) -> QCommandLinkButton:
        button = QCommandLinkButton(words, action.statusTip())
        button.setIcon(action.icon())
        button.setIconSize(QSize(_ICON, _ICON))
        button.setAccessibleName(words)
        button.setAccessibleDescription(action.statusTip())
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setIcon(action.icon()))
        self._column.addWidget(button)
        return button


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
