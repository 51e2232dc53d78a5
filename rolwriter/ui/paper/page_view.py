"""The set pages to look at: two side by side on the desk, drawn when they come into sight."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from rolwriter.ui.kit.sheet_area import DESK_ROLE
from rolwriter.ui.kit.theme import colours_on
from rolwriter.ui.paper.glyphs import Glyphs
from rolwriter.ui.paper.hit import paragraph_at
from rolwriter.ui.paper.painter import PagePainter, format_of
from rolwriter.writers.layout.page import Layout

_GAP, _EDGE = 16, 24
"""Between two pages and around them, in pixels."""
_MOST_DOTS = 16_000_000
"""So many dots of drawn pages are kept (64 MB); a page of more than half is drawn each time."""
ZOOM_MIN, ZOOM_MAX = 50, 300


class Fit(StrEnum):
    """Zooms that follow the size of the window."""

    WIDTH = "页宽"
    PAGE = "整页"


Zoom = Fit | int
"""How large: as the window allows, or percent of the size on paper."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Pages side by side, from the upper edge of all pages, in pixels."""

    first: int
    top: float
    places: tuple[QRectF, ...]

    @property
    def bottom(self) -> float:
        return max(place.bottom() for place in self.places)


class PageView(QAbstractScrollArea):
    """Shows a layout; the keys PageUp, PageDown, Home and End go by pairs of pages."""

    paragraph_wanted = Signal(str)
    """A double click on this paragraph of the report."""
    moved = Signal()
    """Other pages are in sight, or they are shown in another size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("打印预览的页面")
        self._layout: Layout | None = None
        self._painter: PagePainter | None = None
        self._zoom: Zoom = Fit.PAGE
        self._scale = 1.0
        self._rows: list[_Row] = []
        self._drawn: OrderedDict[int, QPixmap] = OrderedDict()
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def zoom(self) -> Zoom:
        """The zoom that was asked for."""
        return self._zoom

    @property
    def percent(self) -> int:
        """How large the pages are, in percent of the size on paper."""
        return round(self._scale * 100 / self._actual_scale())

    @property
    def in_sight(self) -> tuple[int, int]:
        """Numbers of the first and the last page of the row in the middle; 0, 0 without any."""
        if not self._rows:
            return 0, 0
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        row = self._rows[max(0, bisect_right([row.top for row in self._rows], middle) - 1)]
        return row.first + 1, row.first + len(row.places)

    @property
    def drawn_pages(self) -> set[int]:
        """The pages (from 0) that were drawn and are kept."""
        return set(self._drawn)

    def place_of(self, page: int) -> QRectF:
        """Where a page (from 0) is shown, in pixels of the view."""
        row = next(row for row in self._rows if row.first <= page < row.first + len(row.places))
        return row.places[page - row.first].translated(-self._offset())

    def show_layout(self, layout: Layout, glyphs: Glyphs) -> None:
        """Show these pages, as far as may be at the place that was in sight before."""
        self._layout = layout
        self._painter = PagePainter(layout.copy, glyphs)
        self._arrange()

    def clear(self) -> None:
        """Show no pages."""
        self._layout, self._painter, self._rows = None, None, []
        self._drawn.clear()
        self.verticalScrollBar().setRange(0, 0)
        self.viewport().update()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the pages so large; the place in sight stays."""
        self._zoom = zoom if isinstance(zoom, Fit) else max(ZOOM_MIN, min(ZOOM_MAX, zoom))
        self._arrange()

    def go_to_page(self, number: int) -> None:
        """Bring a page (from 1) to the top."""
        for row in self._rows:
            if row.first < number <= row.first + len(row.places):
                self.verticalScrollBar().setValue(round(row.top - _EDGE / 2))

    def paragraph_at(self, place: QPointF) -> str:
        """The id of the paragraph shown there; empty where there is none."""
        if self._layout is None:
            return ""
        at = place + self._offset()
        for row in self._rows:
            for number, sheet in enumerate(row.places, row.first):
                if sheet.contains(at):
                    page = self._layout.pages[number]
                    on_page = (at - sheet.topLeft()) / self._scale
                    area = format_of(self._layout.copy, page).page
                    return paragraph_at(page, on_page.x() - area.left, on_page.y() - area.top)
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight, and no others."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(DESK_ROLE))
        offset = self._offset()
        bottoms = [row.bottom for row in self._rows]
        for row in self._rows[bisect_left(bottoms, offset.y()) :]:
            if row.top > offset.y() + self.viewport().height():
                break
            for number, place in enumerate(row.places, row.first):
                self._draw(painter, number, place.translated(-offset))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew on the paper of another palette."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_drawn"):
            self._drawn.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what fits the window fitting."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by rows of pages, to the first or to the last."""
        first, last = self.in_sight
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.go_to_page(last + 1)
            case Qt.Key.Key_PageUp:
                self.go_to_page(first - 1)
            case Qt.Key.Key_Home:
                self.verticalScrollBar().setValue(0)
            case Qt.Key.Key_End:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.percent + (10 if event.angleDelta().y() > 0 else -10))
        else:
            super().wheelEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the paragraph under the pointer."""
        found = self.paragraph_at(event.position())
        if found:
            self.paragraph_wanted.emit(found)

    def _actual_scale(self) -> float:
        """Pixels for one twip at the size on paper."""
        return self.logicalDpiX() / 1440

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _arrange(self) -> None:
        """Place all pages, and keep the one in sight where it was on the screen."""
        if self._layout is None:
            return
        bar = self.verticalScrollBar()
        share = bar.value() / self._rows[-1].bottom if self._rows else 0.0
        self._drawn.clear()
        self._scale = self._wanted_scale()
        self._rows = self._placed()
        size = self.viewport().size()
        height = round(self._rows[-1].bottom) + _EDGE if self._rows else 0
        width = max((round(place.right()) for row in self._rows for place in row.places), default=0)
        bar.setRange(0, max(0, height - size.height()))
        bar.setPageStep(size.height())
        bar.setSingleStep(40)
        across = self.horizontalScrollBar()
        across.setRange(0, max(0, width + _EDGE - size.width()))
        across.setPageStep(size.width())
        if self._rows:
            bar.setValue(round(share * self._rows[-1].bottom))
        self.viewport().update()
        self._tell()

    def _wanted_scale(self) -> float:
        if not isinstance(self._zoom, Fit) or self._layout is None:
            return self._actual_scale() * (self._zoom if isinstance(self._zoom, int) else 100) / 100
        page, size = self._layout.copy.page_format.page, self.viewport().size()
        across = min(2, len(self._layout.pages))
        scale = (size.width() - 2 * _EDGE - (across - 1) * _GAP) / (across * page.width)
        if self._zoom is Fit.PAGE:
            scale = min(scale, (size.height() - 2 * _EDGE) / page.height)
        return max(scale, self._actual_scale() * 0.2)

    def _placed(self) -> list[_Row]:
        """Pairs of pages below each other, each pair in the middle of the window."""
        if self._layout is None:
            return []
        rows, top, pages = list[_Row](), float(_EDGE), self._layout.pages
        for first in range(0, len(pages), 2):
            papers = [format_of(self._layout.copy, page).page for page in pages[first : first + 2]]
            sizes = [(paper.width * self._scale, paper.height * self._scale) for paper in papers]
            # a last page alone stands where the left one of a pair does; an only one has no pair
            pair = sum(width for width, _ in sizes) + _GAP * (len(pages) > 1)
            pair += sizes[0][0] if len(sizes) == 1 < len(pages) else 0
            left = max(float(_EDGE), (self.viewport().width() - pair) / 2)
            places = list[QRectF]()
            for width, height in sizes:
                places.append(QRectF(round(left), round(top), round(width), round(height)))
                left += width + _GAP
            rows.append(_Row(first, top, tuple(places)))
            top = rows[-1].bottom + _GAP
        return rows

    def _draw(self, painter: QPainter, number: int, place: QRectF) -> None:
        painter.fillRect(place.adjusted(-1, -1, 1, 1), QColor(colours_on(self.palette()).line))
        dots = place.width() * place.height() * self.devicePixelRatioF() ** 2
        if dots > _MOST_DOTS / 2:
            painter.save()
            painter.translate(place.topLeft())
            self._paint_page(painter, number, self._scale, place.size())
            painter.restore()
            return
        if number not in self._drawn:
            self._drawn[number] = self._kept(number, place)
            while len(self._drawn) * dots > _MOST_DOTS:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(number)
        painter.drawPixmap(place.topLeft(), self._drawn[number])

    def _kept(self, number: int, place: QRectF) -> QPixmap:
        dots = self.devicePixelRatioF()
        pixmap = QPixmap((place.size() * dots).toSize())
        painter = QPainter(pixmap)
        self._paint_page(painter, number, self._scale * dots, place.size() * dots)
        painter.end()
        pixmap.setDevicePixelRatio(dots)
        return pixmap

    def _paint_page(self, painter: QPainter, number: int, scale: float, size: QSizeF) -> None:
        paper = QRectF(QPointF(0, 0), size)
        painter.fillRect(paper, QColor(colours_on(self.palette()).paper))
        painter.setClipRect(paper)
        if self._layout is not None and self._painter is not None:
            self._painter.paint(painter, self._layout.pages[number], scale, hinted=True)

    def _on_scrolled(self) -> None:
        self.viewport().update()
        self._tell()

    def _tell(self) -> None:
        first, last = self.in_sight
        count = len(self._layout.pages) if self._layout else 0
        self.setAccessibleDescription(f"第{first}页至第{last}页，共{count}页")
        self.moved.emit()
