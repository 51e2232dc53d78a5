"""Why a file cannot be read and what its owner can do: one sentence of each for every kind."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from rolwriter.model.errors import RolwriterError
from rolwriter.readers.kinds import FileKind

UNCHANGED = "没有读入任何内容，现有文稿没有改动。"
"""The consequence that nearly all refusals share."""
SAVE_AS = "请用Word或WPS打开它，另存为“Word文档（*.docx）”，再导入另存的文件。"
"""The way out that nearly always works."""
SAVE_SHEET_AS = "请用Excel或WPS表格打开它，另存为“Excel工作簿（*.xlsx）”，再导入另存的文件。"
"""The same for spreadsheets."""

_REFUSALS: Mapping[FileKind, tuple[str, str]] = {
    FileKind.EMPTY: (
        "{file}是空的，里面一个字也没有。",
        "请确认选对了文件；如果是从邮箱、网盘或U盘拿来的，可能没有传完，请重新取一份。",
    ),
    FileKind.ENCRYPTED: (
        "{file}设有打开密码。",
        "请用平时打开它的程序输入密码打开，取消密码后另存一份，再导入另存的文件。",
    ),
    FileKind.SPREADSHEET: (
        "{file}是电子表格，不是文稿。",
        "请选择文稿文件；如果正文就在表格里，请复制出来粘贴到本程序中。",
    ),
    FileKind.SLIDES: (
        "{file}是演示文稿（幻灯片），不是文稿。",
        "请选择Word、WPS等文稿文件；需要其中的文字时，请复制出来粘贴到本程序中。",
    ),
    FileKind.DRAWING: (
        "{file}是图形或其他办公文件，不是文稿。",
        "请选择Word、WPS等文稿文件。",
    ),
    FileKind.OFD: (
        "{file}是OFD版式文件，本程序不能读取。",
        "请用OFD阅读器打开它，另存为Word文档或文本文件后再导入；"
        "也可以在阅读器里全选、复制文字，粘贴到本程序中。",
    ),
    FileKind.PROJECT: (
        "{file}是本程序自己的项目文件，不是要导入的文稿。",
        "请用“打开”来打开它；要用其中的文字作起点，请先把它导出为Word文档再导入。",
    ),
    FileKind.ARCHIVE: (
        "{file}是压缩包，不是文稿。",
        "请先解压缩，再选择其中的文稿文件。",
    ),
    FileKind.DAMAGED_ARCHIVE: (
        "{file}已经损坏，打不开。",
        "请向提供文件的人重新要一份，或者用Word或WPS打开它试试修复，另存为docx后再导入。",
    ),
    FileKind.OLD_OFFICE: (
        "{file}是老式办公软件的文件，里面没有Word文稿。",
        SAVE_AS,
    ),
    FileKind.XML: (
        "{file}是XML格式的文件，本程序不能读取。",
        SAVE_AS,
    ),
    FileKind.PICTURE: (
        "{file}实际是一张图片，里面没有可以读取的文字。",
        "请找到这份文稿的Word或WPS文件再导入；只有图片时，请先用文字识别（OCR）软件转成文字，"
        "再粘贴到本程序中。",
    ),
    FileKind.UNKNOWN: (
        "认不出{file}是什么文件，它不是文稿，或者已经损坏。",
        "请确认选对了文件；能用Word或WPS打开的，请另存为“Word文档（*.docx）”后再导入。",
    ),
}

_PROMISED = {
    ".doc": "Word文件",
    ".docx": "Word文件",
    ".docm": "Word文件",
    ".dotx": "Word文件",
    ".wps": "WPS文件",
    ".pdf": "PDF文件",
    ".txt": "文本文件",
    ".rtf": "RTF文件",
    ".odt": "ODT文件",
}
"""What the ending of a name leads its reader to expect."""


def refusal(kind: FileKind, name: str = "") -> RolwriterError:
    """The error for a file of a kind that cannot be read.

    A name that promises something else is told so: a picture named ``a.docx`` "is
    not a Word file, it is really a picture".
    """
    what, remedy = _REFUSALS.get(kind, _REFUSALS[FileKind.UNKNOWN])
    promised = _PROMISED.get(PurePath(name).suffix.lower())
    file = f"“{name}”" if name else "这个文件"
    if promised and kind in _MISNAMED:
        file = f"{file}不是{promised}，它"
    return RolwriterError(what.format(file=file), UNCHANGED, remedy)


_MISNAMED = frozenset(
    {
        FileKind.SPREADSHEET,
        FileKind.SLIDES,
        FileKind.DRAWING,
        FileKind.OFD,
        FileKind.PROJECT,
        FileKind.ARCHIVE,
        FileKind.XML,
        FileKind.PICTURE,
    }
)


def damaged(kind: str, name: str = "") -> RolwriterError:
    """The error for a file of a readable kind that is broken beyond reading."""
    file = f"“{name}”" if name else "这个文件"
    return RolwriterError(
        f"{file}（{kind}）已经损坏，读不出文字。",
        UNCHANGED,
        "请用Word或WPS打开它，另存为“Word文档（*.docx）”后再导入；打不开时，请重新取一份文件。",
    )
