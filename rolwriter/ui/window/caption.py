"""The title of the window and the state of saving, in the same words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rolwriter.app.events import Event, Replaced
from rolwriter.app.session import Session
from rolwriter.ui.window.status import Status


class Caption:
    """Shows whose report this is and whether it is on disk."""

    def __init__(self, window: QWidget, session: Session, status: Status) -> None:
        self._window = window
        self._session = session
        self._status = status
        self._last = ""
        session.listen(self._on_event)
        self.show()

    def say_saved(self, time: str) -> None:
        """It was saved at hh:mm."""
        self._last = f"已保存 {time}"
        self.show()

    def say_failed(self) -> None:
        """It could not be saved; the words are all still in the window."""
        self._last = "保存失败"
        self.show()

    def show(self) -> None:
        """Bring title and status bar up to date."""
        report = self._session.project.report
        state = self._state()
        title = report.title or "法治政府建设年度报告"
        brackets = f"［{state}］" if state else ""
        self._window.setWindowTitle(f"{title}[*]{brackets}".replace("\n", ""))
        self._window.setWindowModified(self._session.modified)
        self._status.show_saving(state)

    def _state(self) -> str:
        if not self._session.modified:
            return self._last
        if self._last == "保存失败":
            return self._last
        after = f"，{self._last}" if self._last else ""
        return "尚未存为文件" if self._session.path is None else f"有未保存的修改{after}"

    def _on_event(self, event: Event) -> None:
        if isinstance(event, Replaced):
            self._last = ""
        self.show()
