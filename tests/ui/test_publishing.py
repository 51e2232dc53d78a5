"""保密审查表, 公开审批表, the record of 报送 and 公开, hidden data and the page on the site."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QMainWindow
from pytestqt.qtbot import QtBot

from rolwriter.model.dispatch import Delivery, DeliveryKind
from rolwriter.model.project import Project
from rolwriter.ui.kit import table_saving
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.output import deliveries_desk, publish_desk
from rolwriter.ui.output.deliveries_dialog import DeliveriesDialog
from rolwriter.ui.output.delivery_dialog import DeliveryDialog
from rolwriter.ui.output.form_dialog import FormDialog
from rolwriter.ui.window.settings_dialog import SettingsDialog
from rolwriter.writers.xlsx.table import Table
from tests.ui.paper.papers import needs_font
from tests.ui.silent import SilentMessages

SENT = Delivery("d90", DeliveryKind.SUBMITTED, date(2026, 2, 24), "区委")


class Clock(date):
    """A day on which 2025's report is due."""

    @classmethod
    def today(cls) -> date:
        return date(2026, 2, 17)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deliveries_desk, "date", Clock)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Table]:
    """The tables that are shown, each closed at once."""
    tables = list[Table]()

    class Closed(QDialog):
        print_wanted = Signal()

        def __init__(self, table: Table, parent: QMainWindow) -> None:
            super().__init__(parent)
            tables.append(table)

        def exec(self) -> int:
            return 0

    monkeypatch.setattr(table_saving, "TableDialog", Closed)
    return tables


def answer(monkeypatch: pytest.MonkeyPatch, receiver: str, address: str = "") -> None:
    """Fill in the next record."""

    def exec_(dialog: DeliveryDialog) -> int:
        dialog.receiver.setCurrentText(receiver)
        dialog.address.setText(address)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(DeliveryDialog, "exec", exec_)


def test_no_two_acts_share_a_key(window: MainWindow) -> None:
    keys = [key for _, key in window.actions_.shortcuts()]
    assert sorted(set(keys)) == sorted(keys)


def test_the_deadlines_stand_in_the_status_bar(window: MainWindow) -> None:
    assert window.status.deadlines == "报送 3月1日（还有12天） · 公开 4月1日（还有43天）"


