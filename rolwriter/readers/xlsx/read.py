"""The door to spreadsheets: a file's bytes in, its cells out, or one clear error."""

from __future__ import annotations

import re

from rolwriter.model.errors import RolwriterError
from rolwriter.model.sheets import Workbook
from rolwriter.readers.kinds import FileKind
from rolwriter.readers.refusals import SAVE_SHEET_AS, UNCHANGED, refusal
from rolwriter.readers.sniff import sniff

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0"
_BARE = re.compile(rb"\x09[\x00\x02\x04\x08][\x04-\x10]\x00")
"""How sheets of the oldest kind begin, which have no container."""


def read_workbook(data: bytes, name: str = "") -> Workbook:
    """The cells of a spreadsheet file, its kind told by content; ``name`` is for messages.

    Runs in this process: for files of others use `rolwriter.readers.worker`.

    Raises:
        RolwriterError: no spreadsheet, one of a kind that is not read, protected,
            damaged, or beyond the limits.
    """
    kind = FileKind.SPREADSHEET if _BARE.match(data) else sniff(data)
    if kind is not FileKind.SPREADSHEET:
        raise _not_a_spreadsheet(kind, name)
    if data.startswith(_OLE) or _BARE.match(data):
        from rolwriter.readers.xlsx.biff import read_biff

        return read_biff(data, name)
    if data.startswith(_ZIP):
        from rolwriter.readers.xlsx.ooxml import read_ooxml

        return read_ooxml(data, name)
    raise unread_kind(name, "这种格式的表格")


def unread_kind(name: str, kind: str) -> RolwriterError:
    """The refusal of a spreadsheet of a kind that has no reader."""
    return RolwriterError(f"{_file(name)}是{kind}，本程序不能直接读取。", UNCHANGED, SAVE_SHEET_AS)


def damaged_workbook(name: str) -> RolwriterError:
    """The refusal of a spreadsheet that is broken beyond reading."""
    return RolwriterError(
        f"{_file(name)}已经损坏，读不出表格。",
        UNCHANGED,
        "请用Excel或WPS表格打开它，另存为“Excel工作簿（*.xlsx）”后再导入；"
        "打不开时，请填报科室重新发一份。",
    )


def with_declaration(name: str) -> RolwriterError:
    """The refusal of a part with a DOCTYPE, which no office program writes."""
    return RolwriterError(
        f"{_file(name)}里夹有正常办公文件不会有的声明（DOCTYPE），可能被人动过手脚。",
        UNCHANGED,
        f"请确认文件来源可靠；{SAVE_SHEET_AS}",
    )


def too_many_cells(name: str) -> RolwriterError:
    """The refusal of a spreadsheet with far more in it than any form."""
    return RolwriterError(
        f"{_file(name)}里的内容太多，不像填报的表格。",
        UNCHANGED,
        "请确认选对了文件；需要其中一部分时，请把那一部分复制到新的表格里，另存后再导入。",
    )


def _not_a_spreadsheet(kind: FileKind, name: str) -> RolwriterError:
    """Why: an encrypted or empty file, a page under a spreadsheet's name, something else."""
    match kind:
        case FileKind.EMPTY | FileKind.ENCRYPTED | FileKind.ARCHIVE | FileKind.DAMAGED_ARCHIVE:
            what = {
                FileKind.EMPTY: "是空的，里面什么也没有",
                FileKind.ENCRYPTED: "设有打开密码",
                FileKind.ARCHIVE: "是压缩包，不是表格",
                FileKind.DAMAGED_ARCHIVE: "已经损坏，打不开",
            }[kind]
            remedy = {
                FileKind.EMPTY: "请确认选对了文件；可能没有传完，请重新取一份。",
                FileKind.ENCRYPTED: "请用Excel或WPS表格输入密码打开它，取消密码后另存一份再导入。",
                FileKind.ARCHIVE: "请先解压缩，再选择其中的表格文件。",
                FileKind.DAMAGED_ARCHIVE: "请填报科室重新发一份。",
            }[kind]
            return RolwriterError(f"{_file(name)}{what}。", UNCHANGED, remedy)
        case FileKind.HTML | FileKind.MHT | FileKind.XML:
            return unread_kind(name, "用网页或XML格式存的表格")
        case FileKind.TEXT:
            return unread_kind(name, "文本文件（如CSV），不是表格文件")
        case FileKind.OLD_OFFICE:
            return damaged_workbook(name)
        case FileKind.DOCX | FileKind.DOC | FileKind.ODT | FileKind.RTF | FileKind.PDF:
            return RolwriterError(
                f"{_file(name)}是文稿，不是表格。",
                UNCHANGED,
                "请选择填好的征集表（*.xlsx、*.xls、*.et）。",
            )
        case _:
            error = refusal(kind, name)
            return RolwriterError(error.what, UNCHANGED, SAVE_SHEET_AS)


def _file(name: str) -> str:
    return f"“{name}”" if name else "这个文件"
