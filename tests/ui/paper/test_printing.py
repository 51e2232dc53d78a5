"""The pages on a printer: a PDF file stands in for one."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from rolwriter.model.dispatch import CopyKind
from rolwriter.model.errors import RolwriterError
from rolwriter.ui.paper.glyphs import Glyphs
from rolwriter.ui.paper.measure import FontMeasure
from rolwriter.ui.paper.printing import PrintRun, chosen_pages, new_printer
from rolwriter.writers.layout.page import Layout
from rolwriter.writers.layout.pages import lay_out
from tests.ui.paper.papers import sample_copy


@pytest.fixture
def glyphs(qtbot: QtBot) -> Glyphs:
    assert qtbot is not None  # fonts need it
    return Glyphs(sample_copy(CopyKind.REVIEW).page_format)


@pytest.fixture
def layout(glyphs: Glyphs) -> Layout:
    copy = sample_copy(CopyKind.REVIEW)
    return lay_out(copy, FontMeasure(copy.page_format, glyphs).learn(copy))


def printer_to(path: Path, layout: Layout) -> QPrinter:
    printer = new_printer(layout)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_all_pages_come_out_with_a_page_laid_across_among_them(
    layout: Layout, glyphs: Glyphs, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "out.pdf"
    run = PrintRun(layout, glyphs, printer_to(path, layout))
    with qtbot.waitSignal(run.finished) as done:
        run.start()
    assert done.args == [len(layout.pages)]
    document = pypdfium2.PdfDocument(path)
    across = [page.get_width() > page.get_height() for page in document]
    document.close()
    assert across == [page.landscape for page in layout.pages]


def test_only_the_chosen_pages_come_out(layout: Layout, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "out.pdf", layout)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert [page.number for page in chosen_pages(layout, printer)] == [2, 3]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert [page.number for page in chosen_pages(layout, printer)] == [3, 2]


@pytest.mark.qt_log_ignore("QPainter::begin", "propagateSizeHints", "not support raise")
def test_a_printer_that_cannot_be_used_is_told_and_nothing_is_printed(
    layout: Layout, glyphs: Glyphs, tmp_path: Path, qtbot: QtBot
) -> None:
    run = PrintRun(layout, glyphs, printer_to(tmp_path / "no folder" / "out.pdf", layout))
    with qtbot.waitSignal(run.failed) as failed:
        run.start()
    (error,) = failed.args
    assert isinstance(error, RolwriterError)
    assert "无法写入" in error.what
    assert "没有打印" in error.consequence


def test_a_printer_that_stops_half_way_is_told_with_the_page(
    layout: Layout,
    glyphs: Glyphs,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printer = printer_to(tmp_path / "out.pdf", layout)
    monkeypatch.setattr(printer, "newPage", lambda: False)
    run = PrintRun(layout, glyphs, printer)
    with qtbot.waitSignal(run.failed) as failed:
        run.start()
    (error,) = failed.args
    assert "打印到第2页时打印机出了错" in error.what


def test_cancelling_stops_before_the_last_page(
    layout: Layout, glyphs: Glyphs, tmp_path: Path, qtbot: QtBot
) -> None:
    run = PrintRun(layout, glyphs, printer_to(tmp_path / "out.pdf", layout))
    drawn: list[int] = []
    run.drawn.connect(drawn.append)
    run.drawn.connect(lambda _: run.cancel())
    with qtbot.waitSignal(run.cancelled):
        run.start()
    qtbot.wait(50)
    assert drawn == [1]


def test_a_new_printer_is_set_to_a4_and_named_by_the_report(layout: Layout) -> None:
    printer = new_printer(layout)
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4
    assert printer.fullPage()
    assert printer.docName() == layout.copy.title
