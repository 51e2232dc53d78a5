"""A form as it will be printed: to look at, to print, to save as Word or PDF."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from rolwriter.model.errors import RolwriterError
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.sizes import fit
from rolwriter.ui.paper.live import LivePages, MakeCopy
from rolwriter.ui.paper.page_view import Fit, PageView
from rolwriter.writers.layout.page import Layout


class FormDialog(QDialog):
    """Shows the pages of one copy; the acts are signals."""

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, title: str, make: MakeCopy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._make = make
        self.layout_: Layout | None = None
        self.pages = LivePages(self)
        self.view = PageView(self)
        self.view.setAccessibleName(title)
        self.view.set_zoom(Fit.WIDTH)
        self.note = PlainLabel("已从报告填好能填的内容；意见、签名和日期留空，打印后手写。", self)
        self.note.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        printing = buttons.addButton("打印(&P)…", QDialogButtonBox.ButtonRole.ActionRole)
        saving = buttons.addButton("另存(&S)…", QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("关闭(&C)", QDialogButtonBox.ButtonRole.RejectRole)
        printing.clicked.connect(self.print_wanted)
        saving.clicked.connect(self.save_wanted)
        buttons.rejected.connect(self.reject)
        self.acts = (printing, saving)
        for button in self.acts:
            button.setAutoDefault(False)
            button.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(12)
        for widget, margin in ((self.note, 24), (self.view, 0), (buttons, 24)):
            widget.setContentsMargins(margin, 0, margin, 0)
            column.addWidget(widget, int(widget is self.view))
        self.pages.ready.connect(self._show)
        self.pages.failed.connect(self._fail)
        fit(self, 760, 820)

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the form out when it is first seen."""
        super().showEvent(event)
        self.pages.want(self._make)

    def _show(self, layout: Layout) -> None:
        self.layout_ = layout
        self.view.show_layout(layout, self.pages.glyphs)
        for button in self.acts:
            button.setEnabled(True)
        self.view.setFocus()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, RolwriterError):
            raise error  # a bug: the program's own hook speaks
        self.note.setText(f"{error.what}{error.remedy}")
