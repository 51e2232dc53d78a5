"""Tables and collection forms as Excel files: all words as text, the same bytes each time."""

from __future__ import annotations

from rolwriter.writers.xlsx.form import write_form
from rolwriter.writers.xlsx.table import Table, TableColumn, write_tables

__all__ = ["Table", "TableColumn", "write_form", "write_tables"]
