"""A table as a page: to read, to print, to save as an Excel file."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from rolwriter.ui.kit.sizes import fit

if TYPE_CHECKING:
    from rolwriter.writers.xlsx.table import Table


class TableDialog(QDialog):
    """Shows the table; `accept` means that it is to be saved."""

    print_wanted = Signal()

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
        printing.clicked.connect(self.print_wanted)
        close.clicked.connect(self.reject)
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.view)
        column.addWidget(buttons)
        fit(self, 980, 640)


def page_html(table: Table) -> str:
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
        f' style="font-size:10pt; border-collapse:collapse">'
        f"<thead><tr>{heads}</tr></thead>{rows}</table>"
        f'<p style="font-size:10pt; white-space:pre-wrap">{escape(table.foot)}</p>'
    )
