from __future__ import annotations

from decimal import Decimal

import pytest

from rolwriter.app.output.layout import cell_layout
from rolwriter.app.output.table_copies import list_copy, table_copy
from rolwriter.catalog.page_format import load_page_format
from rolwriter.writers.layout.copy import TableBlock
from rolwriter.writers.layout.page import Layout
from rolwriter.writers.xlsx.table import Table, TableColumn

FORMAT = load_page_format()


def cells(layout: Layout) -> list[str]:
    return [
        cell.text[line.start : line.end]
        for page in layout.pages
        for row in page.rows
        for cell in row.cells
        for line, _ in cell.lines
    ]


@pytest.mark.parametrize(("rows", "pages"), [(10, 1), (25, 1), (400, None)])
def test_a_table_for_one_page_is_set_smaller_and_never_cut(rows: int, pages: int | None) -> None:
    table = Table(
        "核对表", (TableColumn("编号"),), tuple((f"第{n}项",) for n in range(rows)), one_page=True
    )
    layout = cell_layout(table_copy(table, FORMAT))
    assert len(layout.pages) == pages if pages else len(layout.pages) > 1
    assert all(page.landscape for page in layout.pages)
    # the head of the column on every page, every row once
    assert cells(layout) == [
        words
        for page in layout.pages
        for words in ("编号", *(r.cells[0].text for r in page.rows[1:]))
    ]
    assert sum(words != "编号" for words in cells(layout)) == rows


def test_values_are_words_and_nothing_is_an_empty_cell() -> None:
    table = Table(
        "表",
        (TableColumn("甲"), TableColumn("乙"), TableColumn("丙")),
        ((Decimal("1.50"), None, 0),),
    )
    _, block = table_copy(table, FORMAT).blocks
    assert isinstance(block, TableBlock)
    assert block.rows[1].cells == ("1.50", "", "0")


def test_each_line_of_a_list_is_a_row_of_its_own() -> None:
    layout = cell_layout(list_copy("清单", ["第一行", "", "第三行\x00"], FORMAT))
    assert cells(layout) == ["第一行", "", "第三行"]
    assert not layout.pages[0].landscape
