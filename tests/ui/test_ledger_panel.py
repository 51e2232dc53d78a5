from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from rolwriter.app.ledger.cells import LedgerColumn
from rolwriter.model.ledger import Figure, FigureState, Offer
from rolwriter.model.project import Project
from rolwriter.model.report import Role
from rolwriter.ui.carry.settle_dialog import SettleDialog
from rolwriter.ui.ledger.chart import Chart, ChartDialog
from rolwriter.ui.ledger.model import COLUMNS
from rolwriter.ui.ledger.paste_dialog import LedgerPasteDialog
from rolwriter.ui.main_window import MainWindow
from tests.ui.conftest import project_of
from tests.ui.silent import SilentMessages

TEXTS = ["一、成效", "召开党组会33次，培训5场。", "再说党组会33次。"]


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    window = open_window(project_of((Role.WORK, TEXTS), (Role.SHORTCOMING, ["二、不足"])))
    window.ledger.take()
    return window


def put(window: MainWindow, row: int, column: LedgerColumn, words: str) -> bool:
    index = window.ledger.panel.proxy.index(row, COLUMNS.index(column))
    return window.ledger.panel.proxy.setData(index, words)


def shown(window: MainWindow, row: int, column: LedgerColumn) -> str:
    index = window.ledger.panel.proxy.index(row, COLUMNS.index(column))
    return str(index.data())


def texts(window: MainWindow) -> list[str]:
    return [p.text for p in window.desk.report.chapters[0].paragraphs]


def ledger(window: MainWindow) -> tuple[Figure, ...]:
    return window.session.project.ledger


def test_figures_of_the_text_are_taken_into_the_table_with_their_uses(window: MainWindow) -> None:
    assert [f.name for f in ledger(window)] == ["党组会", "培训", "再说党组会"]
    assert shown(window, 0, LedgerColumn.USES) == "1处"


def test_a_value_typed_in_the_table_is_in_the_text_and_one_undo_takes_it_back(
    window: MainWindow,
) -> None:
    assert put(window, 0, LedgerColumn.VALUE, "41")
    assert texts(window)[1] == "召开党组会41次，培训5场。"
    assert "已更新1处" in window.status.currentMessage()
    window.desk.history.undo()
    assert texts(window) == TEXTS
    assert ledger(window)[0].value == 33


def test_what_is_no_number_is_refused_with_a_message(
    window: MainWindow, messages: SilentMessages
) -> None:
    assert not put(window, 0, LedgerColumn.VALUE, "好多")
    assert "好多" in messages.told[0].what
    assert ledger(window)[0].value == 33


def test_the_table_sorts_numbers_by_size_and_keeps_last_year_in_sight(window: MainWindow) -> None:
    put(window, 1, LedgerColumn.PREVIOUS, "2")
    window.ledger.panel.table.sortByColumn(
        COLUMNS.index(LedgerColumn.VALUE), Qt.SortOrder.AscendingOrder
    )
    assert shown(window, 0, LedgerColumn.NAME) == "培训"
    assert shown(window, 0, LedgerColumn.PERCENT) == "+150% ▲大增"


def test_filters_leave_the_rows_that_fit(window: MainWindow) -> None:
    put(window, 1, LedgerColumn.SUPPLIER, "办公室")
    panel = window.ledger.panel
    panel.words.setText("党组")
    assert [f.name for f in panel.shown] == ["党组会", "再说党组会"]
    panel.words.clear()
    panel.supplier.setCurrentIndex(panel.supplier.findData("办公室"))
    assert [f.name for f in panel.shown] == ["培训"]
    panel.supplier.setCurrentIndex(0)
    panel.state.setCurrentIndex(panel.state.findData(FigureState.VERIFIED))
    assert panel.shown == []
    assert panel.count.text() == "0/3项"


def test_a_used_figure_is_deleted_only_after_a_question(
    window: MainWindow, messages: SilentMessages
) -> None:
    window.ledger.panel.stand_at(ledger(window)[0].id)
    window.ledger.delete()
    assert "用了1处" in messages.asked[0]
    assert len(ledger(window)) == 3
    messages.answers = [0]
    window.ledger.delete()
    assert [f.name for f in ledger(window)] == ["培训", "再说党组会"]
    assert texts(window) == TEXTS
    window.desk.history.undo()
    assert len(ledger(window)) == 3
    assert window.desk.report.chapters[0].paragraphs[1].links[0].figure == ledger(window)[0].id


