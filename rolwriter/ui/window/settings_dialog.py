"""设置: what is unusual or too long, the office's own catalogue folder, its house rules."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.settings import Settings
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.model.errors import RolwriterError
from rolwriter.ui.kit.messages import Messages
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.sizes import fit
from rolwriter.ui.window.deadline_fields import DeadlineFields
from rolwriter.ui.window.house_fields import HouseFields


class SettingsDialog(QDialog):
    """A folder is tried before it is taken."""

    def __init__(
        self, settings: Settings, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("设置")
        self._messages = messages
        self.jump = QSpinBox(self)
        self.jump.setRange(5, 500)
        self.jump.setSuffix("%")
        self.jump.setValue(settings.jump_percent)
        self.jump.setAccessibleName("与去年相差多少算异常")
        self.hint = _words(settings.words_hint, "正文超过多少字给建议", self)
        self.limit = _words(settings.words_limit, "正文超过多少字给提醒", self)
        self.hint.valueChanged.connect(self.limit.setMinimum)
        self.limit.setMinimum(self.hint.value())
        self.folder = QLineEdit(settings.catalogue_folder, self)
        self.folder.setAccessibleName("本单位的资料夹")
        self.folder.setMinimumWidth(320)
        choose = QPushButton("选择(&B)…", self)
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        self.deadlines = DeadlineFields(settings, self)
        self.house = HouseFields(settings.house, self)
        note = PlainLabel(
            "资料夹里可放本地的检查事项、填报项和句式，写法见帮助“本单位的资料夹”；不用请留空。",
            self,
        )
        note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton("确定", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        fields = QWidget(self)
        form = QFormLayout(fields)
        form.setContentsMargins(24, 24, 24, 16)
        form.setSpacing(12)
        form.addRow("与去年相差多少算异常(&J)", self.jump)
        form.addRow("正文超过多少字给建议(&H)", self.hint)
        form.addRow("正文超过多少字给提醒(&W)", self.limit)
        label = PlainLabel("本单位的资料夹(&F)", self)
        label.setBuddy(self.folder)
        form.addRow(label, row)
        form.addRow(note)
        self.deadlines.add_to(form)
        self.house.add_to(form)
        self._lay_out(fields, buttons)

    @property
    def catalogue_folder(self) -> str:
        """The folder typed; empty for none."""
        return self.folder.text().strip()

    def chosen(self, settings: Settings) -> Settings:
        """The settings with what stands in the dialog."""
        return replace(
            self.deadlines.chosen(settings),
            jump_percent=self.jump.value(),
            words_hint=self.hint.value(),
            words_limit=self.limit.value(),
            catalogue_folder=self.catalogue_folder,
            house=self.house.chosen,
        )

    def accept(self) -> None:
        """Take the settings; a folder that is broken is named with its place and stays untaken."""
        if self.catalogue_folder:
            try:
                load_catalogue(Path(self.catalogue_folder))
            except RolwriterError as error:
                self._messages.tell(error)
                return
        super().accept()

    def _lay_out(self, fields: QWidget, buttons: QDialogButtonBox) -> None:
        """The fields scroll where the screen is small or the type large; the buttons stay."""
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(fields)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons.setContentsMargins(24, 0, 24, 16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        wanted = fields.sizeHint()
        fit(self, wanted.width() + 32, wanted.height() + buttons.sizeHint().height() + 24)

    def _choose(self) -> None:
        folder = self._messages.folder_to_use("本单位的资料夹", self.catalogue_folder)
        if folder is not None:
            self.folder.setText(str(folder))


def _words(value: int, name: str, parent: QWidget) -> QSpinBox:
    box = QSpinBox(parent)
    box.setRange(500, 50_000)
    box.setSingleStep(500)
    box.setSuffix("字")
    box.setValue(value)
    box.setAccessibleName(name)
    return box
