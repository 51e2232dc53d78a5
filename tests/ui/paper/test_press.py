"""Lists, tables and the chart on paper: one press for all, every character can be read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rolwriter.model.ledger import Figure
from rolwriter.readers.pdf.radicals import without_radicals
from rolwriter.ui.kit import table_saving
from rolwriter.ui.kit.table_dialog import TableDialog
from rolwriter.ui.ledger.chart import Chart, ChartDialog
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.paper import press
from rolwriter.ui.problems.rules_dialog import RulesPage
from rolwriter.writers.xlsx.table import Table, TableColumn
from tests.ui.paper.papers import needs_font, read_pages
from tests.ui.silent import SilentMessages

pytestmark = [needs_font, pytest.mark.usefixtures("qapp", "locale")]
WORDS = "第一项与骨关直起来，复核门窗，请将返还金额写清：角落、刃口。"
Printed = Callable[[], str]


def words_of(pdf: Path) -> str:
    """The words of a file that stands for a printer; Qt names 一 and others as radicals there."""
    return without_radicals("".join(read_pages(pdf.read_bytes())))[0]


@pytest.fixture(params=["C", "zh_CN"])
def locale(request: pytest.FixtureRequest) -> Iterator[None]:
    """The program's own is Chinese: a font may then set national forms of its characters."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def printed(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Printed:
    """The words of what is printed next, read from the file that stands for the printer."""
    path = tmp_path / "a.pdf"

    def to_file(printer: QPrinter, _name: str, _pages: int, _over: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True

    window.paper.press.ask_printer = to_file
    monkeypatch.setattr(press, "missing_fonts", lambda _: {})

    def read() -> str:
        qtbot.waitUntil(lambda: path.exists() and window.paper.press.run is None, timeout=20_000)
        return words_of(path)

    return read


def test_a_list_is_read_as_it_was_written(window: MainWindow, printed: Printed) -> None:
    window.paper.press.print_list("沿用清单", [WORDS, "第二行"])
    assert printed() == f"沿用清单{WORDS}第二行—1—"
    assert "已送去打印，共1页" in window.status.currentMessage()


def test_a_table_is_read_as_it_was_written_with_its_foot(
    window: MainWindow, printed: Printed
) -> None:
    table = Table("核对表", (TableColumn("事项", 60),), ((WORDS,), (None,)), foot="核对人：")
    window.paper.press.print_table(table)
    assert printed() == f"核对表事项{WORDS}核对人：—1—"


def test_the_button_of_a_table_prints_it(
    window: MainWindow, printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def press_print(dialog: TableDialog) -> int:
        dialog.print_wanted.emit()
        return 0

    monkeypatch.setattr(TableDialog, "exec", press_print)
    table_saving.show_table(window, Table("记录", (TableColumn("事项", 60),), ((WORDS,),)))
    assert WORDS in printed()


def test_the_rules_are_printed_with_example_and_source(
    window: MainWindow, printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def press_print(page: RulesPage) -> int:
        page.print_wanted.emit()
        return 0

    monkeypatch.setattr(RulesPage, "exec", press_print)
    window.actions_["rules_page"].trigger()
    words = printed()
    assert all(head in words for head in ("检查规则（共", "说明", "依据"))


@pytest.mark.qt_log_ignore("QPainter::begin", "propagateSizeHints", "not support raise")
def test_a_printer_that_fails_is_one_clear_message_for_lists_and_charts_too(
    window: MainWindow,
    messages: SilentMessages,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def to_nowhere(printer: QPrinter, *_: object) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "gone" / "a.pdf"))
        return True

    window.paper.press.ask_printer = to_nowhere
    monkeypatch.setattr(press, "missing_fonts", lambda _: {})
    window.paper.press.print_list("沿用清单", [WORDS])
    qtbot.waitUntil(lambda: bool(messages.told), timeout=20_000)
    assert "无法写入" in messages.told[0].what
    assert window.paper.press.run is None

    dialog = ChartDialog([Figure("f1", "复议案件", value=Decimal(3))], window)
    printer = QPrinter()
    to_nowhere(printer)
    with qtbot.waitSignal(dialog.failed):
        dialog.print_on(printer)


def test_a_chart_is_read_as_it_was_drawn(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    figure = Figure("f1", "复议案件", value=Decimal(3), previous=Decimal(2), unit="件")
    Chart([figure]).print_pages(printer, "本年与去年对比")
    words = words_of(tmp_path / "a.pdf")
    assert "本年与去年对比" in words
    assert "复议案件" in words
