"""The counts in the status bar: progress, what waits, characters, pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rolwriter.app.events import Event, Saved
from rolwriter.ui.kit.names import characters, report_characters

if TYPE_CHECKING:
    from rolwriter.ui.main_window import MainWindow


class Counts(QObject):
    """Keeps the counts of that window true."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.session.listen(self._on_event)
        for moved in (
            window.workspace.moved,
            window.checklist.found.answered,
            window.problems.counted,
            window.pages.answered,
        ):
            moved.connect(self.show)

    def show(self) -> None:
        """Show them as they are now."""
        window = self._window
        report, tab = window.session.project.report, window.workspace.chapter
        found, waiting, pages = (
            window.checklist.found.value,
            window.problems.waiting,
            window.pages.value,
        )
        words = (
            found.progress if found and window.has_report else "",
            f"待处理{waiting}" if waiting else "",
            f"本章{characters(report.part(tab.part_id)):,}字" if tab else "",
            f"全文{report_characters(report):,}字",
            f"约{pages.count}页" if pages and pages.count else "",
        )
        window.status.show_counts(" · ".join(word for word in words if word))

    def _on_event(self, event: Event) -> None:
        if not isinstance(event, Saved):
            self.show()
