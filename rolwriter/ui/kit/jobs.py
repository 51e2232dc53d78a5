"""Long work off the window's thread: a plain function on values, its answer brought back.

One job at a time. A cancelled job is asked to stop (a reading process ends at once)
and its answer is dropped; its thread does not keep the program from closing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from rolwriter.app.cancel import HowFar, cancellable
from rolwriter.ui.kit.aside import Aside

T = TypeVar("T")

_ASK = 100
"""Milliseconds between two questions of how far a job is."""


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """What to do, what it is called while it runs, and who gets the answer."""

    label: str
    work: Callable[[], T]
    done: Callable[[T], object]
    failed: Callable[[Exception], None]


class Jobs(QObject):
    """Runs one job; `started` and `ended` are for the bar that shows it."""

    started = Signal(str)
    said = Signal(str)
    """The label with how far the work is."""
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._deliver: Callable[[object, Exception | None], None] | None = None
        self._aside = Aside(self)
        self._stop = Event()
        self._clock = QTimer(self)
        self._clock.setInterval(_ASK)
        self._clock.timeout.connect(self._say)
        self._label = ""
        self._how_far = HowFar()
        self.ended.connect(self._clock.stop)

    @property
    def busy(self) -> bool:
        """Whether a job is running."""
        return self._deliver is not None

    def start(self, job: Job[T]) -> bool:
        """Begin; False, and nothing happens, while another job runs."""
        if self.busy:
            return False
        self._number += 1

        def deliver(answer: object, error: Exception | None) -> None:
            if error is None:
                job.done(answer)  # pyright: ignore[reportArgumentType] the job's own answer
            else:
                job.failed(error)

        self._deliver = deliver
        self.started.emit(job.label)
        self._label, self._how_far, self._stop = job.label, HowFar(), Event()
        self._clock.start()
        work = partial(cancellable, self._stop, job.work, self._how_far)
        self._aside.start(work, partial(self._on_answer, self._number))
        return True

    def cancel(self) -> None:
        """Give the running job up."""
        if self.busy:
            self._stop.set()
            self._number += 1
            self._deliver = None
            self.ended.emit()

    def _say(self) -> None:
        if self._how_far.words:
            self.said.emit(f"{self._label}：{self._how_far.words}")

    def _on_answer(self, number: int, answer: object, error: Exception | None) -> None:
        deliver = self._deliver
        if number != self._number or deliver is None:
            return
        self._deliver = None
        self.ended.emit()
        deliver(answer, error)
