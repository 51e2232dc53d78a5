from __future__ import annotations

from pytestqt.qtbot import QtBot

from rolwriter.catalog.paths import resource
from rolwriter.ui.window.help_window import HelpWindow


def test_every_help_page_can_be_read_in_the_window(qtbot: QtBot) -> None:
    window = HelpWindow(None)
    qtbot.addWidget(window)
    files = sorted(resource("help").glob("*.md"))
    titles = {window.pages.item(row).text() for row in range(window.pages.count())}
    assert titles == {path.read_text(encoding="utf-8").partition("\n")[0][2:] for path in files}


def test_choosing_a_page_shows_it(qtbot: QtBot) -> None:
    window = HelpWindow(None)
    qtbot.addWidget(window)
    window.pages.setCurrentRow(1)
    assert "检查清单（Alt+1）" in window.page.toPlainText()
