"""Keeps the recovery copy of the open report true, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from rolwriter.app.events import Event, Replaced, Saved
from rolwriter.app.recovery import Journal, LeftOver, Origin, new_journal, origin_of
from rolwriter.app.session import Session
from rolwriter.model.errors import RolwriterError
from rolwriter.ui.kit.aside import Aside
from rolwriter.ui.kit.plain_edit import PlainEdit

DELAY = 1500
"""Milliseconds after the first change that is not in the copy."""
LONGEST = 3.5
"""Seconds that an input method's composing may put it off."""
_AGAIN = 150


class Recovery(QObject):
    """Writes what is not saved, and removes the copy when it is, or is given up."""

    trouble = Signal(str)
    """The copy cannot be written: told once, until it can be again."""

    def __init__(
        self, session: Session, seal: Callable[[], str | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._seal = seal
        self._journal: Journal = new_journal()
        self._adopting = False
        self._writing = False
        self._failing = False
        self._since = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        self._aside = Aside(self)
        self._stop = session.listen(self._on_event)

    def adopt(self, left: LeftOver, show: Callable[[], None]) -> None:
        """Go on with a copy left over: it stays on disk while ``show`` opens its project."""
        self._journal.clear()
        self._journal = left.journal
        self._adopting = True
        try:
            show()
        finally:
            self._adopting = False
        self._arm()

    def save_now(self) -> bool:
        """Write on the spot, for something went wrong; whether there was need and it worked."""
        if not self._session.modified:
            return False
        try:
            self._journal.write(self._session.project, self._origin(), self._journal.life)
        except Exception:  # who calls is telling of a fault already
            return False
        return True

    def close(self) -> None:
        """The window goes, and the clerk knows what becomes of the report."""
        self._stop()
        self._timer.stop()
        self._journal.clear()

    def _origin(self) -> Origin:
        return origin_of(self._session.path, self._seal())

    def _on_event(self, event: Event) -> None:
        if isinstance(event, Saved | Replaced) and not self._adopting:
            if isinstance(event, Saved) and self._session.modified:
                return
            self._timer.stop()
            self._journal.clear()
        if self._session.modified:
            self._arm()

    def _arm(self) -> None:
        if not self._timer.isActive() and not self._writing:
            self._since = monotonic()
            self._timer.start(DELAY)

    def _begin(self) -> None:
        if _composing() and monotonic() - self._since < LONGEST:
            self._timer.start(_AGAIN)
            return
        self._writing = True
        journal, revision = self._journal, self._session.revision
        work = partial(journal.write, self._session.project, self._origin(), journal.life)
        self._aside.start(work, partial(self._on_wrote, revision))

    def _on_wrote(self, revision: int, _: object, error: Exception | None) -> None:
        self._writing = False
        if self._session.modified and (error is not None or revision != self._session.revision):
            self._arm()
        if error is not None and not isinstance(error, RolwriterError):
            raise error  # a bug: the program's own hook speaks
        if error is not None and not self._failing:
            self.trouble.emit(f"恢复副本写不进去：{error.what}请尽快保存报告。")
        self._failing = error is not None


def _composing() -> bool:
    field = QApplication.focusWidget()
    return isinstance(field, PlainEdit) and field.composing
