"""The process that makes a PDF: one copy in, the PDF out, no window."""

from __future__ import annotations

import sys

import msgspec

from rolwriter.app.guide.display import import_trouble
from rolwriter.app.output.paper import Answer, Drawn, Failed, Finished, Refused
from rolwriter.readers.worker.streams import read_all, send, set_binary, where
from rolwriter.writers.layout.wire import decode_copy


def worker_main() -> int:
    """Serve one copy on the standard streams; the answer is the exit code, always 0."""
    set_binary()
    _say(_answer(read_all()))
    return 0


def _answer(data: bytes) -> Answer:
    try:
        return _painted(data)
    except ImportError as error:
        trouble = import_trouble(error)
        return Refused(trouble.chinese, "没有生成文件。", "也可以先导出 Word 文件。")
    except Exception as error:
        return Failed(where(error))


def _painted(data: bytes) -> Finished:
    from PySide6.QtGui import QGuiApplication

    from rolwriter.ui.paper.glyphs import Glyphs
    from rolwriter.ui.paper.measure import FontMeasure
    from rolwriter.ui.paper.pdf import pdf_bytes
    from rolwriter.ui.paper.pdf_proof import missing_characters
    from rolwriter.writers.layout.pages import lay_out

    application = QGuiApplication(sys.argv[:1])
    copy = decode_copy(data)
    glyphs = Glyphs(copy.page_format)
    layout = lay_out(copy, FontMeasure(copy.page_format, glyphs).learn(copy))
    pdf = pdf_bytes(layout, glyphs, lambda pages, of: _say(Drawn(pages, of)))
    del application
    return Finished(pdf, missing_characters(layout, pdf))


def _say(answer: Answer) -> None:
    send(msgspec.json.encode(answer) + b"\n")
