"""The one door for messages: what happened, what it means for you, what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QWidget

from rolwriter.model.errors import PlaceError, RolwriterError
from rolwriter.storage.named import check_name
from rolwriter.text.file_names import mended

_ROLES = {
    "do": QMessageBox.ButtonRole.AcceptRole,
    "drop": QMessageBox.ButtonRole.DestructiveRole,
    "back": QMessageBox.ButtonRole.RejectRole,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its words, and whether it does the act, drops something or goes back."""

    text: str
    kind: str = "do"


class Messages:
    """Speaks to the clerk above the window; tests put a silent one in its place."""

    def __init__(self, parent: QWidget | None) -> None:
        self._parent = parent

    def tell(self, error: RolwriterError) -> None:
        """Say what went wrong and what to do."""
        text = f"{error.consequence}\n\n{error.remedy}"
        self._box(QMessageBox.Icon.Warning, error.what, text, [Choice("知道了")]).exec()

    def offer(self, error: RolwriterError, choices: Sequence[Choice]) -> int:
        """Say what went wrong and what can be done at once; the number of the button."""
        text = f"{error.consequence}\n\n{error.remedy}"
        return self._ask(QMessageBox.Icon.Warning, error.what, text, choices)

    def inform(self, what: str, consequence: str, choices: Sequence[Choice]) -> int:
        """Say what was done; the answer is the number of the button, the last for Esc."""
        return self._ask(QMessageBox.Icon.Information, what, consequence, choices)

    def ask(self, what: str, consequence: str, choices: Sequence[Choice]) -> int:
        """Ask; the answer is the number of the button, the last one for Esc."""
        return self._ask(QMessageBox.Icon.Question, what, consequence, choices)

    def file_to_open(self, title: str, folder: str, kinds: str) -> Path | None:
        """A file the clerk picks; ``kinds`` as Qt writes filters."""
        name, _ = QFileDialog.getOpenFileName(self._parent, title, folder, kinds)
        return Path(name) if name else None

    def files_to_open(self, title: str, folder: str, kinds: str) -> list[Path]:
        """Files the clerk picks; empty when none."""
        names, _ = QFileDialog.getOpenFileNames(self._parent, title, folder, kinds)
        return [Path(name) for name in names]

    def folder_to_use(self, title: str, folder: str) -> Path | None:
        """A folder the clerk picks."""
        name = QFileDialog.getExistingDirectory(self._parent, title, folder)
        return Path(name) if name else None

    def file_to_save(self, title: str, suggested: str, kinds: str, suffix: str) -> Path | None:
        """A place the clerk picks; where none was typed the ending of the kind chosen is added.

        A name that some system forbids is told, and the dialog comes again with a mended one.
        """
        while True:
            path = self._pick(title, suggested, kinds, suffix)
            if path is None:
                return None
            try:
                check_name(path)
            except PlaceError as error:
                self.tell(error)
                suggested = str(path.with_name(mended(path.name)))
            else:
                return path

    def _pick(self, title: str, suggested: str, kinds: str, suffix: str) -> Path | None:
        dialog = QFileDialog(self._parent, title, suggested, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.filterSelected.connect(partial(_take_ending, dialog))
        dialog.selectFile(Path(suggested).name)
        if not dialog.exec():
            return None
        return Path(dialog.selectedFiles()[0])

    def _ask(
        self, icon: QMessageBox.Icon, what: str, consequence: str, choices: Sequence[Choice]
    ) -> int:
        box = self._box(icon, what, consequence, choices)
        box.exec()
        pressed = box.clickedButton()
        texts = [choice.text for choice in choices]
        return texts.index(pressed.text()) if pressed else len(choices) - 1

    def _box(
        self, icon: QMessageBox.Icon, what: str, text: str, choices: Sequence[Choice]
    ) -> QMessageBox:
        box = QMessageBox(self._parent)
        box.setIcon(icon)
        box.setWindowTitle("法治政府建设年度报告起草助手")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(what)
        _inform_plainly(box, text)
        for number, choice in enumerate(choices):
            button = box.addButton(choice.text, _ROLES[choice.kind])
            if number == 0:
                box.setDefaultButton(button)
            if number == len(choices) - 1:
                box.setEscapeButton(button)
        return box


def _inform_plainly(box: QMessageBox, text: str) -> None:
    """The second text as words too: its label, which takes markup, is made by any first text."""
    box.setInformativeText(" ")
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(text)


def _take_ending(dialog: QFileDialog, kind: str) -> None:
    """Give the name the ending of the kind chosen: Word 文档 (*.docx)."""
    found = re.search(r"\*\.(\w+)", kind)
    if found is None:
        return
    dialog.setDefaultSuffix(found[1])
    chosen = dialog.selectedFiles()
    if chosen:
        dialog.selectFile(Path(chosen[0]).with_suffix(f".{found[1]}").name)
