"""Spreadsheets as cells: xlsx and its kin through openpyxl, xls and et through xlrd."""

from __future__ import annotations

from rolwriter.readers.xlsx.form import read_form
from rolwriter.readers.xlsx.read import read_workbook

__all__ = ["read_form", "read_workbook"]
