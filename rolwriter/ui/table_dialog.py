"""A table as a page: to read, to print, to save as an Excel file."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QPageLayout, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from rolwriter.ui.sizes import fit

if TYPE_CHECKING:
    from rolwriter.writers.xlsx.table import Table


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
            document = QTextDocument()
            document.setHtml(page_html(self._table, points=9))
            document.print_(printer)


def page_html(table: Table, points: int = 10) -> str:
    """The table as a page of HTML without any link or picture."""
    total = sum(column.width for column in table.columns)
    heads = "".join(
        f'<th width="{100 * column.width // total}%">{escape(column.title)}</th>'
        for column in table.columns
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
    )
