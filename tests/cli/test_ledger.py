from __future__ import annotations

import json
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from rolwriter.app.documents import open_project, save_project
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.project import Project
from rolwriter.model.report import Report
from rolwriter.readers.xlsx import read_workbook
from tests.cli.conftest import Call

FIGURES = (
    Figure("f1", "党组会", "次", previous=Decimal(33), supplier="综合科"),
    Figure("f2", "制度", "项", previous=Decimal(20), supplier="综合科"),
    Figure("f3", "复议", "件", Decimal(2), supplier="法规科", state=FigureState.REPORTED),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A project with figures of two suppliers."""
    path = tmp_path / "今年.rolw"
    save_project(Project(Report(year=2025), ledger=FIGURES, next_id=10), path)
    return path


@pytest.fixture
def filled(tmp_path: Path, ledger: Path, call: Call) -> Path:
    """A form of 综合科 with one value and one that cannot be read."""
    path = tmp_path / "综合科.xlsx"
    made = call("ledger", "export", ledger, "-o", path, "--supplier", "综合科")
    assert made.code == 0, made.err
    book = openpyxl.load_workbook(path)
    for row in book["数据征集表"].iter_rows():
        if row[0].value in ("[f1]", "[f2]"):
            row[6].value = {"[f1]": 41, "[f2]": "很多"}[row[0].value]
    book.save(path)
    return path


def test_the_ledger_is_exported_with_every_figure(ledger: Path, call: Call, tmp_path: Path) -> None:
    target = tmp_path / "台账.xlsx"
    assert call("ledger", "export", ledger, "-o", target).code == 0
    (sheet,) = read_workbook(target.read_bytes()).sheets
    words = {cell.text for cell in sheet.cells}
    assert {"2025年度法治政府建设数据台账", "党组会", "制度", "复议", "已报", "综合科"} <= words


def test_a_suppliers_form_holds_only_its_figures(filled: Path) -> None:
    words = {c.text for s in read_workbook(filled.read_bytes()).sheets for c in s.cells}
    assert {"党组会", "制度"} <= words
    assert "复议" not in words


def test_an_import_is_applied_and_what_is_left_to_look_at_is_listed(
    ledger: Path, filled: Path, call: Call
) -> None:
    done = call("ledger", "import", ledger, filled)
    assert done.code == 1
    assert "综合科.xlsx（综合科）：新报1项，看不懂1项" in done.out
    assert "“制度”：看不出“很多”是多少" in done.out
    assert "新报1项" in done.err
    first, second, _ = open_project(ledger).ledger
    assert (first.value, first.state) == (41, FigureState.REPORTED)
    assert (second.value, second.state) == (None, FigureState.MISSING)


def test_an_import_without_findings_ends_well(ledger: Path, call: Call, tmp_path: Path) -> None:
    target = tmp_path / "台账.xlsx"
    call("ledger", "export", ledger, "-o", target)
    before = ledger.read_bytes()
    assert call("ledger", "import", ledger, target).code == 0
    assert ledger.read_bytes() == before


def test_an_exported_ledger_that_was_edited_comes_back(
    ledger: Path, call: Call, tmp_path: Path
) -> None:
    target = tmp_path / "台账.xlsx"
    call("ledger", "export", ledger, "-o", target)
    book = openpyxl.load_workbook(target)
    book.active["G3"] = 41  # type: ignore[index]
    book.active["G5"] = 3  # type: ignore[index]
    book.save(target)
    assert call("ledger", "import", ledger, target).code == 0
    assert [figure.value for figure in open_project(ledger).ledger] == [41, None, 3]


def test_the_preview_is_printed_as_data(ledger: Path, filled: Path, call: Call) -> None:
    done = call("ledger", "import", ledger, filled, "--json")
    (file,) = json.loads(done.out)["files"]
    assert [(row["figure"], row["kind"], row["value"]) for row in file["rows"]] == [
        ("f1", "new", "41"),
        ("f2", "unreadable", None),
    ]


def test_a_damaged_form_changes_nothing(ledger: Path, call: Call, tmp_path: Path) -> None:
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"PK broken")
    before = ledger.read_bytes()
    done = call("ledger", "import", ledger, bad)
    assert (done.code, ledger.read_bytes()) == (1, before)
    assert "坏.xlsx：“坏.xlsx”已经损坏" in done.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "a.csv"], "不能导出为“.csv”格式"),
        (["-o", "a.xlsx", "--supplier", "某科"], "没有由“某科”提供的数据"),
    ],
)
def test_an_export_that_makes_no_sense_is_refused(
    ledger: Path, call: Call, words: list[str], said: str
) -> None:
    refused = call("ledger", "export", ledger, *words)
    assert (refused.code, said in refused.err) == (2, True)


def test_an_empty_ledger_is_not_exported(project: Path, call: Call, tmp_path: Path) -> None:
    refused = call("ledger", "export", project, "-o", tmp_path / "a.xlsx")
    assert (refused.code, "还没有数据" in refused.err) == (2, True)


def test_the_exported_ledger_has_nothing_hidden(ledger: Path, call: Call, tmp_path: Path) -> None:
    target = tmp_path / "台账.xlsx"
    call("ledger", "export", ledger, "-o", target)
    book = openpyxl.load_workbook(BytesIO(target.read_bytes()))
    (sheet,) = book.worksheets
    assert sheet.sheet_state == "visible"
    assert not any(dimension.hidden for dimension in sheet.column_dimensions.values())
