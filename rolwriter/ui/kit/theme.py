"""The window's colours as a palette: light, dark, or the system's own when it needs contrast."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from rolwriter.catalog.paths import resource

HIGH_CONTRAST = 18.0
"""Contrast of the system's text above which it is taken for a high-contrast theme."""


class Appearance(StrEnum):
    """What the clerk asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours by what they are for, as ``#rrggbb``."""

    desk: str
    panel: str
    sheet: str
    paper: str
    """A page shown as it will be printed: light on a dark screen too."""
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    error: str
    warning: str
    done: str


@cache
def load_colours(name: str) -> Colours:
    """The colours of ``light`` or ``dark``."""
    tables = tomllib.loads(resource("theme", "colours.toml").read_text("utf-8"))
    return Colours(**tables[name])


def colours_on(palette: QPalette) -> Colours:
    """The colours that can be read on that palette's sheet."""
    dark = palette.color(QPalette.ColorRole.Base).lightnessF() < 0.5
    return load_colours("dark" if dark else "light")


def window_palette(appearance: Appearance, system: QPalette) -> QPalette:
    """The palette for the window; ``system`` is the one the system gave at the start."""
    if appearance is Appearance.SYSTEM and needs_contrast(system):
        return system
    return palette_of(load_colours("dark" if _is_dark(appearance, system) else "light"))


def needs_contrast(palette: QPalette) -> bool:
    """Whether the system shows plain black and white, as high-contrast themes do."""
    window = palette.color(QPalette.ColorRole.Window)
    text = palette.color(QPalette.ColorRole.WindowText)
    same_ground = window == palette.color(QPalette.ColorRole.Base)
    return same_ground and contrast(window, text) >= HIGH_CONTRAST


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2 relative luminance)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def palette_of(colours: Colours) -> QPalette:
    """A full palette; what is switched off is drawn in the muted ink."""
    palette = QPalette(QColor(colours.panel))
    for role, name in _roles(colours).items():
        palette.setColor(role, QColor(name))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        faint = QColor(colours.muted)
        faint.setAlphaF(0.6)
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return palette


def _roles(colours: Colours) -> dict[QPalette.ColorRole, str]:
    role = QPalette.ColorRole
    return {
        role.Window: colours.panel,
        role.WindowText: colours.ink,
        role.Base: colours.sheet,
        role.AlternateBase: colours.panel,
        role.Text: colours.ink,
        role.Button: colours.panel,
        role.ButtonText: colours.ink,
        role.BrightText: colours.error,
        role.ToolTipBase: colours.sheet,
        role.ToolTipText: colours.ink,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Accent: colours.accent,
        role.Dark: colours.desk,
        role.Mid: colours.line,
        role.Midlight: colours.line,
        role.Light: colours.sheet,
    }


def _is_dark(appearance: Appearance, system: QPalette) -> bool:
    if appearance is not Appearance.SYSTEM:
        return appearance is Appearance.DARK
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme is Qt.ColorScheme.Unknown:
        return system.color(QPalette.ColorRole.Window).lightnessF() < 0.5
    return scheme is Qt.ColorScheme.Dark


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(colour.redF())
        + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF())
    )
