"""A clerk who does not tire: thousands of scripted acts on a real window, dialogs answered."""

from __future__ import annotations

import random
from collections import Counter, deque
from collections.abc import Callable
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QTextEdit,
    QWidget,
)

from rolwriter.app.ledger.cells import LedgerColumn
from rolwriter.ui.ledger.model import COLUMNS
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.window.docks import PANELS
from tests.ui.typing import commit, compose

WORDS = (
    *("全年召开党组会41次，", "同比增长24%。", "一是", "（二）加强学习", "截至2025年底", "法治"),
    *("审查合同86份", "《行政复议法》", "未发生行政诉讼。", "约1.8万次", "𠀀", "abc 12", "，，"),
)
MOVES = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp),
)
"""Keys that are held down and repeat."""
KEYS = (
    *(Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
    *MOVES,
)
CELLS = ("12", "约30", "1.5", "次", "办公室", "不是数", "", "0")
LONGEST = 8_000
"""Characters of a chapter from which it is cut down again."""

REST_EVERY, REST = 400, 450
"""Acts between two rests, and milliseconds long enough for what waits for one."""
BUSY = 20

LIGHT = (
    *("tab_next", "tab_back", "to_text", "select_all", "copy", "carry_next", "carry_back"),
    *("carry_confirm", "carry_rewrite", "carry_leave_out", "carry_years", "carry_copy"),
    *("problem_next", "problem_back", "problem_check", "problem_fix", "problem_fix_all"),
    *("problem_take_back", "problem_copy", "link", "unlink", "ledger_take", "ledger_use"),
    *("ledger_copy", "ledger_delete", "ledger_add", "chapter_add", "chapter_up", "chapter_down"),
    *("chapter_split", "chapter_join", "chapter_remove", "zoom_in", "zoom_out", "zoom_reset"),
    *("guide", "reset_layout", "paste", "cut", "problem_silence"),
)
DIALOGS = (
    *("problem_menu", "problem_leave", "problem_rules", "problem_pairs", "rules_page"),
    *("link_value", "ledger_settle", "ledger_paste", "ledger_chart", "profiles", "settings"),
    *("checklist_print", "check_sheet", "fonts", "shortcuts", "about", "roll_forward"),
    *("ledger_export", "forms_make", "slip_make"),
)
FILES = ("save", "save_as", "open", "new", "export")
READING = ("import", "sample", "import_clipboard", "chapter_read_in", "forms_read", "slips_read")
LOOKS = ("zoom_in",) * 8
"""Every size of the text, whose glyphs are kept."""


class Clerk:
    """Acts at random, by a seed; what was done last is in `latest`."""

    def __init__(self, window: MainWindow, folder: Path, seed: int) -> None:
        self.window = window
        self.folder = folder
        self.latest: deque[str] = deque(maxlen=30)
        self.done: Counter[str] = Counter()
        self.events = 0
        """Keys, words of the input method, and acts that the window was given."""
        self._random = random.Random(seed)
        self._answered: QWidget | None = None
        self._answers = QTimer(window, interval=5)
        self._answers.timeout.connect(self._answer)
        self._answers.start()
        self._acts: dict[Callable[[], str], float] = {
            self._type: 42,
            self._press: 28,
            self._travel: 14,
            self._go: 6,
            self._panel: 2,
            self._cell: 2,
            self._field: 1.5,
            self._light: 4,
            self._dialog: 0.4,
            self._file: 0.1,
            self._read: 0.015,
        }

    def work(self, events: int, stop: Callable[[], bool]) -> None:
        """That many events, from an event loop as in the program, or until ``stop``."""
        loop = QEventLoop()
        end, acts = self.events + events, count(1)

        def go_on() -> None:
            if self.events >= end or stop():
                loop.quit()
                return
            self._act()
            rests = next(acts) % REST_EVERY == 0
            QTimer.singleShot(BUSY if self.window.jobs.busy else REST if rests else 0, go_on)

        QTimer.singleShot(0, go_on)
        loop.exec()

    def try_everything(self, stop: Callable[[], bool]) -> None:
        """Each act of the menus twice: what is loaded and kept for its next use is there then."""
        loop, left = QEventLoop(), iter(2 * (*LIGHT, *DIALOGS, *FILES, *READING, *LOOKS))

        def go_on() -> None:
            name = next(left, None)
            if name is None or stop():
                loop.quit()
                return
            self.latest.append(name)
            self._trigger(name)
            QTimer.singleShot(REST, go_on)

        QTimer.singleShot(0, go_on)
        loop.exec()

    def _act(self) -> None:
        what = self._random.choices([*self._acts], [*self._acts.values()])[0]
        self.latest.append(what.__name__)
        name = what()
        self.latest[-1] = name
        self.done[name] += 1
        self.events += 1

    def _editor(self) -> QTextEdit | None:
        chapter = self.window.workspace.chapter
        return chapter.editor if chapter else None

    def _type(self) -> str:
        field = QApplication.focusWidget()
        if not isinstance(field, QTextEdit | QLineEdit):
            self.window.workspace.focus_text()
            field = self._editor() or self.window.workspace
        if self._random.random() < 0.3:
            compose(field, "fa'zhi")
            self.events += 1
        commit(field, self._random.choice(WORDS))
        self._cut_down()
        return f"type in {type(field).__name__}"

    def _cut_down(self) -> None:
        editor = self._editor()
        if editor is not None and editor.document().characterCount() > LONGEST:
            cursor = editor.textCursor()
            cursor.setPosition(LONGEST // 2)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()

    def _press(self) -> str:
        editor = self._editor()
        field = QApplication.focusWidget() or editor or self.window
        shift = Qt.KeyboardModifier.ShiftModifier
        modifier = shift if self._random.random() < 0.1 else Qt.KeyboardModifier.NoModifier
        key = self._random.choice(KEYS)
        held = self._random.randrange(1, 12) if key in MOVES else 1
        for _ in range(held):
            QTest.keyClick(field, key, modifier)
        self.events += held - 1
        return f"press {key.name} in {type(field).__name__}"

    def _travel(self) -> str:
        return self._trigger("undo" if self._random.random() < 0.6 else "redo")

    def _go(self) -> str:
        tabs = self.window.workspace
        tabs.setCurrentIndex(self._random.randrange(tabs.count()))
        tabs.focus_text()
        editor = self._editor()
        if editor is not None:
            cursor = editor.textCursor()
            cursor.setPosition(self._random.randrange(editor.document().characterCount()))
            editor.setTextCursor(cursor)
        return "go to a tab"

    def _panel(self) -> str:
        dock = self.window.docks.docks[self._random.choice(PANELS).name]
        dock.setVisible(not dock.isVisible())
        if dock.isVisible():
            dock.raise_()
        return "open or close a panel"

    def _cell(self) -> str:
        panel = self.window.ledger.panel
        if not panel.model.rowCount():
            return self._trigger("ledger_take")
        figure = panel.model.figure(self._random.randrange(panel.model.rowCount()))
        panel.stand_at(figure.id, LedgerColumn.VALUE)
        column = self._random.choice([c for c in COLUMNS if c.editable])
        source = panel.model.index(panel.model.row_of(figure.id), COLUMNS.index(column))
        panel.model.setData(source, self._random.choice(CELLS))
        return "edit the ledger"

    def _field(self) -> str:
        guided = [tab.guide for tab in self.window.workspace.guided if tab.guide is not None]
        rows = [row for guide in guided if guide.isVisible() for row in guide.rows]
        if not rows:
            return self._trigger("guide")
        row = self._random.choice(rows)
        if isinstance(row.input, QComboBox):
            row.input.setCurrentIndex(self._random.randrange(row.input.count()))
            row.input.activated.emit(row.input.currentIndex())
        else:
            row.input.setFocus()
            row.input.setText(self._random.choice(CELLS))
            row.input.editingFinished.emit()
        return "fill a field"

    def _light(self) -> str:
        return self._trigger(self._random.choice(LIGHT))

    def _dialog(self) -> str:
        return self._trigger(self._random.choice(DIALOGS))

    def _file(self) -> str:
        return self._trigger(self._random.choice(FILES))

    def _read(self) -> str:
        QApplication.clipboard().setText("一、主要成效\n全年开会3次。")
        return self._trigger(self._random.choice(READING))

    def _trigger(self, name: str) -> str:
        self.latest[-1] = name
        self.window.actions_[name].trigger()
        return name

    def _answer(self) -> None:
        """Whatever asks is answered, at random."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
            return
        modal = QApplication.activeModalWidget()
        if modal is None:
            return
        again, self._answered = self._answered is modal, modal
        if isinstance(modal, QFileDialog) and not again:
            self._choose_file(modal)
        elif isinstance(modal, QMessageBox):
            QTimer.singleShot(0, self._random.choice(modal.buttons()).click)
        elif isinstance(modal, QInputDialog) and not again:
            modal.setTextValue(self._random.choice(("7", "理由")))
            QTimer.singleShot(0, modal.accept)
        elif isinstance(modal, QDialog):
            pressed = None if again else self._button(modal)
            QTimer.singleShot(0, pressed.click if pressed else modal.reject)

    def _button(self, dialog: QDialog) -> QAbstractButton | None:
        boxes = [] if isinstance(dialog, QPrintDialog) else dialog.findChildren(QDialogButtonBox)
        buttons = [b for box in boxes for b in box.buttons() if b.isEnabled() and b.isVisible()]
        return self._random.choice(buttons) if buttons else None

    def _choose_file(self, dialog: QFileDialog) -> None:
        wanted = dialog.nameFilters()[0] if dialog.nameFilters() else ""
        if dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave:
            dialog.selectFile(
                str(self.folder / f"{self._random.choice('abc')}.{dialog.defaultSuffix()}")
            )
        elif dialog.fileMode() is QFileDialog.FileMode.Directory:
            dialog.selectFile(str(self.folder))
        else:
            fits = [p for p in sorted(self.folder.iterdir()) if f"*{p.suffix}" in wanted]
            if not fits:
                dialog.reject()
                return
            dialog.selectFile(str(self._random.choice(fits)))
        # not from this timer's own slot: it would not look again while the dialog asks
        QTimer.singleShot(0, dialog.accept)
