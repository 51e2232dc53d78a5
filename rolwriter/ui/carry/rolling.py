"""结转到新年度: one act on the undo stack, and a list of what it moved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from rolwriter.app.carry.roll_forward import roll_forward
from rolwriter.app.carry.survey import CarryReport
from rolwriter.model.change import SetProject
from rolwriter.model.errors import RolwriterError
from rolwriter.ui.carry.roll_dialogs import RollResult, YearDialog
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.messages import Choice, Messages

_SAVE_AS = (Choice("另存为新文件…"), Choice("以后再说", "back"))


class Rolling:
    """Rolls the open project forward."""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        messages: Messages,
        *,
        left: Callable[[], CarryReport],
        begin: Callable[[], None],
        save_as: Callable[[], object],
    ) -> None:
        self._window = window
        self._desk = desk
        self._messages = messages
        self._left = left
        self._begin = begin
        self._save_as = save_as

    def ask(self) -> None:
        """Ask for the year, then roll; say why where it cannot be done."""
        project = self._desk.session.project
        old = project.report.year or 0
        try:
            roll_forward(project, old + 1)
        except RolwriterError as error:
            self._messages.tell(error)
            return
        dialog = YearDialog(old, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.roll_to(dialog.year)

    def roll_to(self, year: int) -> None:
        """Roll, show what was moved, and begin to settle if that is wanted."""
        try:
            rolled = roll_forward(self._desk.session.project, year)
        except RolwriterError as error:
            self._messages.tell(error)
            return
        self._desk.history.do(SetProject(rolled.project), f"结转到{year}年")
        result = RollResult(rolled, self._left(), self._window)
        begin = result.exec() == QDialog.DialogCode.Accepted
        path = self._desk.session.path
        if path is not None:
            self._offer_new_file(path, year)
        if begin:
            self._begin()

    def _offer_new_file(self, path: Path, year: int) -> None:
        """The project's file holds last year's work: it should not be written over unasked."""
        what = "要把新年度的报告另存为新文件吗？"
        consequence = (
            f"“{path.name}”里还是结转前的报告。直接保存，会用{year}年的报告替换它"
            "（去年的正文仍保存在工程里）。"
        )
        if self._messages.ask(what, consequence, _SAVE_AS) == 0:
            self._save_as()
