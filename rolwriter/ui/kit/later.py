"""A value worked out from the open project, off the key path and off the window's thread.

Work begins a moment after the last change, on the immutable project, and its answer
carries the revision it saw: one that comes too late is dropped and asked for again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from rolwriter.app.events import Event, Replaced, Saved
from rolwriter.app.session import Session
from rolwriter.model.project import Project
from rolwriter.ui.kit.aside import Aside

T = TypeVar("T")

DELAY = 400
"""Milliseconds of rest before the work begins."""


class Later(QObject, Generic[T]):
    """Keeps the value of the project as it was last at rest."""

    answered = Signal()
    """`value` is that of the project as it stands."""

    def __init__(
        self,
        session: Session,
        work: Callable[[Project], T],
        delay: int = DELAY,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._work = work
        self._value: T | None = None
        self._seen = -1
        self._running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay)
        self._timer.timeout.connect(self._begin)
        self._aside = Aside(self)
        session.listen(self._on_event)

    @property
    def value(self) -> T | None:
        """What was worked out last; None before the first time for this project."""
        return self._value

    @property
    def is_fresh(self) -> bool:
        """Whether the value is that of the project as it stands."""
        return self._seen == self._session.revision

    def now(self) -> T:
        """The value of the project as it stands, worked out on the spot where it must be."""
        if not self.is_fresh or self._value is None:
            value = self._work(self._session.project)
            self._take(self._session.revision, value)
            return value
        return self._value

    def again(self) -> T:
        """The value worked out anew, because something beside the project changed."""
        self._seen = -1
        return self.now()

    def _on_event(self, event: Event) -> None:
        if isinstance(event, Replaced):
            self._value = None  # of another project
        if not isinstance(event, Saved):
            self._timer.start()

    def _begin(self) -> None:
        if self._running or self.is_fresh:
            return
        self._running = True
        work = partial(self._work, self._session.project)
        self._aside.start(work, partial(self._on_answer, self._session.revision))

    def _on_answer(self, revision: int, answer: T, error: Exception | None) -> None:
        self._running = False
        if error is not None:
            raise error  # a bug: the program's own hook speaks
        if revision == self._session.revision:
            self._take(revision, answer)
        else:
            self._timer.start()

    def _take(self, revision: int, value: T) -> None:
        self._value = value
        self._seen = revision
        self.answered.emit()
