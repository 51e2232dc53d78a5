"""Hidden data in any file: searched in a process of its own, told in Chinese."""

from __future__ import annotations

from pathlib import Path

from rolwriter.app.cancel import cancel_wish
from rolwriter.model.errors import RolwriterError
from rolwriter.model.trace import Inspection, Trace
from rolwriter.readers.worker import ReadingCancelledError, inspect_in_worker
from rolwriter.writers.xlsx import Table, TableColumn

_NOTHING_DONE = "没有检查，文件没有改动。"
_REMEDY = "请确认文件能用Word、WPS或Excel打开；另存为docx、xlsx或PDF后，再检查另存的文件。"
ADVICE = (
    "由本程序导出的文件不带这些信息。别处来的文件，请导入本程序后重新导出；"
    "或者在Word、WPS中用“文件—信息—检查文档”删除后另存，再检查一次。"
)
"""What to do when something was found."""
_COLUMNS = (
    TableColumn("种类", 14),
    TableColumn("内容", 50),
    TableColumn("位置", 36),
    TableColumn("处数", 6),
)


def inspect_file(path: Path) -> Inspection:
    """What the file carries besides the words one sees; call it off the UI thread.

    RolwriterError when it cannot be looked into, ReadingCancelledError when cancelled.
    """
    from rolwriter.readers.read import load_bytes

    try:
        return inspect_in_worker(load_bytes(path), path.name, cancel=cancel_wish())
    except ReadingCancelledError:
        raise
    except RolwriterError as error:
        # readers send whoever imports a file to Word; here nothing is imported
        remedy = _REMEDY if "导入" in error.remedy else error.remedy
        raise RolwriterError(error.what, _NOTHING_DONE, remedy) from None


def summary(name: str, inspection: Inspection) -> str:
    """One sentence on the whole."""
    if not inspection.traces:
        return f"“{name}”（{inspection.format}）没有发现隐藏信息。"
    kinds = "、".join(dict.fromkeys(trace.kind.label for trace in inspection.traces))
    return f"“{name}”（{inspection.format}）带有{len(inspection.traces)}项隐藏信息：{kinds}。"


def trace_line(trace: Trace) -> str:
    """One finding: kind, what it says, where, how often."""
    times = f"\t共{trace.count}处" if trace.count > 1 else ""
    return f"{trace.kind.label}\t{trace.words}\t{trace.place}{times}"


def inspection_json(name: str, inspection: Inspection) -> dict[str, object]:
    """The inspection with file, format and traces (kind, label, words, place, count)."""
    traces = [
        {
            "kind": trace.kind.value,
            "label": trace.kind.label,
            "words": trace.words,
            "place": trace.place,
            "count": trace.count,
        }
        for trace in inspection.traces
    ]
    return {"file": name, "format": inspection.format, "traces": traces}


def inspection_table(name: str, inspection: Inspection) -> Table:
    """The findings as a table to read, print and file, with what to do below."""
    rows = tuple((t.kind.label, t.words, t.place, t.count) for t in inspection.traces)
    return Table(f"“{name}”隐藏信息检查结果", _COLUMNS, rows, foot=ADVICE)
