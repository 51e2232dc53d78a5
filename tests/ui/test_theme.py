from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from rolwriter.ui.kit.style import Style
from rolwriter.ui.kit.theme import (
    Appearance,
    contrast,
    load_colours,
    needs_contrast,
    palette_of,
    window_palette,
)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "muted", "accent", "error", "warning", "done"])
@pytest.mark.parametrize("ground", ["panel", "sheet"])
def test_every_ink_can_be_read_on_every_ground(name: str, ink: str, ground: str) -> None:
    colours = load_colours(name)
    assert contrast(QColor(getattr(colours, ink)), QColor(getattr(colours, ground))) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_on_the_accent_can_be_read(name: str) -> None:
    colours = load_colours(name)
    assert contrast(QColor(colours.on_accent), QColor(colours.accent)) >= 4.5


@pytest.mark.usefixtures("qapp")
def test_black_and_white_of_a_high_contrast_system_are_left_as_they_are() -> None:
    system = QPalette(QColor("#000000"))
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        system.setColor(role, QColor("#000000"))
    system.setColor(QPalette.ColorRole.WindowText, QColor("#ffffff"))
    assert needs_contrast(system)
    assert window_palette(Appearance.SYSTEM, system) == system


@pytest.mark.usefixtures("qapp")
def test_an_ordinary_palette_is_not_taken_for_high_contrast() -> None:
    assert not needs_contrast(palette_of(load_colours("light")))
    assert not needs_contrast(QPalette(QColor("#efefef")))


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_the_outline_of_a_box_to_tick_stands_out_from_a_dark_ground(
    qtbot: QtBot, name: str, kind: type[QCheckBox | QRadioButton]
) -> None:
    box = kind()
    qtbot.addWidget(box)
    style = Style()
    box.setStyle(style)
    box.setPalette(palette_of(load_colours(name)))
    picture = box.grab().toImage()
    middle = picture.height() // 2
    ground = picture.pixelColor(picture.width() - 1, middle)
    best = max(contrast(ground, picture.pixelColor(x, middle)) for x in range(picture.width()))
    # Fusion's own on a light ground is fainter, and seen by the white within
    assert best >= 3 if name == "dark" else best > 1.05
