"""A line under the text that asks about a broken link, and never takes the cursor."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from rolwriter.ui.kit.plain import PlainLabel, plain_words


class LinkBar(QFrame):
    """Says which linked number was typed over and offers three answers."""

    take_wanted = Signal()
    restore_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel("", self)
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

    def ask(self, name: str, was: str, now: str, *, can_take: bool = True) -> None:
        """Show the question; ``now`` is empty where the number was deleted.

        ``can_take`` is false where what stands there is no number with a unit.
        """
        stands = f"现在写的是“{now}”" if now else "现在已删去"
        words = f"! “{name}”原来与台账关联（{was}），{stands}。"
        self.words.setText(words)
        self.setAccessibleName(words)
        self.take.setVisible(can_take)
        self.take.setToolTip(plain_words(f"台账改为{now}，正文里其他用到的地方一起更新"))
        self.restore.setToolTip(plain_words(f"在这里写回“{was}”，继续与台账关联"))
        self.leave.setToolTip("正文就照现在这样，台账不变")
        self.show()
