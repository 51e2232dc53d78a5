"""Undo: one order of acts for the whole report, typing and chapter acts alike.

The rule is one sentence: Ctrl+Z takes back the latest act, wherever it was made,
and the window shows that place. Because acts come back in strict order, an inverse
always meets the project it was made for and can overwrite nothing typed later.
The editors' own histories stay off: they would not know of acts on other chapters.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from rolwriter.app.drafts import with_draft
from rolwriter.app.events import Changed, Event, Replaced, Saved
from rolwriter.app.session import Session
from rolwriter.model.change import Change, SetProject, SetReport

PAUSE = 1.0
"""Seconds of rest after which typing on becomes a step of its own."""
LIMIT = 2000
"""Steps kept; each holds only the paragraphs that differ."""


class _Step(QUndoCommand):
    """A change already made, and the one that takes it back."""

    def __init__(
        self, history: History, change: Change, inverse: Change, merge: str, made: float
    ) -> None:
        super().__init__()
        self.history = history
        self.change = change
        self.inverse = inverse
        self.merge = merge
        self.made = made
        self._pushed = False

    def redo(self) -> None:
        if self._pushed:  # pushing it runs it once more
            self.inverse = self.history.travel(self.change)
        self._pushed = True

    def undo(self) -> None:
        self.history.travel(self.inverse)

    def takes_in(self, change: Change, merge: str, made: float) -> bool:
        """Whether typing on is part of this step; it is taken in then."""
        if not merge or merge != self.merge or made - self.made > PAUSE:
            return False
        self.change, self.made = change, made
        return True


class History(QObject):
    """The window's only door to `Session.apply`."""

    travelled = Signal(object)
    """The change that an undo or a redo has just made."""

    def __init__(
        self,
        session: Session,
        parent: QObject | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self.clock = clock
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(LIMIT)
        self._session = session
        self._applying = False
        self._stop = session.listen(self._on_event)

    def do(
        self,
        change: Change,
        label: str,
        source: object = None,
        merge: str = "",
        *,
        whole: bool = False,
    ) -> None:
        """Make a change that can be taken back.

        ``label`` is what the menu shows after 撤销; steps with the same ``merge`` key
        made without a pause become one. KeyError, and nothing has changed, when the
        change names what is not there. Before a change of everything, or of so much
        that it is called ``whole``, a draft (稿次) is kept in the same step.
        """
        if whole or isinstance(change, SetProject | SetReport):
            change = with_draft(self._session.project, change, label)
        inverse, made = self._apply(change, source), self.clock()
        # not by Qt's own merging: it leaves a step behind for each one merged (PySide6 6.11)
        latest = self._latest() if not self.stack.canRedo() else None
        if latest is None or not latest.takes_in(change, merge, made):
            step = _Step(self, change, inverse, merge, made)
            step.setText(label)
            self.stack.push(step)

    def undo(self) -> None:
        """Take back the latest act."""
        self.stack.undo()

    def redo(self) -> None:
        """Make the act taken back last once more."""
        self.stack.redo()

    def seal(self) -> None:
        """Let what is typed next be a step of its own."""
        step = self._latest()
        if step is not None:
            step.made = float("-inf")

    def travel(self, change: Change) -> Change:
        """Run a change on the way back or forth; for the steps themselves."""
        inverse = self._apply(change, self)
        self.travelled.emit(change)
        return inverse

    def close(self) -> None:
        """Stop listening to the session."""
        self._stop()

    def _latest(self) -> _Step | None:
        """The step that an undo would take back; None while there is none."""
        step = self.stack.command(self.stack.index() - 1) if self.stack.index() else None
        return step if isinstance(step, _Step) else None

    def _apply(self, change: Change, source: object) -> Change:
        self._applying = True
        try:
            return self._session.apply(change, source)
        finally:
            self._applying = False

    def _on_event(self, event: Event) -> None:
        # A change that came past this door makes the kept inverses untrue:
        # forgetting them loses the way back, applying them could lose words.
        match event:
            case Changed() if not self._applying:
                self.stack.clear()
            case Replaced():
                self.stack.clear()
            case Changed() | Saved():
                pass
