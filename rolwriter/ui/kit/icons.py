"""Icons of one family, drawn in the palette's text colour."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from rolwriter.catalog.paths import resource

_SIZES = (16, 24, 32, 48, 64)


def icon(name: str, palette: QPalette) -> QIcon:
    """The drawing ``resources/icons/NAME.svg``, for enabled and disabled use."""
    result = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        colour = palette.color(group, QPalette.ColorRole.ButtonText)
        for size in _SIZES:
            result.addPixmap(_drawn(name, colour, size), mode)
    return result


def application_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    result = QIcon()
    for size in _SIZES:
        result.addPixmap(_drawn("rolwriter", QColor("#1f5fa8"), size))
    return result


def _drawn(name: str, colour: QColor, size: int) -> QPixmap:
    svg = _source(name).replace("currentColor", colour.name())
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(colour.alphaF())
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")
