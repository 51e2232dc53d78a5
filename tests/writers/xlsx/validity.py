"""What a validator of the standard finds wrong with a spreadsheet file."""

from __future__ import annotations

from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator, ValidationSeverity

_FONT_ORDER = {"Unexpected element 'color' found", "Unexpected element 'sz' found"}
"""openpyxl writes a font's parts in the order of the standard's first edition."""


def faults(path: Path) -> list[str]:
    """The errors, without warnings and without openpyxl's own order of a font's parts."""
    found = OpenXmlValidator(FileFormat.OFFICE_2019).validate(path).errors
    return [
        error.description
        for error in found
        if error.severity is ValidationSeverity.ERROR and error.description not in _FONT_ORDER
    ]
