"""Lists, tables and the chart on paper: every character can be read again."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtPrintSupport import QPrinter

from rolwriter.model.ledger import Figure
from rolwriter.readers.pdf.radicals import without_radicals
from rolwriter.ui.kit.table_dialog import print_table
from rolwriter.ui.ledger.chart import Chart
from rolwriter.ui.paper.lists import list_document
from rolwriter.writers.xlsx.table import Table, TableColumn
from tests.ui.paper.papers import needs_font, read_pages

pytestmark = [needs_font, pytest.mark.usefixtures("qapp", "locale")]
WORDS = "第一项与骨关直起来，复核门窗，请将返还金额写清：角落、刃口。"


@pytest.fixture(params=["C", "zh_CN"])
def locale(request: pytest.FixtureRequest) -> Iterator[None]:
    """The program's own is Chinese: a font may then set national forms of its characters."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    return printer


def read(printer: QPrinter) -> str:
    pages = read_pages(Path(printer.outputFileName()).read_bytes())
    return without_radicals("".join(pages))[0]


def test_a_list_is_read_as_it_was_written(printer: QPrinter) -> None:
    list_document(WORDS).print_(printer)
    assert read(printer).startswith(WORDS)


def test_a_table_is_read_as_it_was_written(printer: QPrinter) -> None:
    print_table(Table("核对表", (TableColumn("事项", 60),), ((WORDS,),)), printer)
    assert "核对表事项" in read(printer)
    assert WORDS in read(printer)


def test_a_chart_is_read_as_it_was_drawn(printer: QPrinter) -> None:
    figure = Figure("f1", "复议案件", value=Decimal(3), previous=Decimal(2), unit="件")
    Chart([figure]).print_pages(printer, "本年与去年对比")
    assert "本年与去年对比" in read(printer)
    assert "复议案件" in read(printer)
