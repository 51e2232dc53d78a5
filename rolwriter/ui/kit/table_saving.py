"""A table shown as a page, and saved as an Excel file when the clerk wants that."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from rolwriter.storage.named import write_named
from rolwriter.ui.kit.again import write_somewhere
from rolwriter.ui.kit.file_kinds import safe_name
from rolwriter.ui.kit.table_dialog import TableDialog
from rolwriter.writers.xlsx.table import Table, write_tables

if TYPE_CHECKING:
    from rolwriter.ui.main_window import MainWindow

EXCEL = "Excel 文件 (*.xlsx)"


def wants_saving(window: MainWindow, table: Table) -> bool:
    """Show it, with printing; whether the clerk wants it saved."""
    dialog = TableDialog(table, window)
    dialog.print_wanted.connect(partial(window.paper.press.print_table, table, dialog))
    return dialog.exec() == QDialog.DialogCode.Accepted


def show_table(window: MainWindow, table: Table) -> None:
    """Show it; 存为 Excel asks for a place, and for another where it is refused."""
    if not wants_saving(window, table):
        return
    suggested = str(Path(window.memory.folder) / f"{safe_name(table.title)}.xlsx")
    ask = partial(window.messages.file_to_save, "存为 Excel", suggested, EXCEL, "xlsx")
    data = write_tables((table,))
    path = write_somewhere(window.messages, ask, lambda path: write_named(path, data))
    if path is not None:
        window.desk.notice(f"已存为“{path.name}”。")
