"""Two 科室, two values: the clerk says which one counts."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.ledger.merge import said_words
from rolwriter.model.ledger import Figure, Offer
from rolwriter.ui.kit.plain import PlainLabel


class SettleDialog(QDialog):
    """Offers the values; none is chosen beforehand."""

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("确定数值")
        self._offers = figure.offers
        words = PlainLabel(f"“{figure.name}”（单位：{figure.unit or '无'}）报来的数不一致：", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(words)
        self.group = QButtonGroup(self)
        for number, offer in enumerate(figure.offers):
            evidence = f"，佐证：{offer.evidence}" if offer.evidence else ""
            button = QRadioButton(f"&{number + 1}. {said_words(offer)}{evidence}", self)
            self.group.addButton(button, number)
            column.addWidget(button)
        note = PlainLabel("选定后写入台账，正文里关联的地方一起更新；其余的数不再保留。", self)
        note.setWordWrap(True)
        column.addWidget(note)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._take = buttons.addButton("按所选的数确定", QDialogButtonBox.ButtonRole.AcceptRole)
        self._take.setEnabled(False)
        self.group.idClicked.connect(self._on_chosen)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    @property
    def offer(self) -> Offer | None:
        """The value chosen; None while none is."""
        number = self.group.checkedId()
        return self._offers[number] if number >= 0 else None

    def _on_chosen(self) -> None:
        self._take.setEnabled(True)
