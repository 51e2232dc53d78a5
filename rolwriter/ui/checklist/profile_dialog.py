"""单位情况: what kind of organ reports, which hides and adds items."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.ui.kit.plain import PlainLabel, plain_words


class ProfileDialog(QDialog):
    """One choice of each group."""

    def __init__(
        self, catalogue: Catalogue, profiles: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("单位情况")
        chosen = {profile.id for profile in catalogue.chosen(profiles)}
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        words = PlainLabel(
            "按本单位的情况选择，检查清单和填报项随之增减；已写的文字不会改动。", self
        )
        words.setWordWrap(True)
        column.addWidget(words)
        self._groups: dict[str, QButtonGroup] = {}
        self.buttons: dict[str, QRadioButton] = {}
        boxes: dict[str, QVBoxLayout] = {}
        for profile in catalogue.profiles.values():
            if profile.group not in boxes:
                box = QGroupBox(profile.group, self)
                boxes[profile.group] = QVBoxLayout(box)
                self._groups[profile.group] = QButtonGroup(self)
                column.addWidget(box)
            button = QRadioButton(profile.title, self)
            button.setToolTip(plain_words(profile.hint))
            button.setAccessibleDescription(profile.hint)
            button.setChecked(profile.id in chosen)
            self._groups[profile.group].addButton(button)
            boxes[profile.group].addWidget(button)
            self.buttons[profile.id] = button
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton("确定", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    @property
    def profiles(self) -> tuple[str, ...]:
        """The ids chosen."""
        return tuple(name for name, button in self.buttons.items() if button.isChecked())
