"""忽略: why a finding may stand. The reason is kept and offered again next year."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rolwriter.text.sanitize import writable
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.sizes import fit
from rolwriter.ui.problems.rows import ProblemRow

USUAL_PUBLIC = ("依法应当公开", "已经本人同意公开", "公开的办公电话或地址", "上级已经公开")
USUAL = ("引用原文，不作改动", "本单位的固定写法", "已与承办科室核对，情况属实", "不适用于本报告")


class LeaveDialog(QDialog):
    """Asks the reason; without one nothing is left."""

    def __init__(self, row: ProblemRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        act = "保留" if row.private else "忽略"
        self.setWindowTitle(f"{act}这一处")
        fit(self, 480, 260)
        words = PlainLabel(f"{row.place}：{row.finding.message}", self)
        words.setWordWrap(True)
        shown = "公开稿也照原文写，今年" if row.private else "今年"
        note = PlainLabel(f"{shown}不再提示这一处。理由随报告保存，明年会再给您看。", self)
        note.setWordWrap(True)
        label = PlainLabel("理由(&R)：", self)
        self.reason = QComboBox(self)
        self.reason.setEditable(True)
        self.reason.setAccessibleName(f"{act}的理由")
        label.setBuddy(self.reason)
        if row.earlier is not None:
            self.reason.addItem(row.earlier.reason)
            note.setText(f"{row.earlier.year}年{act}过，当时的理由已填好；仍然适用就按“{act}”。")
        usual = USUAL_PUBLIC if row.private else USUAL
        self.reason.addItems([words for words in usual if not self._has(words)])
        if row.earlier is None:
            self.reason.setCurrentIndex(-1)
            self.reason.setEditText("")
        buttons = QDialogButtonBox(self)
        self.accept_button: QPushButton = buttons.addButton(
            act, QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.reason.editTextChanged.connect(self._on_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for widget in (words, label, self.reason, note):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(buttons)
        self.reason.setFocus()
        self._on_typed()

    @property
    def words(self) -> str:
        """The reason."""
        return writable(self.reason.currentText()).strip()

    def _has(self, words: str) -> bool:
        return self.reason.findText(words) >= 0

    def _on_typed(self) -> None:
        self.accept_button.setEnabled(bool(self.words))
        self.accept_button.setToolTip("" if self.words else "先写理由")
