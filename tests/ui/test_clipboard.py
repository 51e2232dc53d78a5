"""Last year's report copied from a page or a document and read like a file."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from rolwriter.app.documents import PASTED
from rolwriter.model.project import Project
from rolwriter.model.report import Role
from rolwriter.ui.imports.preview import ImportPreview
from rolwriter.ui.main_window import MainWindow

TEXT = "某局关于2024年法治政府建设情况的报告\n一、主要成效\n开会3次。\n二、存在的不足\n人少。"


def test_copied_text_is_recognised_shown_and_kept_whole(
    qtbot: QtBot, open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    def accept(preview: ImportPreview) -> int:
        preview.keep.setChecked(True)
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(ImportPreview, "exec", accept)
    window = open_window()
    QGuiApplication.clipboard().setText(TEXT)
    window.files.import_clipboard()
    qtbot.waitUntil(lambda: window.has_report, timeout=20000)
    project = window.session.project
    assert project.report.lines == TEXT.splitlines()
    assert [part.role for part in project.report.chapters] == [Role.WORK, Role.SHORTCOMING]
    assert [source.name for source in project.sources] == [PASTED]


def test_a_clipboard_without_text_says_what_to_do(
    window: MainWindow, qtbot: QtBot, project: Project
) -> None:
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(window.files.notice) as said:
        window.files.import_clipboard()
    assert "剪贴板里没有文字" in said.args[0]
    assert window.session.project == project
