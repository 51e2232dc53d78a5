"""Before a copy goes out: what of last year's text nobody has looked at yet."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextEdit, QVBoxLayout, QWidget

from rolwriter.ui.sizes import fit


class FinalChoice(Enum):
    """What the clerk decided."""

    SETTLE = auto()
    EXPORT = auto()
    CANCEL = auto()


class FinalCopyDialog(QDialog):
    """Lists what is left; closing it any other way exports nothing."""

    def __init__(self, left: int, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = FinalChoice.CANCEL
        self.setWindowTitle("导出前请看")
        fit(self, 640, 480)
        words = QLabel(
            f"还有{left}处去年的内容没有核对。现在导出，去年的年份、数字和说法可能原样发出去。",
            self,
        )
        words.setWordWrap(True)
        self.list = QTextEdit(self)
        self.list.setAcceptRichText(False)
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setPlainText("\n".join(lines))
        self.list.setAccessibleName("还没有核对的内容")
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        settle = buttons.addButton("去处理", role.AcceptRole)
        anyway = buttons.addButton("仍要导出", role.DestructiveRole)
        cancel = buttons.addButton("取消", role.RejectRole)
        settle.setDefault(True)
        settle.clicked.connect(lambda: self._choose(FinalChoice.SETTLE))
        anyway.clicked.connect(lambda: self._choose(FinalChoice.EXPORT))
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        settle.setFocus()

    def _choose(self, choice: FinalChoice) -> None:
        self.choice = choice
        self.accept()
