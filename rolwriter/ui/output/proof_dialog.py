"""After an export: what was written, measured and compared, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.sizes import fit


class ProofDialog(QDialog):
    """A list to read; ``folder`` is what the first button asks for."""

    def __init__(self, what: str, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("导出结果")
        self.folder_wanted = False
        words = PlainLabel(what, self)
        words.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAccessibleName("导出后的核对")
        self.list.addItems(list(lines))
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        folder = buttons.addButton("打开所在文件夹(&O)", role.ActionRole)
        close = buttons.addButton("关闭", role.RejectRole)
        close.setDefault(True)
        folder.clicked.connect(self._open_folder)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        close.setFocus()
        fit(self, 600, 380)

    def _open_folder(self) -> None:
        self.folder_wanted = True
        self.accept()
