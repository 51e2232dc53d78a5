"""A line under the text that asks about a broken link, and never takes the cursor."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class LinkBar(QFrame):
    """Says which linked number was typed over and offers three answers."""

    take_wanted = Signal()
    restore_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.take = QPushButton("改台账(&G)", self)
        self.restore = QPushButton("恢复原数(&B)", self)
        self.leave = QPushButton("不再关联(&X)", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.addWidget(self.words, 1)
        for button, signal in (
            (self.take, self.take_wanted),
            (self.restore, self.restore_wanted),
            (self.leave, self.leave_wanted),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
            row.addWidget(button)
        self.hide()

    def ask(self, name: str, was: str, now: str) -> None:
        """Show the question."""
        words = f"! “{name}”原来与台账关联（{was}），现在写的是“{now}”。"
        self.words.setText(words)
        self.setAccessibleName(words)
        self.take.setToolTip(f"台账改为{now}，正文里其他用到的地方一起更新")
        self.restore.setToolTip(f"把“{now}”改回“{was}”，继续与台账关联")
        self.leave.setToolTip("这一处只是普通文字，台账不变")
        self.show()
