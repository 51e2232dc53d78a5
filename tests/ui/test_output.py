from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from rolwriter.app.output.export import Exported
from rolwriter.app.output.proof import Proof
from rolwriter.model.dispatch import CopyKind, Dispatch
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.ui.kit.messages import Messages
from rolwriter.ui.kit.services import Services
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.output.dispatch_dialog import DispatchDialog
from rolwriter.ui.output.output_desk import act_name
from rolwriter.ui.output.proof_dialog import ProofDialog
from tests.ui.conftest import no_rules
from tests.ui.silent import SilentMessages

FULL = Dispatch(
    "某局文件",
    ("张三", "李四"),
    "特急",
    "联系人：王五",
    ("甲局", "乙 局"),
    "某局办公室",
    date(2026, 1, 21),
    3,
    "自写水印",
    (2,),
)


def window_with(
    qtbot: QtBot, messages: SilentMessages, project: Project, **services: object
) -> MainWindow:
    window = MainWindow(Services(make_checker=no_rules, **services), messages)  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.show()
    window.files.show_unsaved(project, None, None)
    return window


@pytest.fixture
def proofs(monkeypatch: pytest.MonkeyPatch) -> list[ProofDialog]:
    shown = list[ProofDialog]()

    def look(dialog: ProofDialog) -> None:
        shown.append(dialog)

    monkeypatch.setattr(ProofDialog, "exec", look)
    return shown


def words(dialog: ProofDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


@pytest.mark.parametrize("kind", list(CopyKind))
def test_every_kind_is_exported_from_its_own_act_and_proved(  # noqa: PLR0917 fixtures
    kind: CopyKind,
    qtbot: QtBot,
    messages: SilentMessages,
    project: Project,
    proofs: list[ProofDialog],
    tmp_path: Path,
) -> None:
    window = window_with(qtbot, messages, project)
    messages.paths = [tmp_path / "a.docx"]
    window.actions_[act_name(kind)].trigger()
    qtbot.waitUntil(lambda: bool(proofs))
    assert (tmp_path / "a.docx").read_bytes().startswith(b"PK")
    assert any("一字不差" in line for line in words(proofs[0]))
    assert ("（" in Path(messages.suggested[0]).name) is (kind is not CopyKind.FORMAL)


def test_what_was_left_out_stands_first_in_the_proof(
    qtbot: QtBot,
    messages: SilentMessages,
    project: Project,
    proofs: list[ProofDialog],
    tmp_path: Path,
) -> None:
    def export(*_: object, **__: object) -> Exported:
        return Exported(Proof(1, 22, 28, (), fonts_known=True), 3, ("签发人还没有填写。",))

    window = window_with(qtbot, messages, project, export_copy=export)
    messages.paths = [tmp_path / "a.docx"]
    window.output.export(CopyKind.UPWARD)
    qtbot.waitUntil(lambda: bool(proofs))
    first, *_, last = words(proofs[0])
    assert "“未归类”里有3段文字没有写入" in first
    assert last == "签发人还没有填写。"
    assert proofs[0].list.accessibleName()


def test_an_export_that_fails_is_one_message(
    qtbot: QtBot, messages: SilentMessages, project: Project, tmp_path: Path
) -> None:
    def refuse(*_: object, **__: object) -> Exported:
        raise RolwriterError("磁盘满了。", "原来的文件没有改动。", "请换一个磁盘。")

    window = window_with(qtbot, messages, project, export_copy=refuse)
    messages.paths = [tmp_path / "a.docx"]
    window.output.export(CopyKind.DRAFT)
    qtbot.waitUntil(lambda: bool(messages.told))
    assert messages.told[0].what == "磁盘满了。"


def test_no_place_chosen_writes_nothing(
    qtbot: QtBot, messages: SilentMessages, project: Project
) -> None:
    window = window_with(qtbot, messages, project)
    messages.paths = [None]
    window.output.export(CopyKind.DRAFT)
    assert not window.jobs.busy


def test_the_form_gives_back_what_it_was_given(qtbot: QtBot, messages: SilentMessages) -> None:
    for dispatch in (FULL, Dispatch()):
        dialog = DispatchDialog(dispatch, "某局", messages)
        qtbot.addWidget(dialog)
        assert dialog.dispatch == dispatch


def test_every_field_of_the_form_says_what_it_is(qtbot: QtBot, messages: SilentMessages) -> None:
    dialog = DispatchDialog(FULL, "某局", messages)
    qtbot.addWidget(dialog)
    fields: list[QWidget] = [dialog.masthead, dialog.signatories, dialog.urgency, dialog.note]
    fields += [dialog.copies_to, dialog.printer, dialog.print_date, dialog.draft_number]
    fields.append(dialog.watermark)
    for field in fields:
        assert field.accessibleName()
        assert field.accessibleDescription()
    assert isinstance(dialog.urgency, QComboBox)
    assert isinstance(dialog.masthead, QLineEdit)


def test_a_day_that_is_none_keeps_the_form_open(qtbot: QtBot, messages: SilentMessages) -> None:
    dialog = DispatchDialog(FULL, "某局", messages)
    qtbot.addWidget(dialog)
    dialog.print_date.setText("下周")
    dialog.accept()
    assert messages.told[0].what == "印发日期“下周”不是一个日期。"
    assert dialog.result() == 0
    dialog.print_date.setText("2026-2-3")
    dialog.accept()
    assert dialog.dispatch.print_date == date(2026, 2, 3)


def test_the_form_is_one_step_of_undo(
    qtbot: QtBot, messages: SilentMessages, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = window_with(qtbot, messages, project)

    def fill(dialog: DispatchDialog) -> int:
        dialog.signatories.setText("张三 李四")
        dialog.accept()
        return 1

    monkeypatch.setattr(DispatchDialog, "exec", fill)
    window.actions_["dispatch"].trigger()
    assert window.session.project.dispatch == replace(Dispatch(), signatories=("张三", "李四"))
    window.desk.history.undo()
    assert window.session.project.dispatch == Dispatch()


def test_a_name_takes_the_ending_of_the_kind_that_is_chosen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def choose(dialog: QFileDialog) -> int:
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.filterSelected.emit("PDF 文件 (*.pdf)")
        return 1

    monkeypatch.setattr(QFileDialog, "exec", choose)
    kinds = "Word 文档 (*.docx);;PDF 文件 (*.pdf)"
    chosen = Messages(parent).file_to_save("导出", str(tmp_path / "报告.docx"), kinds, "docx")
    assert chosen is not None
    assert chosen.name == "报告.pdf"
