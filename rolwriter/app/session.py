"""The session: the open project, the only door for changes, and its listeners."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from rolwriter.app.events import Changed, Event, Replaced, Saved
from rolwriter.model.change import Change
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project

Listener = Callable[[Event], None]


class ReadOnlyError(RolwriterError):
    """A change was asked of a report that is open for reading only."""

    def __init__(self) -> None:
        super().__init__(
            "这份报告是只读打开的，不能修改。",
            "没有改动任何内容。",
            "要修改，请用“文件 → 另存为”存成自己的文件，再改那一份。",
        )


class Session:
    """One open project with its file, its revision counter and its listeners.

    Not thread-safe: it lives on one thread, and jobs get the immutable project.
    """

    def __init__(self, project: Project | None = None, path: Path | None = None) -> None:
        self._project = project or Project()
        self._path = path
        self._revision = 0
        self._saved_revision = 0 if path or project is None else -1
        self._read_only = ""
        self._listeners: list[Listener] = []

    @property
    def project(self) -> Project:
        """The project as it stands."""
        return self._project

    @property
    def path(self) -> Path | None:
        """The project's file; None while it was never saved."""
        return self._path

    @property
    def revision(self) -> int:
        """A number that grows with every change."""
        return self._revision

    @property
    def modified(self) -> bool:
        """Whether there is something that is not on disk."""
        return self._revision != self._saved_revision

    @property
    def read_only(self) -> str:
        """Why nothing may be changed, as a sentence; empty when it may."""
        return self._read_only

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` on every event; the answer is the way to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, change: Change, source: object = None) -> Change:
        """Make the change and tell everyone; returns the change that takes it back.

        KeyError when the change names an id the project does not have, ReadOnlyError
        when nothing may be changed; nothing has changed then.
        """
        if self._read_only:
            raise ReadOnlyError
        inverse = change.inverse(self._project)
        self._project = change.apply(self._project)
        self._revision += 1
        self._publish(Changed(self._revision, change, source))
        return inverse

    def fresh_ids(self, prefix: str = "p") -> Iterator[str]:
        """Ids no paragraph or part has had yet; those used become known with the change."""
        return (f"{prefix}{number}" for number in count(self._project.next_id))

    def mark_saved(self, path: Path, revision: int) -> None:
        """The project of that revision is now in that file, and may be changed there."""
        self._read_only = ""
        self._path = path
        self._saved_revision = revision
        self._publish(Saved(revision))

    def open(
        self, project: Project, path: Path | None, *, saved: bool = True, read_only: str = ""
    ) -> None:
        """Put another project in place of this one; unsaved when it has no file or is told so.

        ``read_only``: why it may not be changed, where that is so.
        """
        self._read_only = read_only
        self._project = project
        self._path = path
        self._revision += 1
        self._saved_revision = self._revision if path and saved else -1
        self._publish(Replaced(self._revision))

    def _publish(self, event: Event) -> None:
        for listener in tuple(self._listeners):
            listener(event)
