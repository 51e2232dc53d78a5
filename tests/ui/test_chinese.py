from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from rolwriter.ui.kit.chinese import speak_chinese


@pytest.fixture(autouse=True)
def _own_locale() -> Iterator[None]:
    """Other tests keep theirs: it decides which glyphs a font sets."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


def is_chinese(words: str) -> bool:
    without_key = re.sub(r"\(&\w\)", "", words)
    return not re.search("[A-Za-z]", without_key)


def test_every_word_of_qts_file_dialog_is_chinese(qtbot: QtBot, qapp: QApplication) -> None:
    assert speak_chinese(qapp)
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    words += [button.text() + button.toolTip() for button in dialog.findChildren(QAbstractButton)]
    model = dialog.findChild(QTreeView).model()
    words += [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(4)]
    assert [word for word in words if word and not is_chinese(word)] == []
    assert qapp.translate("QAbstractFileIconProvider", "Folder") == "文件夹"


def test_standard_buttons_are_chinese_and_other_words_stay(
    qtbot: QtBot, qapp: QApplication
) -> None:
    speak_chinese(qapp)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "取消"
    assert qapp.translate("rolwriter", "no such word") == "no such word"
