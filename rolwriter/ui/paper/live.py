"""The pages of what is being written, laid out aside and always of the newest text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from rolwriter.catalog.page_format import PageFormat
from rolwriter.ui.kit.aside import Aside
from rolwriter.ui.paper.glyphs import Glyphs
from rolwriter.ui.paper.measure import FontMeasure
from rolwriter.writers.layout.copy import Copy
from rolwriter.writers.layout.pages import Typesetter

MakeCopy = Callable[[], Copy]
"""Makes the copy of a project as it stood when this was handed out; runs on any thread."""


class LivePages(QObject):
    """One copy at a time; while it is laid out only the last wish after it is remembered."""

    ready = Signal(object)
    """The `Layout` of the newest wish."""
    failed = Signal(object)
    """The exception of the newest wish."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._aside = Aside(self)
        self._next: MakeCopy | None = None
        self._busy = False
        self._glyphs: Glyphs | None = None
        self._format: PageFormat | None = None
        self._measure: FontMeasure | None = None
        self._typesetter: Typesetter | None = None

    @property
    def glyphs(self) -> Glyphs:
        """The glyphs the pages are drawn with; there once `ready` was emitted."""
        if self._glyphs is None:
            raise RuntimeError("nothing was laid out yet")
        return self._glyphs

    def want(self, make: MakeCopy) -> None:
        """Lay out what ``make`` makes; a wish that has not begun yet is forgotten."""
        self._next = make
        self._begin()

    def _begin(self) -> None:
        if self._busy or self._next is None:
            return
        make, self._next, self._busy = self._next, None, True
        self._aside.start(make, self._made)

    def _made(self, copy: Copy | None, error: Exception | None) -> None:
        if copy is None or self._next is not None:
            self._end(error)
            return
        measure, typesetter = self._tools(copy.page_format)
        measure.learn(copy)
        self._aside.start(partial(typesetter.lay_out, copy), self._laid_out)

    def _laid_out(self, layout: object, error: Exception | None) -> None:
        if error is None and self._next is None:
            self._busy = False
            self.ready.emit(layout)
        else:
            self._end(error)

    def _end(self, error: Exception | None) -> None:
        self._busy = False
        if self._next is None and error is not None:
            self.failed.emit(error)
        self._begin()

    def _tools(self, page_format: PageFormat) -> tuple[FontMeasure, Typesetter]:
        """What was used for the last copy, unless this one has another format."""
        before = self._format
        if self._measure is None or self._typesetter is None or page_format != before:
            if before is None or (before.fonts, before.faces) != (
                page_format.fonts,
                page_format.faces,
            ):
                self._glyphs = Glyphs(page_format)
            self._format = page_format
            self._measure = FontMeasure(page_format, self.glyphs)
            self._typesetter = Typesetter(self._measure)
        return self._measure, self._typesetter
