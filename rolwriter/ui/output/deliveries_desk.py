"""The record of 报送 and 公开 in the window, and its deadlines in the status bar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from rolwriter.app.events import Event, Saved
from rolwriter.app.output.deliveries import (
    Deadline,
    deadline_words,
    deadlines,
    deliveries_table,
    put_delivery,
    receivers,
    warnings,
    without_delivery,
)
from rolwriter.model.dispatch import Delivery, DeliveryKind
from rolwriter.ui.kit.table_saving import show_table
from rolwriter.ui.output.deliveries_dialog import DeliveriesDialog
from rolwriter.ui.output.delivery_dialog import DeliveryDialog

if TYPE_CHECKING:
    from rolwriter.ui.main_window import MainWindow

_HOUR = 3_600_000


class DeliveriesDesk(QObject):
    """Every act on the record is one step of undo."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: DeliveriesDialog | None = None
        self._seen: tuple[object, ...] = ()
        self._clock = QTimer(self)
        self._clock.setInterval(_HOUR)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()
        window.desk.session.listen(self._on_event)

    def show(self) -> None:
        """The record as a window over the report."""
        dialog = DeliveriesDialog(self._window)
        self._dialog = dialog
        dialog.add_wanted.connect(self.add)
        dialog.edit_wanted.connect(self.edit)
        dialog.delete_wanted.connect(self.delete)
        dialog.print_wanted.connect(self.print_)
        self._fill()
        dialog.exec()
        self._dialog = None

    def add(self, kind: DeliveryKind) -> None:
        """Ask for a new record of that kind."""
        new = Delivery(next(self._window.session.fresh_ids("d")), kind, date.today())
        self._ask(new, f"记录{kind.label}")

    def edit(self, row: int) -> None:
        """Change the record in that row."""
        old = self._window.session.project.deliveries[row]
        self._ask(old, f"修改{old.kind.label}记录")

    def delete(self, row: int) -> None:
        """Take the record in that row out; undo brings it back."""
        project = self._window.session.project
        old = project.deliveries[row]
        change = without_delivery(project, old.id)
        self._window.desk.history.do(change, f"删除{old.kind.label}记录")
        self._window.desk.notice(f"已删除一条{old.kind.label}记录。按 Ctrl+Z 可撤销。")
        self._fill()

    def print_(self) -> None:
        """The record as a page: print it or save it as a table."""
        show_table(self._window, deliveries_table(self._window.session.project))

    def refresh(self) -> None:
        """Show the deadlines of the report as it stands today."""
        window = self._window
        project, today = window.session.project, date.today()
        seen = (project.report.year, project.deliveries, window.memory.settings, today)
        if seen == self._seen and window.has_report:
            return
        self._seen = seen
        limits = self.limits() if window.has_report else ()
        tip = [f"{d.name}：{d.day.year}年{d.day.month}月{d.day.day}日（{d.basis}）" for d in limits]
        window.status.show_deadlines(
            deadline_words(limits, today), "\n".join([*tip, *warnings(project, limits, today)])
        )

    def limits(self) -> tuple[Deadline, ...]:
        """The deadlines of the open report."""
        window = self._window
        return deadlines(window.session.project, window.catalogue(), window.memory.settings)

    def _ask(self, delivery: Delivery, label: str) -> None:
        window = self._window

        def take(record: Delivery) -> None:
            window.desk.history.do(put_delivery(window.session.project, record), label)

        names = () if delivery.kind is not DeliveryKind.SUBMITTED else self._receivers()
        dialog = DeliveryDialog(delivery, names, window.messages, take, self._dialog or window)
        if dialog.exec():
            window.desk.notice(f"已{label}。按 Ctrl+Z 可撤销。")
            self._fill()

    def _receivers(self) -> tuple[str, ...]:
        """All receivers as one line first, then each."""
        names = receivers(self._window.session.project)
        return ("、".join(names), *names) if len(names) > 1 else names

    def _fill(self) -> None:
        if self._dialog is None:
            return
        project, today, limits = self._window.session.project, date.today(), self.limits()
        self._dialog.show_records(
            deliveries_table(project),
            deadline_words(limits, today),
            warnings(project, limits, today),
        )

    def _on_event(self, event: Event) -> None:
        if not isinstance(event, Saved):
            QTimer.singleShot(0, self, self.refresh)
