from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rolwriter.app.output.deliveries import deadlines
from rolwriter.app.output.export import FORMATS
from rolwriter.app.output.paper_forms import form_copy
from rolwriter.app.settings import Settings
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.checklist import Basis
from rolwriter.catalog.paper_forms import FormName, PaperRow, PaperTable, load_paper_forms
from rolwriter.model.dispatch import Delivery, DeliveryKind
from rolwriter.model.finding import Finding, Location, Severity
from rolwriter.model.mask import Mask
from rolwriter.model.project import Project
from rolwriter.readers.traces import inspect_bytes
from rolwriter.writers.layout.copy import Copy, TableBlock
from rolwriter.writers.layout.measure import CellMeasure
from rolwriter.writers.layout.pages import lay_out
from tests.writers.reports import full_report

CATALOGUE = load_catalogue()


@pytest.fixture
def project() -> Project:
    return Project(
        replace(full_report(), year=2025, authority="云溪区机关事务服务中心"),
        masks=(Mask("张建国", "张某某"),),
        deliveries=(
            Delivery("d1", DeliveryKind.SUBMITTED, date(2026, 2, 24), "区委、区政府"),
            Delivery("d2", DeliveryKind.PUBLISHED, date(2026, 3, 20), "区政府网站"),
        ),
    )


def rows(copy: Copy) -> list[tuple[str, ...]]:
    return [row.cells for b in copy.blocks if isinstance(b, TableBlock) for row in b.rows]


def form(project: Project, name: FormName, *findings: Finding) -> Copy:
    limits = deadlines(project, CATALOGUE, Settings())
    return form_copy(project, name, CATALOGUE, findings=findings, limits=limits)


def test_the_review_form_is_filled_and_leaves_room_for_the_pen(project: Project) -> None:
    title = "云溪区机关事务服务中心关于2025年法治政府建设情况的报告"
    found = rows(form(project, FormName.SECRECY_REVIEW))

    assert ("信息标题", title) in found
    assert ("发文字号", "云机管〔2026〕3号", "成文日期", "2026年1月20日") in found
    assert ("隐去的内容", "1项：“张建国”改为“张某某”") in found
    assert ("承办科室", "", "", "") in found


def test_what_the_checks_found_is_named_for_the_reviewer(project: Project) -> None:
    finding = Finding("Z07", Severity.WARNING, Location("p1", 0, 2), "李某", "姓名")

    (line,) = [
        r for r in rows(form(project, FormName.SECRECY_REVIEW, finding)) if r[0] == "程序检查"
    ]
    (none,) = [r for r in rows(form(project, FormName.SECRECY_REVIEW)) if r[0] == "程序检查"]

    assert "“李某”" in line[1]
    assert "没有发现" in none[1]


def test_the_approval_form_names_deadline_record_and_basis(project: Project) -> None:
    found = {row[0]: row for row in rows(form(project, FormName.PUBLICATION))}

    assert found["报送情况"][1] == "2026年2月24日，区委、区政府"
    assert found["公开时限"][1].startswith("2026年4月1日前。")
    assert "第二十四条" in found["公开时限"][1]
    assert "第二十六条" in found["公开依据"][1]
    assert found["公开结果"][1] == "2026年3月20日，区政府网站"


@pytest.mark.parametrize("name", FormName)
def test_every_form_takes_one_page(name: FormName, project: Project) -> None:
    copy = form(project, name)
    layout = lay_out(copy, CellMeasure(copy.page_format))
    assert len(layout.pages) == 1


@pytest.mark.parametrize("name", FormName)
def test_every_form_is_written_as_word_page_and_text_and_carries_nothing(
    name: FormName, project: Project, tmp_path: Path
) -> None:
    for ending in (".docx", ".html", ".txt"):
        path = tmp_path / f"表{ending}"
        assert FORMATS[ending].write(form(project, name), path).characters > 100
        assert inspect_bytes(path.read_bytes()).traces == ()


def test_an_empty_project_makes_an_empty_form() -> None:
    found = rows(form_copy(Project(), FormName.PUBLICATION, CATALOGUE))
    assert ("信息标题", "") in found


def test_every_article_a_form_cites_was_read_in_the_text() -> None:
    for name, paper in load_paper_forms().items():
        bases = [b for table in paper.table for row in table.rows for b in row.basis]
        for basis in (*bases, *(b for note in paper.note for b in note.basis)):
            assert basis.verified or not basis.document, name
            assert not basis.document or basis.document in CATALOGUE.documents, name


def test_a_form_with_an_unknown_slot_or_a_missing_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="nobody"):
        PaperRow(cells=("{nobody}",))
    with pytest.raises(ValueError, match="依据"):
        PaperRow(cells=("无",), basis=(Basis(),))
    with pytest.raises(ValueError, match="格数"):
        PaperTable(widths=(1, 1), rows=(PaperRow(cells=("一",)),))
