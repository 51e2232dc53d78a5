"""打印预览: the pages as they will be printed, beside the work and following it."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rolwriter.catalog.page_format import PageFormat
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.errors import RolwriterError
from rolwriter.ui.kit.faces import Faces
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.sizes import fit
from rolwriter.ui.paper.live import LivePages, MakeCopy
from rolwriter.ui.paper.page_view import Fit, PageView, Zoom
from rolwriter.writers.layout.page import Layout

_WAIT = 400
"""Milliseconds of rest after a change before the pages are laid out anew."""
_ZOOMS: tuple[Zoom, ...] = (Fit.PAGE, Fit.WIDTH, 50, 75, 100, 125, 150, 200, 300)
_STEPS = (50, 75, 100, 125, 150, 200, 300)


class PaperSource(Protocol):
    """The open report, as far as the preview knows it."""

    def maker(self, kind: CopyKind) -> MakeCopy:
        """What makes a copy of that kind of the report as it stands now."""
        ...

    def house(self) -> str:
        """The name of the rules the pages follow: the standard's or the house's own."""
        ...


class Preview(QDialog):
    """A window of its own; `refresh` tells it that the report has changed."""

    paragraph_wanted = Signal(str)
    print_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, source: PaperSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("打印预览")
        self.setWindowFlags(Qt.WindowType.Window)
        self._source = source
        self._then: Callable[[], object] | None = None
        self.layout_: Layout | None = None
        self.pages = LivePages(self)
        self.view = PageView(self)
        self.kind = _kind_box(self)
        self.zoom = _zoom_box(self)
        self.place = PlainLabel("", self)
        self.note = PlainLabel("", self)
        self.note.setWordWrap(True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_WAIT)
        self._build()
        self._connect()
        fit(self, 1180, 860)

    @property
    def chosen(self) -> CopyKind:
        """The kind of copy that is shown."""
        return CopyKind(self.kind.currentData())

    def choose(self, kind: CopyKind) -> None:
        """Show that kind of copy."""
        self.kind.setCurrentIndex(self.kind.findData(kind))

    def refresh(self) -> None:
        """The report or its rules have changed: lay out anew, after a moment's rest."""
        if self.isVisible():
            self._late.start()

    def when_ready(self, then: Callable[[], object]) -> None:
        """Call this once the pages shown are those of the report as it stands now."""
        self._then = then
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the window was away is laid out now."""
        super().showEvent(event)
        self._lay_out()
        self.view.setFocus()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, box in (("稿种(&K)：", self.kind), ("显示大小(&Z)：", self.zoom)):
            label = PlainLabel(words, self)
            label.setBuddy(box)
            box.setAccessibleName(words.partition("(")[0])
            row.addWidget(label)
            row.addWidget(box)
        row.addWidget(self.place)
        row.addStretch(1)
        for words, signal in (
            ("打印(&P)…", self.print_wanted),
            ("存为 PDF(&F)…", self.pdf_wanted),
        ):
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.clicked.connect(signal)
            row.addWidget(button)
        close = QPushButton("关闭(&C)", self)
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addLayout(row)
        head.addWidget(self.note)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self._late.timeout.connect(self._lay_out)
        self.kind.currentIndexChanged.connect(self._lay_out)
        self.zoom.activated.connect(self._on_zoom)
        self.view.moved.connect(self._tell)
        self.view.paragraph_wanted.connect(self.paragraph_wanted)
        self.pages.ready.connect(self._show)
        self.pages.failed.connect(self._fail)
        keys = {
            "Ctrl+=": partial(self.step, 1),
            "Ctrl++": partial(self.step, 1),
            "Ctrl+-": partial(self.step, -1),
            "Ctrl+0": partial(self._zoom_to, 100),
            "Ctrl+P": self.print_wanted.emit,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _lay_out(self) -> None:
        self._late.stop()
        self.place.setText("正在排版……")
        self.pages.want(self._source.maker(self.chosen))

    def _show(self, layout: Layout) -> None:
        self.layout_ = layout
        self.view.show_layout(layout, self.pages.glyphs)
        self.view.setEnabled(True)
        house = self._source.house()
        self.note.setText("　".join([f"版面：{house}。", font_words(layout.copy.page_format)]))
        then, self._then = self._then, None
        if then:
            then()

    def _fail(self, error: Exception) -> None:
        self._then = None
        if not isinstance(error, RolwriterError):
            raise error  # a bug: the program's own hook speaks
        self.layout_ = None
        self.view.clear()
        self.place.clear()
        self.note.setText(f"{error.what}{error.remedy}")

    def _tell(self) -> None:
        first, last = self.view.in_sight
        count = len(self.layout_.pages) if self.layout_ else 0
        pages = f"第{first}页" if first == last else f"第{first}—{last}页"
        self.place.setText(f"{pages}，共{count}页　{self.view.percent}%" if count else "")

    def _on_zoom(self) -> None:
        self.view.set_zoom(_ZOOMS[self.zoom.currentIndex()])

    def _zoom_to(self, percent: int) -> None:
        self.zoom.setCurrentIndex(_ZOOMS.index(percent))
        self.view.set_zoom(percent)

    def step(self, by: int) -> None:
        """Show the pages in the next larger, or with -1 the next smaller, size."""
        now = self.view.percent
        larger = [step for step in _STEPS if step > now]
        smaller = [step for step in _STEPS if step < now]
        if by > 0 and larger:
            self._zoom_to(larger[0])
        elif by < 0 and smaller:
            self._zoom_to(smaller[-1])


def font_words(page_format: PageFormat) -> str:
    """Which official fonts this machine lacks, and what stands in for each."""
    missing = missing_fonts(page_format)
    if not missing:
        return "公文标准字体齐全。"
    pairs = "，".join(f"{official}用{family}代替" for official, family in missing.items())
    return f"本机没有的公文字体：{pairs}。"


def missing_fonts(page_format: PageFormat) -> dict[str, str]:
    """The official fonts this machine lacks, each with the family that stands in for it."""
    shown = Faces(page_format).shown.values()
    return {face.official: face.family or "系统默认字体" for face in shown if face.substituted}


def _kind_box(parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    for kind in CopyKind:
        box.addItem(kind.label, kind)
    box.setCurrentIndex(box.findData(CopyKind.FORMAL))
    return box


def _zoom_box(parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    for zoom in _ZOOMS:
        box.addItem(zoom.value if isinstance(zoom, Fit) else f"{zoom}%")
    return box
