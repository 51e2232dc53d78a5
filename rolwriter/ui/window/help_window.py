"""使用说明: the help pages that come with the program, beside the work and not over it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from rolwriter.catalog.paths import resource
from rolwriter.ui.kit.sizes import fit

_PAGES = (
    *("quick-start.md", "panels.md", "layout.md", "output.md", "publishing.md"),
    *("catalogue.md", "command-line.md"),
)
"""The pages in the order of reading; each begins with its title."""


class HelpWindow(QDialog):
    """A list of pages and the page; not modal, so that it can be read while working."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("使用说明")
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = QListWidget()
        self.pages.setAccessibleName("说明目录")
        self.page = QTextBrowser()
        self.page.setAccessibleName("说明正文")
        self.page.setOpenLinks(False)
        self._texts = [resource("help", name).read_text(encoding="utf-8") for name in _PAGES]
        for text in self._texts:
            self.pages.addItem(text.partition("\n")[0].lstrip("# "))
        self.pages.currentRowChanged.connect(self._show)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.pages)
        split.addWidget(self.page)
        split.setStretchFactor(1, 1)
        split.setSizes([160, 560])
        layout = QVBoxLayout(self)
        layout.addWidget(split)
        self.pages.setCurrentRow(0)
        fit(self, 760, 560)

    def _show(self, row: int) -> None:
        self.page.setMarkdown(self._texts[row])
