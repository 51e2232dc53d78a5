"""The pages to look at: placed in pairs, drawn when in sight, gone through by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from rolwriter.catalog.page_format import FaceRole, load_page_format
from rolwriter.model.dispatch import CopyKind
from rolwriter.ui.paper.glyphs import Glyphs
from rolwriter.ui.paper.measure import FontMeasure
from rolwriter.ui.paper.page_view import Fit, PageView
from rolwriter.ui.paper.painter import PagePainter
from rolwriter.writers.layout.page import Layout
from rolwriter.writers.layout.pages import lay_out
from tests.ui.paper.papers import needs_font, sample_copy


@pytest.fixture
def layout(qtbot: QtBot) -> Layout:
    assert qtbot is not None  # fonts need it
    copy = sample_copy(CopyKind.FORMAL)
    return lay_out(copy, FontMeasure(copy.page_format, Glyphs(copy.page_format)).learn(copy))


@pytest.fixture
def view(qtbot: QtBot, layout: Layout) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    view.show_layout(layout, Glyphs(load_page_format()))
    return view


def centre_of_line(layout: Layout, view: PageView, page: int, line: int) -> QPointF:
    """The middle of a line of the first pages, in pixels of the view."""
    placed, area = layout.pages[page].lines[line], layout.copy.page_format.page
    sheet = view.place_of(page)
    scale = sheet.width() / area.width
    x = area.left + placed.line.left + 100
    y = area.top + placed.top + placed.height / 2
    return sheet.topLeft() + QPointF(x, y) * scale


def test_two_pages_stand_side_by_side_and_fit_the_window(view: PageView, layout: Layout) -> None:
    left, right = view.place_of(0), view.place_of(1)
    assert left.top() == right.top()
    assert left.right() < right.left()
    assert right.right() <= view.viewport().width()
    assert left.bottom() <= view.viewport().height()
    page = layout.copy.page_format.page
    assert left.height() / left.width() == pytest.approx(page.height / page.width, abs=0.01)


def test_a_zoom_in_percent_is_that_of_the_paper(view: PageView) -> None:
    view.set_zoom(150)
    inches = 11906 / 1440
    assert view.place_of(0).width() == pytest.approx(view.logicalDpiX() * inches * 1.5, abs=1)
    view.set_zoom(1000)
    assert view.percent == 300
    view.set_zoom(Fit.WIDTH)
    assert view.place_of(1).right() <= view.viewport().width()


def test_keys_go_by_pairs_to_the_end_and_back(view: PageView, layout: Layout, qtbot: QtBot) -> None:
    count = len(layout.pages)
    assert view.in_sight == (1, 2)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.in_sight == (3, 4)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.in_sight == (1, 2)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.in_sight[1] == count
    assert f"共{count}页" in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.in_sight == (1, 2)


def test_only_pages_in_sight_are_drawn(view: PageView, layout: Layout) -> None:
    view.grab()
    assert view.drawn_pages < set(range(len(layout.pages)))
    assert {0, 1} <= view.drawn_pages


def test_very_large_pages_are_drawn_and_not_kept(view: PageView) -> None:
    view.set_zoom(300)
    image = view.grab().toImage()
    assert view.drawn_pages == set()
    sheet = view.place_of(0)
    edge = (sheet.topLeft() * image.devicePixelRatio()).toPoint() + QPoint(6, 6)
    assert image.pixelColor(edge).lightnessF() > 0.9


def test_a_double_click_asks_for_the_paragraph_there(
    view: PageView, layout: Layout, qtbot: QtBot
) -> None:
    asked: list[str] = []
    view.paragraph_wanted.connect(asked.append)
    wanted = layout.pages[0].lines[4].block.paragraph_id
    place = centre_of_line(layout, view, 0, 4).toPoint()
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [wanted]
    assert wanted


def test_a_double_click_beside_the_pages_asks_for_nothing(view: PageView) -> None:
    assert view.paragraph_at(QPointF(1, 1)) == ""


def test_a_new_layout_keeps_the_place_in_sight(view: PageView, layout: Layout) -> None:
    view.go_to_page(3)
    view.show_layout(layout, Glyphs(load_page_format()))
    assert view.in_sight == (3, 4)


def test_the_paper_is_lighter_than_a_dark_desk(view: PageView) -> None:
    from rolwriter.ui.kit.theme import load_colours, palette_of

    view.grab()
    view.setPalette(palette_of(load_colours("dark")))
    assert view.drawn_pages == set()
    image = view.grab().toImage()
    sheet = view.place_of(0)
    dots = image.devicePixelRatio()
    paper = image.pixelColor((sheet.topLeft() * dots + QPointF(6, 6)).toPoint())
    desk = image.pixelColor(2, 2)
    assert paper.lightnessF() > 0.8
    assert desk.lightnessF() < 0.2


@needs_font
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("zoom", [50, 100, 300])
def test_large_characters_are_drawn_at_every_zoom(zoom: int) -> None:
    """Qt draws no runs of glyphs over 64 dots on a screen: the title would be missing."""
    copy = sample_copy(CopyKind.DRAFT)
    glyphs = Glyphs(copy.page_format)
    layout = lay_out(copy, FontMeasure(copy.page_format, glyphs).learn(copy))
    scale = zoom / 100 / 15
    page = copy.page_format.page
    image = QImage(
        round(page.width * scale), round(page.height * scale), QImage.Format.Format_RGB32
    )
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    PagePainter(copy, glyphs).paint(painter, layout.pages[0], scale, hinted=True)
    painter.end()
    title = layout.pages[0].lines[0]
    row = [
        image.pixelColor(x, y).lightness()
        for x in range(image.width())
        for y in range(
            round((page.top + title.top) * scale), round((page.top + title.height) * scale), 3
        )
    ]
    assert min(row) < 100
    # the watermark is the one thing in a light grey
    greys = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
    assert f"#{copy.page_format.faces[FaceRole.WATERMARK].color.lower()}" in greys