def test_enter_in_the_table_selects_the_figure_in_the_text(window: MainWindow) -> None:
    window.ledger.panel.stand_at(ledger(window)[2].id)
    QTest.keyClick(window.ledger.panel.table, Qt.Key.Key_Return)
    chapter = window.workspace.chapter
    assert chapter is not None
    assert chapter.editor.textCursor().selectedText() == "33次"


def test_differing_values_are_settled_by_choosing_one(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    offers = (Offer("办公室", Decimal(40)), Offer("法规科", Decimal(41)))
    doubtful = replace(ledger(window)[0], offers=offers, state=FigureState.DOUBTFUL)
    window.ledger.set(doubtful, "试")
    assert shown(window, 0, LedgerColumn.STATE) == "存疑（2个数待定）"

    def choose(dialog: SettleDialog) -> int:
        assert dialog.offer is None
        dialog.group.button(1).click()
        return 1

    monkeypatch.setattr(SettleDialog, "exec", choose)
    window.ledger.settle()
    assert (ledger(window)[0].value, ledger(window)[0].offers) == (41, ())
    assert texts(window)[1] == "召开党组会41次，培训5场。"


def test_pasted_rows_are_shown_first_and_undone_in_one_step(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    QGuiApplication.clipboard().setText(
        "名称\t本年数\t单位\n党组会\t50\t次\n新项\t7\t件\n坏\t很多\t件"
    )
    seen: list[str] = []

    def accept(dialog: LedgerPasteDialog) -> int:
        seen.extend(dialog.table.item(row, 0).text() for row in range(3))
        return 1

    monkeypatch.setattr(LedgerPasteDialog, "exec", accept)
    window.ledger.paste()
    assert seen == ["△ 修改", "＋ 新增", "✕ 不能识别"]
    assert [f.value for f in ledger(window)] == [50, 5, 33, 7]
    window.desk.history.undo()
    assert [f.value for f in ledger(window)] == [33, 5, 33]


def test_rows_are_copied_with_their_titles(window: MainWindow) -> None:
    window.ledger.panel.stand_at(ledger(window)[1].id)
    window.ledger.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith("名称\t本年数\t单位")
    assert lines[1].startswith("培训\t5\t场")


def test_an_empty_ledger_says_what_to_do(open_window: Callable[..., MainWindow]) -> None:
    window = open_window(Project())
    window.ledger.take()
    assert "没有还未登记的数字" in window.status.currentMessage()


def test_the_chart_draws_each_figure_and_tells_it_in_words(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(window, 0, LedgerColumn.PREVIOUS, "66")
    drawn: list[ChartDialog] = []

    def show(dialog: ChartDialog) -> int:
        drawn.append(dialog)
        return 0

    monkeypatch.setattr(ChartDialog, "exec", show)
    window.ledger.show_chart()
    chart = drawn[0].chart
    assert "党组会：本年33次，去年66次" in chart.accessibleDescription()
    image = chart.grab().toImage()
    ink = chart.palette().color(chart.palette().ColorRole.Link).rgb()
    line = chart.fontMetrics().height() * 5 // 2 + 4  # the middle of the first bar
    full = [x for x in range(image.width()) if image.pixel(x, line) == ink]
    assert full, "this year's bar is drawn"


def test_a_chart_of_many_figures_goes_on_to_further_pages(tmp_path: Path, qapp: object) -> None:
    assert qapp is not None
    figures = [Figure(f"f{n}", "X", value=Decimal(n), previous=Decimal(1)) for n in range(30)]
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    pages = Chart(figures).print_pages(printer, "题")
    with closing(pypdfium2.PdfDocument(tmp_path / "a.pdf")) as pdf:
        assert len(pdf) == pages > 1
        names = [page.get_textpage().get_text_bounded().count("X") for page in pdf]
    assert sum(names) == 30
    assert min(names) > 0
