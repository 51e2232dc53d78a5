from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pypdfium2_c
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from rolwriter.model.checklist import ItemState
from rolwriter.model.report import Role
from rolwriter.ui.checklist.profile_dialog import ProfileDialog
from rolwriter.ui.kit.table_dialog import page_html, print_table
from rolwriter.ui.main_window import MainWindow
from rolwriter.writers.xlsx.table import Table, TableColumn
from tests.ui.conftest import project_of

TITLE = "某局关于2025年法治政府建设情况的报告"


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    work = (Role.WORK, ["一、举措", "全年召开党组会33次。"])
    window = open_window(project_of(work, title=TITLE))
    window.checklist.found.now()
    return window


def test_items_stand_with_sign_and_word_and_the_count_is_at_the_foot(window: MainWindow) -> None:
    assert window.checklist.panel.progress.text().startswith("必写 0/")
    assert "必写 0/" in window.status.counts
    window.checklist.panel.stand_at("H1")
    assert "待确认" in window.checklist.panel.about.text()
    assert "依据：" in window.checklist.panel.about.text()


def test_enter_goes_to_the_words_and_the_blank_key_confirms(window: MainWindow) -> None:
    panel = window.checklist.panel
    panel.stand_at("W5")
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    chapter = window.workspace.chapter
    assert chapter is not None
    assert "33次" in chapter.editor.textCursor().block().text()
    QTest.keyClick(panel.tree, Qt.Key.Key_Space)
    row = panel.current
    assert row is not None
    assert (row.item.id, row.state) == ("W5", ItemState.DONE)
    window.desk.history.undo()
    assert window.session.project.checklist == ()


def test_not_applicable_without_a_reason_changes_nothing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [("", True), ("没有制定权", True)]
    monkeypatch.setattr(
        "rolwriter.ui.checklist.desk.QInputDialog.getText", lambda *_a, **_k: answers.pop(0)
    )
    window.checklist.set_state("W8", ItemState.NOT_APPLICABLE)
    assert window.session.project.checklist == ()
    window.checklist.set_state("W8", ItemState.NOT_APPLICABLE)
    assert window.session.project.checklist[0].reason == "没有制定权"
    assert window.checklist.panel.progress.text().startswith("必写 1/")


def test_the_filter_leaves_what_is_asked_for(window: MainWindow) -> None:
    panel = window.checklist.panel
    everything = len(panel.shown)
    panel.only.setCurrentText("等待确认的")
    panel.only.activated.emit(panel.only.currentIndex())
    assert "W5" in panel.shown
    assert len(panel.shown) < everything


def test_profiles_are_chosen_in_a_dialog_and_kept_in_the_project(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(dialog: ProfileDialog) -> int:
        dialog.buttons["enforcement"].setChecked(True)
        return 1

    monkeypatch.setattr(ProfileDialog, "exec", choose)
    assert "W16" not in window.checklist.panel.shown
    window.checklist.choose_profiles()
    assert "enforcement" in window.session.project.profiles
    assert "W16" in window.checklist.panel.shown


def test_both_tables_are_saved_as_a_spreadsheet(window: MainWindow, tmp_path: Path) -> None:
    window.checklist.save_tables(tmp_path / "核对表.xlsx")
    book = load_workbook(tmp_path / "核对表.xlsx")
    assert len(book.worksheets) == 2


def test_a_page_holds_words_as_words() -> None:

    html = page_html(Table("表", (TableColumn("列"),), (("<b>&",),)))
    assert "&lt;b&gt;&amp;" in html


def test_the_columns_of_a_page_fill_its_width() -> None:
    columns = tuple(TableColumn("列", width) for width in (6, 28, 14, 16, 40, 26))
    shares = re.findall(r'width="(\d+)%">列', page_html(Table("表", columns, ())))
    assert sum(map(int, shares)) == 100


@pytest.fixture(params=["C", "zh_CN"])
def locale(request: pytest.FixtureRequest) -> Iterator[None]:
    """The program's own is Chinese: a font may then set other glyphs, without a name in the PDF."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


def glyphs_inside(page: pypdfium2.PdfPage) -> int:
    """How many glyphs stand on the page, whatever characters they are; none over its edge."""
    text = page.get_textpage()
    width, height = page.get_size()
    set_by_qt = [
        n for n in range(text.count_chars()) if not pypdfium2_c.FPDFText_IsGenerated(text, n)
    ]
    for left, bottom, right, top in map(text.get_charbox, set_by_qt):
        assert 0 <= left <= right <= width
        assert 0 <= bottom <= top <= height
    return len(set_by_qt)


@pytest.mark.parametrize(("rows", "pages"), [(15, 1), (30, 1), (400, None)])
@pytest.mark.usefixtures("qapp", "locale")
def test_a_sheet_for_one_page_is_set_smaller_and_never_cut(
    tmp_path: Path, rows: int, pages: int | None
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    cells = tuple((f"第{n}项",) for n in range(rows))
    table = Table("核对表", (TableColumn("编号"),), cells, one_page=True)
    count = print_table(table, printer)
    with closing(pypdfium2.PdfDocument(tmp_path / "a.pdf")) as pdf:
        assert len(pdf) == count
        glyphs = sum(glyphs_inside(page) for page in pdf)
    assert count == pages if pages else count > 1
    # the title once, the head of the column on every page, every row once
    assert glyphs == len("核对表") + count * len("编号") + sum(len(cell) for (cell,) in cells)
