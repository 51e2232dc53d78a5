"""One record of 报送, 保密审查 or 公开: when, to whom, at which address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from rolwriter.model.dispatch import Delivery, DeliveryKind
from rolwriter.model.errors import RolwriterError
from rolwriter.ui.kit.messages import Messages
from rolwriter.ui.kit.plain import PlainLabel

_RECEIVER = {
    DeliveryKind.SUBMITTED: "报送给(&T)",
    DeliveryKind.REVIEWED: "审查机构或人员(&T)",
    DeliveryKind.PUBLISHED: "网站和栏目(&T)",
}


class DeliveryDialog(QDialog):
    """``take`` is given the record and raises RolwriterError when it cannot be kept."""

    def __init__(
        self,
        delivery: Delivery,
        receivers: Sequence[str],
        messages: Messages,
        take: Callable[[Delivery], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"记录{delivery.kind.label}")
        self._id, self._kind = delivery.id, delivery.kind
        self._messages, self._take = messages, take
        self.day = QDateEdit(QDate(delivery.day.year, delivery.day.month, delivery.day.day), self)
        self.day.setDisplayFormat("yyyy年M月d日")
        self.day.setCalendarPopup(True)
        self.receiver = QComboBox(self)
        self.receiver.setEditable(True)
        self.receiver.addItems(list(receivers))
        self.receiver.setCurrentText(delivery.receiver)
        self.receiver.setMinimumWidth(360)
        self.address = QLineEdit(delivery.address, self)
        self.remark = QLineEdit(delivery.remark, self)
        form = QFormLayout(self)
        form.setContentsMargins(24, 24, 24, 16)
        form.setSpacing(12)
        rows: list[tuple[str, QWidget]] = [
            ("日期(&D)", self.day),
            (_RECEIVER[delivery.kind], self.receiver),
        ]
        if delivery.kind is DeliveryKind.PUBLISHED:
            rows.append(("网址(&A)", self.address))
        else:
            self.address.hide()
        for words, field in (*rows, ("备注(&R)", self.remark)):
            label = PlainLabel(words, self)
            label.setBuddy(field)
            field.setAccessibleName(words.partition("(")[0])
            form.addRow(label, field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton("确定", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    @property
    def delivery(self) -> Delivery:
        """The record as the fields stand."""
        day = self.day.date()
        return Delivery(
            self._id,
            self._kind,
            date(day.year(), day.month(), day.day()),
            self.receiver.currentText(),
            self.address.text(),
            self.remark.text(),
        )

    def accept(self) -> None:
        """Keep the record; what cannot be kept is told and stays in the fields."""
        try:
            self._take(self.delivery)
        except RolwriterError as error:
            self._messages.tell(error)
            return
        super().accept()
