"""公开稿中遮盖: how private words read in the public copy; the report keeps them."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rolwriter.text.sanitize import writable
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.sizes import fit


class MaskDialog(QDialog):
    """Asks for other words; as long as they still hold the private ones nothing is taken."""

    def __init__(self, private: str, public: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._private = private
        self.setWindowTitle("公开稿中遮盖")
        fit(self, 480, 220)
        label = PlainLabel(f"“{private.replace('&', '&&')}”在公开稿中写作(&P)：", self)
        label.setWordWrap(True)
        self.public = QLineEdit(public, self)
        self.public.setAccessibleName("公开稿中的写法")
        label.setBuddy(self.public)
        note = PlainLabel("报告不变；公开稿里这几个字无论在哪一处都照此写。留空就是删去。", self)
        note.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.accept_button: QPushButton = buttons.addButton(
            "遮盖", QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.public.textChanged.connect(self._on_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for widget in (label, self.public, note):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(buttons)
        self.public.selectAll()
        self._on_typed()

    @property
    def words(self) -> str:
        """What the public copy shows."""
        return writable(self.public.text()).strip()

    def _on_typed(self) -> None:
        hidden = self._private not in self.words
        self.accept_button.setEnabled(hidden)
        self.accept_button.setToolTip("" if hidden else "这样写没有遮住原来的文字")
