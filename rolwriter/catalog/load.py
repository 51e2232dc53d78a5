"""Reading a TOML file of the catalogue into checked structs, with errors a clerk can act on."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar

import msgspec
import rtoml

from rolwriter.catalog.toml_place import find_key, line_of
from rolwriter.model.errors import RolwriterError
from rolwriter.model.threads import DECODING

_T = TypeVar("_T")
_AT_PATH = re.compile(r" - at `\$?(.*?)`$")
_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")
_TYPES = {
    "str": "文字",
    "int": "整数",
    "float": "小数",
    "decimal": "数字",
    "bool": "true或false",
    "array": "列表",
    "object": "一组名称和值",
    "date": "日期（如2025-11-01）",
}
_SAYINGS = (
    (re.compile(r"Object contains unknown field `(.*?)`"), r"有不认识的名称“\1”"),
    (re.compile(r"Object missing required field `(.*?)`"), r"缺少“\1”"),
    (re.compile(r"Invalid enum value '?(.*?)'?$"), r"“\1”不是可以用的值"),
    (re.compile(r"Invalid decimal string.*"), "不是正确的数字"),
    (re.compile(r"Invalid (?:RFC3339|date).*"), "不是正确的日期（应如2025-11-01）"),
)
_SYNTAX = (
    ("Invalid date", "日期不正确"),
    ("Cannot overwrite", "同一个名称写了两次"),
    ("Cannot declare", "同一个表写了两次"),
)


def load_toml(path: Path, kind: type[_T]) -> _T:
    """The file as ``kind``; RolwriterError names the file, the key and the line.

    A ValueError raised by a struct's own check must be Chinese: it is shown.
    """
    try:
        text = path.read_bytes().decode()
    except OSError as error:
        raise refused(path, f"读不出来：{error.strerror or '未知原因'}") from error
    except UnicodeDecodeError as error:
        raise refused(path, "不是UTF-8编码的文本") from error
    try:
        tree = _tree(text)
        with DECODING:
            return msgspec.convert(tree, kind, builtin_types=(date, time, datetime))
    except msgspec.ValidationError as error:
        raise _misfit(path, text, str(error)) from error
    except tomllib.TOMLDecodeError as error:
        raise _misspelt(path, str(error)) from error


def _tree(text: str) -> dict[str, object]:
    """The tables of a TOML text; TOMLDecodeError, which tells the place, when it is none.

    rtoml takes a twelfth of tomllib's time, and the catalogue is loaded at every start.
    """
    try:
        return rtoml.loads(text)
    except rtoml.TomlParsingError:
        return tomllib.loads(text)


def refused(path: Path, why: str, line: int | None = None) -> RolwriterError:
    """The error for a file of the catalogue; ``why`` is a Chinese clause without end mark."""
    place = f"第{line}行" if line else ""
    return RolwriterError(
        f"资料文件“{path.name}”{place}不能使用：{why}。",
        "程序没有读入这份资料，您的文件没有改动。",
        "请重新安装本程序；如果改过这个文件，请按提示的位置改回来。",
    )


def _misfit(path: Path, text: str, message: str) -> RolwriterError:
    """A value that does not fit: the key's path, the line, and what is wrong, in Chinese."""
    at = _AT_PATH.search(message)
    where, said = (at[1], message[: at.start()]) if at else ("", message)
    line = line_of(text, where) if where else None
    unknown = re.search(r"unknown field `(.*?)`", said)
    if unknown:
        line = _unknown_line(text, unknown[1], line)
    key = f"{_readable(where)}：" if where else ""
    return refused(path, f"{key}{_chinese(said)}", line)


def _unknown_line(text: str, name: str, table_line: int | None) -> int | None:
    """Where an unknown name stands: in its table, or as the header of a table itself."""
    inside = find_key(text, name, table_line or 0)
    if inside is not None:
        return inside
    header = re.compile(rf"^\s*\[\[?[\w.-]*{re.escape(name)}\s*\]", re.MULTILINE)
    match = header.search(text)
    return text.count("\n", 0, match.start()) + 1 if match else table_line


def _misspelt(path: Path, message: str) -> RolwriterError:
    """Not TOML at all."""
    at = _AT_LINE.search(message)
    why = next((said for start, said in _SYNTAX if message.startswith(start)), "")
    why = why or "写法不符合TOML格式，请核对引号、括号和等号"
    column = f"（第{at[2]}个字附近）" if at else ""
    return refused(path, f"{why}{column}", int(at[1]) if at else None)


def _readable(where: str) -> str:
    """``.item[0].level`` as a person counts: item第1项.level."""
    counted = re.sub(r"\[(\d+)\]", lambda match: f"第{int(match[1]) + 1}项", where)
    return counted.replace("[...]", "").lstrip(".")


def _chinese(said: str) -> str:
    expected = re.match(r"Expected `(.*?)`(?: of .*)?, got `(.*?)`", said)
    if expected:
        return f"应当是{_type_name(expected[1])}，写成了{_type_name(expected[2])}"
    for pattern, words in _SAYINGS:
        if pattern.search(said):
            return pattern.sub(words, said)
    return said


def _type_name(types: str) -> str:
    return "或".join(_TYPES.get(name, name) for name in types.split(" | ") if name != "null")
