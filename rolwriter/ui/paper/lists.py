"""Lists and tables on paper: plain documents in an official face, never in a chance one."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from rolwriter.catalog.page_format import FaceRole, load_page_format
from rolwriter.ui.kit.faces import Faces

_POINTS = 10.5


def paper_font(points: float = _POINTS) -> QFont:
    """The face of tables as this machine has it.

    Left to itself Qt takes a font by the language of the program, and sets national
    forms of its characters that have no name in a PDF [M].
    """
    font = Faces(load_page_format()).shown[FaceRole.TABLE].font(1)
    font.setPointSizeF(points)
    return font


def list_document(words: str, *, html: bool = False) -> QTextDocument:
    """Words, or a page of HTML, ready for `print_`."""
    document = QTextDocument()
    document.setDefaultFont(paper_font())
    if html:
        document.setHtml(words)
    else:
        document.setPlainText(words)
    return document


def print_list(name: str, words: str, parent: QWidget, *, html: bool = False) -> bool:
    """Ask for a printer and print; False when the clerk wants none."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter()
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"打印{name}")
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    list_document(words, html=html).print_(printer)
    return True
