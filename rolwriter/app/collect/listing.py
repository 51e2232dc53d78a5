"""What returned forms hold and did, as lines to read and as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rolwriter.app.collect.preview import FINDINGS, FilePreview, Preview, PreviewRow, RowKind
from rolwriter.app.ledger.merge import MergeReport
from rolwriter.text.figure_format import plain

_WORDS = {
    RowKind.NEW: "新报",
    RowKind.CHANGED: "有改动",
    RowKind.SAME: "相同",
    RowKind.CONFLICT: "有冲突",
    RowKind.UNREADABLE: "看不懂",
    RowKind.UNKNOWN: "不在台账",
    RowKind.EMPTY: "未填",
}


def preview_lines(read: Preview) -> Iterator[str]:
    """Each file in one line, then what has to be looked at, cell by cell."""
    for file in read.files:
        yield _file_line(file)
        yield from (f"　　提示：{note}" for note in file.notes)
    for row in read.rows:
        if row.kind in FINDINGS or (row.reason and row.kind is not RowKind.EMPTY):
            yield row_line(row)


def row_line(row: PreviewRow) -> str:
    """One row: what it is, where it stands, why."""
    name = row.name or row.words[:60]
    reason = f"：{row.reason}" if row.reason else ""
    return f"[{_WORDS[row.kind]}] {row.file}，工作表“{row.sheet}”{row.place}格，“{name}”{reason}"


def merge_line(report: MergeReport) -> str:
    """What a merge did, in one line."""
    return (
        f"台账：新报{report.new}项，有改动{report.changed}项，相同{report.same}项，"
        f"有冲突{report.conflicts}项；正文随之更新{report.rewritten}处。"
    )


def preview_json(read: Preview) -> dict[str, object]:
    """The whole preview as data."""
    return {"files": [_file_json(file) for file in read.files]}


def _file_line(file: FilePreview) -> str:
    if file.trouble:
        return f"{file.file}：{file.trouble}"
    counts = Counter(row.kind for row in file.rows)
    words = "，".join(f"{_WORDS[kind]}{counts[kind]}项" for kind in RowKind if counts[kind])
    supplier = f"（{file.supplier}）" if file.supplier else ""
    return f"{file.file}{supplier}：{words}"


def _file_json(file: FilePreview) -> dict[str, object]:
    return {
        "file": file.file,
        "supplier": file.supplier,
        "trouble": file.trouble,
        "notes": list(file.notes),
        "rows": [_row_json(row) for row in file.rows],
    }


def _row_json(row: PreviewRow) -> dict[str, object]:
    return {
        "kind": row.kind,
        "sheet": row.sheet,
        "cell": row.place,
        "figure": row.figure_id,
        "name": row.name,
        "value": None if row.value is None else plain(row.value),
        "hedge": row.hedge,
        "none": row.none,
        "evidence": row.evidence,
        "words": row.words,
        "reason": row.reason,
    }
