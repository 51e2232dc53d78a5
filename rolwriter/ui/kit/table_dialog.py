"""A table as a page: to read, to print, to save as an Excel file."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from rolwriter.ui.kit.sizes import fit
from rolwriter.ui.paper.lists import list_document

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from rolwriter.writers.xlsx.table import Table


_SIZES = (9, 8, 7, 6, 5)
"""Points of the type on paper, the one wanted first; less cannot be read."""


class TableDialog(QDialog):
    """Shows the table; `accept` means that it is to be saved."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(table.title)
        self._table = table
        self.view = QTextBrowser(self)
        self.view.setHtml(page_html(table))
        self.view.setAccessibleName(table.title)
        buttons = QDialogButtonBox(self)
        save = buttons.addButton("存为 Excel…", QDialogButtonBox.ButtonRole.AcceptRole)
        printing = buttons.addButton("打印…", QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        save.clicked.connect(self.accept)
        printing.clicked.connect(self.print_page)
        close.clicked.connect(self.reject)
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.view)
        column.addWidget(buttons)
        fit(self, 980, 640)

    def print_page(self) -> None:
        """On paper, A4 across."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        printer.setDocName(self._table.title)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle("打印")
        if dialog.exec() == QDialog.DialogCode.Accepted:
            print_table(self._table, printer)


def print_table(table: Table, printer: QPrinter) -> int:
    """Print the table on the paper of the printer; returns how many pages that takes.

    A table for one page is set in the largest type that holds it there. One too long
    even for the smallest that can be read goes on to a second page: nothing is cut.
    """
    from PySide6.QtPrintSupport import QPrinter

    points = printer.pageRect(QPrinter.Unit.Point).size()
    # a document is laid out in the dots of the screen
    scale = QGuiApplication.primaryScreen().logicalDotsPerInchY() / 72
    sizes = _SIZES if table.one_page else _SIZES[:1]
    document = list_document("", html=True)
    for size in sizes:
        document.setHtml(page_html(table, points=size))
        document.setPageSize(QSizeF(points.width() * scale, points.height() * scale))
        if document.pageCount() == 1:
            break
    document.print_(printer)
    return document.pageCount()


def page_html(table: Table, points: int = 10) -> str:
    """The table as a page of HTML without any link or picture."""
    total = sum(column.width for column in table.columns)
    shares = [100 * column.width // total for column in table.columns]
    # Qt makes the table only as wide as its columns together
    shares[-1] += 100 - sum(shares)
    heads = "".join(
        f'<th width="{share}%">{escape(column.title)}</th>'
        for share, column in zip(shares, table.columns, strict=True)
    )
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell or ''))}</td>" for cell in row) + "</tr>"
        for row in table.rows
    )
    return (
        f'<h3 align="center">{escape(table.title)}</h3>'
        f'<table border="1" cellspacing="0" cellpadding="3" width="100%"'
        f' style="font-size:{points}pt; border-collapse:collapse">'
        f"<thead><tr>{heads}</tr></thead>{rows}</table>"
        f'<p style="font-size:{points}pt; white-space:pre-wrap">{escape(table.foot)}</p>'
    )
