"""A table shown as a page, and saved as an Excel file when the clerk wants that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from rolwriter.model.errors import RolwriterError
from rolwriter.storage.atomic import replace_file
from rolwriter.ui.kit.file_kinds import safe_name
from rolwriter.ui.kit.table_dialog import TableDialog
from rolwriter.writers.xlsx.table import Table, write_tables

if TYPE_CHECKING:
    from rolwriter.ui.main_window import MainWindow

EXCEL = "Excel 文件 (*.xlsx)"


def show_table(window: MainWindow, table: Table) -> None:
    """Show it; 存为 Excel asks for a place, a file that cannot be written is told."""
    if TableDialog(table, window).exec() != QDialog.DialogCode.Accepted:
        return
    suggested = str(Path(window.memory.folder) / f"{safe_name(table.title)}.xlsx")
    path = window.messages.file_to_save("存为 Excel", suggested, EXCEL, "xlsx")
    if path is None:
        return
    try:
        replace_file(path, write_tables((table,)))
    except RolwriterError as error:
        window.messages.tell(error)
        return
    window.desk.notice(f"已存为“{path.name}”。")
