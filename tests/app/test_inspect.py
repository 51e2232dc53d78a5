"""Nothing hidden may stand in any file the program itself writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rolwriter.app.checklist.survey import checklist
from rolwriter.app.collect.slips import write_supplier_slip
from rolwriter.app.output.export import export_copy
from rolwriter.app.output.inspect import inspect_file, inspection_table, summary, trace_line
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.model.dispatch import CopyKind, Dispatch
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.slip import Slip, SlipTopic
from rolwriter.model.trace import Inspection, Trace, TraceKind
from rolwriter.readers.traces import inspect_bytes
from tests.app.forms import figure, project, reported
from tests.ui.paper.papers import needs_font
from tests.writers.reports import full_report


def test_a_form_an_excel_table_and_a_slip_carry_nothing() -> None:
    from rolwriter.app.checklist.check_sheet import write_check_sheets
    from rolwriter.app.collect.forms import write_supplier_form
    from rolwriter.app.ledger.table import write_ledger

    ledger = project(reported("33", evidence="会议纪要"), figure(2, "接待"))
    topics = (SlipTopic("decision", "依法决策", "写程序。", ("去年讨论12项。",)),)
    for data in (
        write_supplier_form(ledger, "综合科"),
        write_ledger(ledger),
        write_check_sheets(ledger, checklist(ledger, load_catalogue()), 30),
        write_supplier_slip(Slip(2025, "青禾县统计局", "法规科", topics)),
    ):
        assert inspect_bytes(data).traces == ()


def test_a_file_is_searched_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "网页.html"
    path.write_text("<!DOCTYPE html><html><body><!-- 待改 --></body></html>", "utf-8")

    found = inspect_file(path)

    assert found == Inspection("网页文件", (Trace(TraceKind.COMMENT, "第1行", "待改"),))
    assert summary("网页.html", found) == "“网页.html”（网页文件）带有1项隐藏信息：批注。"
    assert trace_line(found.traces[0]) == "批注\t待改\t第1行"
    assert inspection_table("网页.html", found).rows == (("批注", "待改", "第1行", 1),)


def test_a_broken_file_is_refused_without_talk_of_importing(tmp_path: Path) -> None:
    path = tmp_path / "坏.docx"
    path.write_bytes(b"PK\x03\x04 broken")

    with pytest.raises(RolwriterError) as caught:
        inspect_file(path)

    assert "导入" not in caught.value.consequence + caught.value.remedy


@pytest.mark.parametrize("kind", list(CopyKind))
@pytest.mark.parametrize("ending", [".docx", ".html", ".txt"])
def test_no_kind_of_copy_in_any_format_carries_anything(
    kind: CopyKind, ending: str, tmp_path: Path
) -> None:
    path = tmp_path / f"报告{ending}"
    dispatch = Dispatch(masthead="某局文件", signatories=("张三",), note="电话", watermark="内部")
    export_copy(
        Project(full_report(), dispatch=dispatch),
        path,
        kind,
        load_catalogue(),
        day=date(2026, 1, 20),
    )

    assert inspect_bytes(path.read_bytes()).traces == ()


@needs_font
@pytest.mark.parametrize("kind", [CopyKind.DRAFT, CopyKind.PUBLIC])
def test_a_pdf_of_our_own_carries_nothing(kind: CopyKind, tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    export_copy(Project(full_report()), path, kind, load_catalogue(), day=date(2026, 1, 20))

    assert inspect_bytes(path.read_bytes()).traces == ()
