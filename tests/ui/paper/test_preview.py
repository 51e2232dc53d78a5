"""打印预览 in the window: it follows the report, goes to its paragraphs, prints and saves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from rolwriter.app.edit import change_for
from rolwriter.catalog.house import House
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.project import Project
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.output.final_copy import FinalCopyDialog
from rolwriter.ui.output.proof_dialog import ProofDialog
from rolwriter.ui.paper import press
from rolwriter.ui.paper.preview import Preview, missing_fonts
from tests.ui.paper.papers import needs_font, read_pages
from tests.ui.silent import SilentMessages

GO_ON = 0
"""The number of the first button: 仍要打印."""


def ready(window: MainWindow, qtbot: QtBot, kind: CopyKind = CopyKind.DRAFT) -> Preview:
    """The preview, once it shows that kind of copy."""
    preview = window.paper.preview
    preview.choose(kind)
    with qtbot.waitSignal(preview.pages.ready):
        window.paper.show()
    return preview


def shown_text(preview: Preview) -> str:
    assert preview.layout_ is not None
    return "".join(line.block.text for page in preview.layout_.pages for line in page.lines)


def test_the_pages_follow_the_report(window: MainWindow, qtbot: QtBot) -> None:
    preview = ready(window, qtbot)
    assert "人手少。" in shown_text(preview)
    paragraph = next(p for p in window.desk.report.paragraphs if p.text == "人手少。")
    change = change_for(window.session, paragraph.id, "人手不够。")
    assert change is not None
    with qtbot.waitSignal(preview.pages.ready):
        window.session.apply(change)
    assert "人手不够。" in shown_text(preview)
    assert "共1页" in preview.place.text()


def test_a_preview_that_was_closed_shows_the_newest_text_when_it_comes_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    preview = ready(window, qtbot)
    preview.close()
    change = change_for(window.session, "title", "某局2026年报告")
    assert change is not None
    window.session.apply(change)
    with qtbot.waitSignal(preview.pages.ready):
        window.paper.show()
    assert "某局2026年报告" in shown_text(preview)


@pytest.mark.parametrize("kind", list(CopyKind))
def test_every_kind_can_be_chosen(window: MainWindow, qtbot: QtBot, kind: CopyKind) -> None:
    preview = ready(window, qtbot, kind)
    assert preview.chosen is kind
    assert preview.layout_ is not None
    assert preview.layout_.copy.kind is kind


def test_a_kind_that_cannot_be_made_is_told_in_the_window_and_shows_no_page(
    window: MainWindow, project: Project, qtbot: QtBot
) -> None:
    window.session.open(replace(project, report=replace(project.report, authority="")), None)
    preview = window.paper.preview
    preview.choose(CopyKind.UPWARD)
    with qtbot.waitSignal(preview.pages.failed):
        window.paper.show()
    assert "发文机关标志" in preview.note.text()
    assert preview.layout_ is None
    assert preview.view.in_sight == (0, 0)


def test_missing_fonts_are_named_with_what_stands_in_for_them(
    window: MainWindow, qtbot: QtBot
) -> None:
    preview = ready(window, qtbot)
    assert preview.layout_ is not None
    for official, family in missing_fonts(preview.layout_.copy.page_format).items():
        assert f"{official}用{family}代替" in preview.note.text()


def test_the_house_s_own_page_is_named_and_laid_out(window: MainWindow, qtbot: QtBot) -> None:
    preview = ready(window, qtbot)
    assert "国家标准" in preview.note.text()
    settings = replace(window.memory.settings, house=House(page="line28"))
    window.memory.keep(settings)
    with qtbot.waitSignal(preview.pages.ready):
        window.paper.refresh()
    assert "行距固定28磅" in preview.note.text()
    assert preview.layout_ is not None
    assert preview.layout_.copy.page_format.grid.line == 560


def test_a_double_click_goes_to_the_paragraph_in_the_editor(
    window: MainWindow, qtbot: QtBot
) -> None:
    preview = ready(window, qtbot)
    paragraph = next(p for p in window.desk.report.paragraphs if p.text == "人手少。")
    preview.view.paragraph_wanted.emit(paragraph.id)
    here = window.carry.spot.paragraph()
    assert here is not None
    assert here.id == paragraph.id


def test_all_can_be_reached_by_keyboard_and_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    preview = ready(window, qtbot)
    for button in preview.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert "&" in button.text()
    assert all(box.accessibleName() for box in preview.findChildren(QComboBox))
    assert preview.view.accessibleName()


def test_the_zoom_can_be_chosen_and_stepped(window: MainWindow, qtbot: QtBot) -> None:
    preview = ready(window, qtbot)
    preview.zoom.setCurrentText("100%")
    preview.zoom.activated.emit(preview.zoom.currentIndex())
    assert preview.view.percent == 100
    preview.step(1)
    assert (preview.view.percent, preview.zoom.currentText()) == (125, "125%")
    preview.step(-1)
    assert preview.view.percent == 100


@needs_font
def test_printing_shows_the_pages_names_missing_fonts_and_prints(
    window: MainWindow, messages: SilentMessages, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "out.pdf"

    def to_file(printer: QPrinter, name: str, pages: int, _: QWidget) -> bool:
        assert name == "草稿"
        assert pages == 1
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True

    window.paper.press.ask_printer = to_file
    window.paper.preview.choose(CopyKind.DRAFT)
    messages.answers.append(GO_ON)
    window.actions_["print"].trigger()
    qtbot.waitUntil(lambda: path.exists() and window.paper.press.run is None, timeout=20_000)
    assert len(read_pages(path.read_bytes())) == 1
    assert "已送去打印" in window.status.currentMessage()
    layout = window.paper.preview.layout_
    assert layout is not None
    asked = [words for words in messages.asked if "公文标准字体" in words]
    assert bool(asked) is bool(missing_fonts(layout.copy.page_format))


def test_a_clerk_who_does_not_want_other_fonts_prints_nothing(
    window: MainWindow,
    messages: SilentMessages,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(press, "missing_fonts", lambda _: {"仿宋_GB2312": "别的字体"})
    asked: list[int] = []
    window.paper.press.ask_printer = lambda _, _name, pages, _over: bool(asked.append(pages))
    preview = window.paper.preview
    preview.choose(CopyKind.DRAFT)
    with qtbot.waitSignal(preview.pages.ready):
        window.paper.print_()
    assert messages.asked == ["本机没有装齐公文标准字体，打印出来的字样与标准不同。"]
    assert asked == []


@pytest.mark.qt_log_ignore("QPainter::begin", "propagateSizeHints", "not support raise")
def test_a_printer_that_fails_is_one_clear_message(
    window: MainWindow, messages: SilentMessages, tmp_path: Path, qtbot: QtBot
) -> None:
    def to_nowhere(printer: QPrinter, *_: object) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "gone" / "out.pdf"))
        return True

    window.paper.press.ask_printer = to_nowhere
    window.paper.preview.choose(CopyKind.DRAFT)
    messages.answers.append(GO_ON)
    window.paper.print_()
    qtbot.waitUntil(lambda: bool(messages.told), timeout=20_000)
    assert "无法写入" in messages.told[0].what
    assert window.paper.press.run is None


@pytest.mark.parametrize("act", ["打印", "导出"])
def test_what_is_open_is_listed_before_a_final_copy_goes_out(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    shown: list[str] = []

    def no_answer(dialog: FinalCopyDialog) -> int:
        shown.append(f"{dialog.windowTitle()}\n{dialog.list.toPlainText()}")
        return 0

    monkeypatch.setattr(FinalCopyDialog, "exec", no_answer)
    monkeypatch.setattr(window.problems, "open_errors", lambda: ["第1段：缺句号。"])
    window.paper.preview.choose(CopyKind.FORMAL)
    (window.paper.print_ if act == "打印" else window.paper.save_pdf)()
    assert shown == [f"{act}前请看\n检查发现的错误：1处\n第1段：缺句号。\n"]
    assert not window.paper.preview.isVisible()


@needs_font
def test_saving_as_pdf_writes_the_copy_that_is_shown_and_proves_it(
    window: MainWindow,
    messages: SilentMessages,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    proofs: list[ProofDialog] = []

    def look(dialog: ProofDialog) -> None:
        proofs.append(dialog)

    monkeypatch.setattr(ProofDialog, "exec", look)
    path = tmp_path / "报告.pdf"
    ready(window, qtbot, CopyKind.CONSULT)
    messages.paths.append(path)
    window.paper.save_pdf()
    qtbot.waitUntil(lambda: bool(proofs), timeout=60_000)
    assert "（征求意见稿）.pdf" in messages.suggested[0]
    assert "（征求意见稿）" in "".join(read_pages(path.read_bytes()))


def test_a_pdf_that_cannot_be_written_is_one_clear_message(
    window: MainWindow, messages: SilentMessages, tmp_path: Path, qtbot: QtBot
) -> None:
    taken = tmp_path / "报告.pdf"
    taken.mkdir()
    messages.paths.append(taken)
    window.paper.preview.choose(CopyKind.DRAFT)
    window.paper.save_pdf()
    qtbot.waitUntil(lambda: bool(messages.told), timeout=60_000)
    assert "无法保存" in messages.told[0].what
