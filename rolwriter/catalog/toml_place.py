"""The line of a TOML file that a validator's path speaks of.

The TOML reader keeps no lines, so the path (``$.topic[2].field[0].unit``) is walked
once more over the text: headers of tables are counted, then the key is looked for.
"""

from __future__ import annotations

import re

_STEP = re.compile(r"\.([\w-]+)(?:\[(\d+)\])?")
_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")


def line_of(text: str, path: str) -> int | None:
    """The 1-based line for ``path``, as near as can be told; None when nothing fits."""
    lines = text.splitlines()
    start, end, found = 0, len(lines), None
    table = ""
    for name, index in _STEP.findall(path):
        table = f"{table}.{name}".lstrip(".")
        header = _header(lines, start, end, table, int(index or 0))
        if header is None:
            key = find_key(text, name, start, end)
            return key if key is not None else found
        found = header + 1
        start, end = header + 1, _table_end(lines, header, table)
    return found


def find_key(text: str, name: str, start: int = 0, end: int | None = None) -> int | None:
    """The 1-based line, within 0-based ``start`` to ``end``, where ``name = …`` begins."""
    pattern = re.compile(rf'(?:^|[{{,\s])["\']?{re.escape(name)}["\']?\s*=')
    for number, line in enumerate(text.splitlines()[start:end], start + 1):
        if pattern.search(line):
            return number
    return None


def _header(lines: list[str], start: int, end: int, table: str, index: int) -> int | None:
    """The 0-based line of the ``index``-th header of that table."""
    for number in range(start, end):
        match = _HEADER.match(lines[number])
        if match and match[2].replace(" ", "") == table:
            if index == 0:
                return number
            index -= 1
    return None


def _table_end(lines: list[str], header: int, table: str) -> int:
    """Where the table and its sub-tables end."""
    for number in range(header + 1, len(lines)):
        match = _HEADER.match(lines[number])
        if match and not match[2].replace(" ", "").startswith(f"{table}."):
            return number
    return len(lines)
