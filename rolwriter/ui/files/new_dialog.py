"""新建: the year and the organ, all that a new report needs to begin."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from rolwriter.app.skeleton import FIRST_YEAR, LAST_YEAR
from rolwriter.text.sanitize import writable
from rolwriter.ui.kit.plain import PlainLabel


class NewDialog(QDialog):
    """Asks for 报告年度 and 发文机关."""

    def __init__(self, year: int, authority: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("新建报告")
        self._year = QSpinBox(self)
        self._year.setRange(FIRST_YEAR, LAST_YEAR)
        self._year.setValue(year)
        self._year.setSuffix("年")
        self._year.setAccessibleName("报告年度")
        self._authority = QLineEdit(authority, self)
        self._authority.setMinimumWidth(320)
        self._authority.setAccessibleName("发文机关全称")
        words = PlainLabel("将按法定的四项内容建立四章，写了的文字随时可以调整。", self)
        words.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._create = self._buttons.addButton("新建", QDialogButtonBox.ButtonRole.AcceptRole)
        form = QFormLayout(self)
        form.setContentsMargins(24, 24, 24, 16)
        form.setSpacing(12)
        form.addRow(words)
        form.addRow("报告年度(&Y)", self._year)
        form.addRow("发文机关全称(&A)", self._authority)
        form.addRow(self._buttons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._authority.textChanged.connect(self._check)
        self._authority.setFocus()
        self._check()

    @property
    def year(self) -> int:
        """The year reported on."""
        return self._year.value()

    @property
    def authority(self) -> str:
        """The organ's full name."""
        return writable(self._authority.text()).strip()

    def _check(self) -> None:
        self._create.setEnabled(bool(self.authority))
        self._create.setToolTip("" if self.authority else "请先填写发文机关全称")
