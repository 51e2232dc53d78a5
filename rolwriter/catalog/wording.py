"""Words written wrongly and how they are written right: `resources/catalog/wording/*.tsv`.

Tables and not TOML because there are a thousand rows of two short cells. Each file is
one kind of mistake and feeds one rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from rolwriter.catalog.load import refused
from rolwriter.catalog.paths import resource
from rolwriter.model.threads import once

_COLUMNS = ("wrong", "right", "except", "note")


class Wording(msgspec.Struct, frozen=True):
    """A form to point at."""

    wrong: str
    right: str
    unless: tuple[str, ...] = ()
    """Longer words that hold the same characters and are right: 宣布署名 for 布署."""
    note: str = ""


def read_wording(path: Path) -> tuple[Wording, ...]:
    """A table's rows; RolwriterError names the file and the line of what is wrong."""
    try:
        lines = path.read_bytes().decode("utf-8-sig").splitlines()
    except OSError as error:
        raise refused(path, f"读不出来：{error.strerror or '未知原因'}") from error
    except UnicodeDecodeError as error:
        raise refused(path, "不是UTF-8编码的文本") from error
    rows = tuple(_rows(path, lines))
    wrong = [row.wrong for row in rows]
    if len(set(wrong)) != len(wrong):
        twice = next(word for word in wrong if wrong.count(word) > 1)
        raise refused(path, f"“{twice}”写了两次")
    return rows


@once
def load_wording(kind: str) -> tuple[Wording, ...]:
    """The program's own table of that kind: typos, preferred, rule_of_law, powers, names."""
    return read_wording(resource("catalog", "wording", f"{kind}.tsv"))


def _rows(path: Path, lines: list[str]) -> Iterator[Wording]:
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if not numbered or tuple(numbered[0][1].split("\t")) != _COLUMNS:
        raise refused(path, f"各列应当依次是{'、'.join(_COLUMNS)}，以制表符分开")
    for number, line in numbered[1:]:
        cells = line.split("\t")
        if len(cells) < len(_COLUMNS):
            cells += [""] * (len(_COLUMNS) - len(cells))
        wrong, right, unless, note = cells[: len(_COLUMNS)]
        if not wrong or not right or wrong == right or len(cells) > len(_COLUMNS):
            raise refused(path, "每行应有错误的写法和不同的正确写法", number)
        words = tuple(unless.split())
        if words and any(wrong not in word for word in words):
            raise refused(path, f"例外的写法中应当含有“{wrong}”", number)
        yield Wording(wrong, right, words, note)