def test_a_record_is_made_shown_and_taken_back(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    answer(monkeypatch, "区委、区政府")
    window.publish.deliveries.add(DeliveryKind.SUBMITTED)

    (kept,) = window.session.project.deliveries
    assert (kept.kind, kept.day, kept.receiver) == (
        DeliveryKind.SUBMITTED,
        date(2026, 2, 17),
        "区委、区政府",
    )
    qtbot.waitUntil(lambda: window.status.deadlines.startswith("已报送 2月17日"))
    window.desk.history.undo()
    assert window.session.project.deliveries == ()
    qtbot.waitUntil(lambda: window.status.deadlines.startswith("报送 3月1日"))


def test_an_address_that_is_none_is_told_and_nothing_is_recorded(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, messages: SilentMessages
) -> None:
    answer(monkeypatch, "网站", "不是 网址")
    window.publish.deliveries.add(DeliveryKind.PUBLISHED)

    assert window.session.project.deliveries == ()
    assert "不像网页的地址" in messages.told[0].what


def test_a_record_is_edited_and_deleted_in_the_dialog(
    window: MainWindow,
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    shown: list[Table],
) -> None:
    window.session.open(replace(project, deliveries=(SENT,)), None)
    seen = list[list[str]]()

    def texts(dialog: DeliveriesDialog) -> list[str]:
        items = (dialog.table.item(0, at) for at in range(dialog.table.columnCount()))
        return [item.text() if item else "" for item in items]

    def exec_(dialog: DeliveriesDialog) -> int:
        seen.append(texts(dialog))
        dialog.edit.click()
        seen.append(texts(dialog))
        dialog.print_wanted.emit()
        dialog.delete.click()
        seen.append([dialog.warnings.text()])
        return 0

    answer(monkeypatch, "区委、区政府")
    monkeypatch.setattr(DeliveriesDialog, "exec", exec_)
    window.publish.deliveries.show()

    assert [row[2] if len(row) > 2 else row[0][:4] for row in seen] == [
        "区委",
        "区委、区政府",
        "还没有记",
    ]
    assert shown[0].rows[0][0] == "报送"
    window.desk.history.undo()
    assert len(window.session.project.deliveries) == 1


def test_a_publication_without_review_is_warned_of_in_the_dialog(
    window: MainWindow, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = Delivery("d91", DeliveryKind.PUBLISHED, date(2026, 2, 16))
    window.session.open(replace(project, deliveries=(public,)), None)
    said = list[str]()

    def exec_(dialog: DeliveriesDialog) -> int:
        said.append(dialog.warnings.text())
        return 0

    monkeypatch.setattr(DeliveriesDialog, "exec", exec_)
    window.publish.deliveries.show()
    assert "没有记录保密审查" in said[0]


def test_a_places_own_day_is_taken_from_the_settings(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exec_(dialog: SettingsDialog) -> int:
        dialog.deadlines.model_area.own.setChecked(True)
        dialog.deadlines.publish.own.setChecked(True)
        dialog.deadlines.publish.day.setDate(dialog.deadlines.publish.day.date().addDays(-31))
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(SettingsDialog, "exec", exec_)
    window.show_settings()

    assert window.memory.settings.model_area_by == "01-31"
    assert window.status.deadlines.startswith("示范地区报送 1月31日（已过17天）")
    assert "公开 3月1日" in window.status.deadlines


def test_a_file_is_inspected_and_its_findings_stand_in_a_table(
    window: MainWindow, messages: SilentMessages, shown: list[Table], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "页.html"
    path.write_text("<!DOCTYPE html><html><body><!-- 待改 --></body></html>", "utf-8")
    messages.paths = [path]
    with qtbot.waitSignal(window.jobs.ended, timeout=20_000):
        window.publish.inspect()
    assert shown[0].rows == (("批注", "待改", "第1行", 1),)


def test_a_clean_file_is_said_to_be_clean_and_a_broken_one_told(
    window: MainWindow, messages: SilentMessages, tmp_path: Path, qtbot: QtBot
) -> None:
    clean, broken = tmp_path / "文.txt", tmp_path / "坏.docx"
    clean.write_text("今年开会三次。", "utf-8")
    broken.write_bytes(b"PK\x03\x04")
    for path in (clean, broken):
        messages.paths = [path]
        with qtbot.waitSignal(window.jobs.ended, timeout=20_000):
            window.publish.inspect()
    assert "没有发现隐藏信息" in messages.informed[0]
    assert "坏.docx" in messages.told[0].what or "损坏" in messages.told[0].what


def test_a_page_is_compared_and_its_differences_stand_in_a_table(
    window: MainWindow, messages: SilentMessages, shown: list[Table], tmp_path: Path, qtbot: QtBot
) -> None:
    lines = [p.text for p in window.session.project.report.paragraphs]
    path = tmp_path / "页.html"
    body = "".join(f"<p>{line.replace('三次', '两次')}</p>" for line in lines)
    path.write_text(f"<!DOCTYPE html><html><body>{body}</body></html>", "utf-8")
    messages.paths = [path]
    with qtbot.waitSignal(window.jobs.ended, timeout=20_000):
        window.publish.check_page()
    assert [row[0] for row in shown[0].rows] == ["文字不同"]


@needs_font
@pytest.mark.parametrize("name", list(publish_desk.FormName))
def test_a_form_is_shown_as_a_page_and_saved_as_word(
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qtbot: QtBot,
    name: publish_desk.FormName,
) -> None:
    path = tmp_path / "表.docx"
    monkeypatch.setattr(window.messages, "paths", [path])
    pages = list[int]()

    def exec_(dialog: FormDialog) -> int:
        with qtbot.waitSignal(dialog.pages.ready, timeout=20_000):
            dialog.show()
        assert dialog.layout_ is not None
        pages.append(len(dialog.layout_.pages))
        with qtbot.waitSignal(window.jobs.ended, timeout=20_000):
            dialog.save_wanted.emit()
        dialog.close()
        return 0

    monkeypatch.setattr(FormDialog, "exec", exec_)
    window.publish.show_form(name)

    assert pages == [1]
    assert path.read_bytes().startswith(b"PK")
