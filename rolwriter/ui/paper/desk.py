"""打印预览, 打印 and 存为 PDF of the open report."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rolwriter.app.events import Event, Saved
from rolwriter.app.output.copies import make_copy
from rolwriter.catalog.house import page_name
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.finding import Finding
from rolwriter.ui.paper.live import MakeCopy
from rolwriter.ui.paper.press import Press
from rolwriter.ui.paper.preview import Preview

if TYPE_CHECKING:
    from rolwriter.ui.main_window import MainWindow


class PaperDesk(QObject):
    """Holds the preview, which is one window that follows the report, and prints from it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._preview: Preview | None = None
        self.press = Press(window, window.messages, window.memory, window.desk.notice)
        """The way to a printer, for lists and tables too."""
        self._desk.session.listen(self._on_event)
        window.problems.counted.connect(self._on_found)

    @property
    def preview(self) -> Preview:
        """The window with the pages; made when it is first wanted."""
        if self._preview is None:
            self._preview = Preview(self, self._window)
            self._preview.paragraph_wanted.connect(self._go_to)
            self._preview.print_wanted.connect(self.print_)
            self._preview.pdf_wanted.connect(self.save_pdf)
        return self._preview

    def show(self) -> None:
        """打印预览."""
        preview = self.preview
        preview.show()
        preview.raise_()
        preview.activateWindow()

    def print_(self) -> None:
        """打印: the copy the preview shows, which is shown first, so that nobody prints unseen."""
        if not self._may_print():
            return
        self.show()
        self.preview.when_ready(self._print_shown)

    def save_pdf(self) -> None:
        """存为 PDF: the copy the preview shows."""
        self._window.output.export(self.preview.chosen, ".pdf")

    def maker(self, kind: CopyKind) -> MakeCopy:
        """What makes a copy of the report as it stands; safe on any thread."""
        findings: list[Finding] = []
        if kind is CopyKind.DRAFT and self._window.problems.found.is_fresh:
            findings = [row.finding for row in self._window.problems.standing]
        return partial(
            make_copy,
            self._desk.session.project,
            kind,
            self._window.catalogue(),
            page_format=self._window.memory.page_format(),
            findings=findings,
            day=date.today(),
            threshold=self._window.memory.settings.jump_percent,
        )

    def house(self) -> str:
        """The rules the pages follow."""
        return page_name(self._window.memory.settings.house)

    def refresh(self) -> None:
        """The settings have changed: the pages may look otherwise."""
        if self._preview is not None:
            self._preview.refresh()

    def _may_print(self) -> bool:
        """A copy that leaves the office is not printed before what is open was shown."""
        kind = self.preview.chosen
        if kind is CopyKind.DRAFT:
            self._window.problems.fresh()
        return not kind.is_final or self._window.carry.may_export("打印")

    def _print_shown(self) -> None:
        preview = self.preview
        if preview.layout_ is not None:
            name, glyphs = preview.chosen.label, preview.pages.glyphs
            self.press.print_layout(preview.layout_, glyphs, name, preview)

    def _go_to(self, paragraph_id: str) -> None:
        if self._window.carry.spot.go_to(paragraph_id):
            self._window.activateWindow()
        else:
            self._desk.notice("这一段已经不在报告里了。")

    def _on_event(self, event: Event) -> None:
        if not isinstance(event, Saved):
            self.refresh()

    def _on_found(self) -> None:
        if self._preview is not None and self._preview.chosen is CopyKind.DRAFT:
            self._preview.refresh()
