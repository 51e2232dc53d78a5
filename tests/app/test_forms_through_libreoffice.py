"""Forms that LibreOffice opened, in which values were typed, and which it saved again."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from rolwriter.app.collect.forms import read_files, suppliers, write_supplier_form
from rolwriter.app.collect.preview import RowKind
from rolwriter.app.ledger.merge import merge
from rolwriter.model.ledger import Figure
from rolwriter.model.project import Project, SourceFile
from rolwriter.model.report import Report
from tests.writers.office import calc_missing, saved_as

pytestmark = [
    pytest.mark.render,
    pytest.mark.skipif(bool(calc_missing()), reason=calc_missing()),
    pytest.mark.timeout(400),
]

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_VALUE_COLUMN = 7

TYPED = (
    ("33", "33", ""),
    ("0.1", "0.1", ""),
    ("79.5", "79.5", ""),
    ("123456789012345", "123456789012345", ""),
    ("0.000001", "0.000001", ""),
    ("0", "0", ""),
    ("约2.5万", "25000", "约"),
    ("三十三", "33", ""),
    ("１，２３４", "1234", ""),
    ("10余", "10", "余"),
    ("12345678901234567.25", "12345678901234567.25", ""),
)
"""What is typed into cells in turn, and the value and hedge it is."""


def type_into(flat: bytes, values: dict[str, str]) -> bytes:
    """A flat ODS file with these values, by figure id, in the column for this year's."""
    root = etree.fromstring(flat)
    for row in root.iter(f"{_TABLE}table-row"):
        words = ["".join(cell.itertext()).strip() for cell in row]
        for figure_id in [w[1:-1] for w in words if w[1:-1] in values and w.startswith("[")]:
            _fill(_cell(row, _VALUE_COLUMN), values.pop(figure_id))
    assert not values
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _cell(row: etree._Element, column: int) -> etree._Element:
    """The cell of a column, cut out of a run of equal ones."""
    at = 1
    for cell in list(row):
        run = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        if at <= column < at + run:
            cell.attrib.pop(f"{_TABLE}number-columns-repeated", None)
            for place, length in ((row.index(cell), column - at), (None, at + run - column - 1)):
                if length:
                    rest = etree.fromstring(etree.tostring(cell))
                    rest.set(f"{_TABLE}number-columns-repeated", str(length))
                    row.insert(row.index(cell) + 1 if place is None else place, rest)
            return cell
        at += run
    raise AssertionError(column)


def _fill(cell: etree._Element, typed: str) -> None:
    digits = typed.replace(".", "")
    if digits.isascii() and digits.isdecimal() and len(digits) <= 15:
        cell.set(f"{_OFFICE}value-type", "float")
        cell.set(f"{_OFFICE}value", typed)
    else:
        cell.set(f"{_OFFICE}value-type", "string")
    etree.SubElement(cell, f"{_TEXT}p").text = typed


def ledger(figures: int, offices: int) -> Project:
    made = (
        Figure(
            f"f{n}",
            f"第{n}项“数据”",
            "次",
            previous=Decimal(n) / 8,
            scope="只计有记录的" if n % 3 else "",
            supplier=f"第{n % offices + 1}科",
        )
        for n in range(1, figures + 1)
    )
    return Project(Report(year=2025), ledger=tuple(made), next_id=figures + 1)


def test_200_figures_of_12_suppliers_come_back_exactly_in_one_merge(tmp_path: Path) -> None:
    before = ledger(200, 12)
    forms = {f"{s}.xlsx": write_supplier_form(before, s) for s in suppliers(before)}
    assert len(forms) == 12
    typed = {f.id: TYPED[n % len(TYPED)] for n, f in enumerate(before.ledger)}
    flat = saved_as(
        {f"{n}.ods": d for n, d in saved_as(forms, "ods", tmp_path).items()}, "fods", tmp_path
    )
    filled = {}
    for name, data in flat.items():
        asked = {f.id for f in before.ledger if f.supplier == name}
        filled[f"{name}.fods"] = type_into(data, {i: typed[i][0] for i in asked})
    returned = saved_as(filled, "xlsx", tmp_path)
    files = [SourceFile(f"{name}.xlsx", data) for name, data in returned.items()]
    read = read_files(before, files)
    assert [row.words for row in read.rows if row.kind is not RowKind.NEW] == []
    change, report = merge(before, read)
    assert change is not None
    after = change.apply(before)
    assert report.new == 200
    assert {f.id: (f.value, f.hedge) for f in after.ledger} == {
        figure_id: (Decimal(value), hedge) for figure_id, (_, value, hedge) in typed.items()
    }


def test_a_form_saved_as_an_old_binary_file_still_fits(tmp_path: Path) -> None:
    before = ledger(3, 1)
    forms = {"第1科.xlsx": write_supplier_form(before, "第1科")}
    flat = saved_as(forms, "fods", tmp_path)["第1科"]
    filled = type_into(flat, {"f1": "33", "f2": "约2.5万", "f3": "0.1"})
    data = saved_as({"第1科.fods": filled}, "xls", tmp_path)["第1科"]
    read = read_files(before, [SourceFile("第1科.xls", data)])
    assert [(row.kind, row.figure_id, str(row.value), row.hedge) for row in read.rows] == [
        (RowKind.NEW, "f1", "33", ""),
        (RowKind.NEW, "f2", "25000", "约"),
        (RowKind.NEW, "f3", "0.1", ""),
    ]
    assert read.files[0].supplier == "第1科"
