from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from rolwriter.catalog.paths import resource
from rolwriter.model.report import PartKind, Role
from rolwriter.model.source import SourceDocument
from rolwriter.readers.outline import recognise
from tests.readers.outline.given import draft_of, source, text_file

_OWN = resource("sample", "report.txt")
_REAL = sorted((Path(__file__).resolve().parents[4] / "shared" / "sample").glob("*.txt"))
_ROLES = [Role.WORK, Role.DUTY, Role.SHORTCOMING, Role.PLAN]


def test_the_sample_has_every_part_of_an_official_report() -> None:
    draft = draft_of(text_file(_OWN))
    assert [part.kind for part in draft.report.parts] == [
        PartKind.TITLE,
        PartKind.ADDRESSEE,
        PartKind.PREAMBLE,
        *[PartKind.CHAPTER] * 4,
        PartKind.SIGNATURE,
        PartKind.ISSUE_DATE,
    ]
    assert draft.doubts == ()


def test_the_sample_has_the_anatomy_of_a_real_report() -> None:
    report = draft_of(text_file(_OWN)).report
    assert (report.year, report.authority) == (2024, "澄川区机关事务服务中心")
    assert [c.role for c in report.chapters] == _ROLES
    assert [len(c.sections) for c in report.chapters] == [3, 2, 0, 0]
    chains = [p for p in report.paragraphs if p.text.startswith("一是")]
    assert [sum(p.text.count(f"{n}是") for n in "一二三四五") for p in chains] == [2, 4, 5, 3, 3]


def test_the_sample_has_figures_in_every_notation_and_twelve_documents() -> None:
    report = draft_of(text_file(_OWN)).report
    text = "\n".join(c.text for c in report.chapters)
    figures = re.findall(r"约?\d[\d.]*[万余]*(?:%|[^\d年、。，])", text)
    assert len(figures) == 24
    for notation in ("约1.8万次", "46.3万公", "10余", "1260场", "100%", "62.5%"):
        assert any(figure.startswith(notation[:-1]) for figure in figures), notation
    assert len(set(re.findall("《[^》]+》", text))) == 12
    assert len(re.findall("《[^》]+》", text)) == 13
    assert 2500 <= len(re.sub(r"\s", "", text_file(_OWN))) <= 3200


@pytest.mark.long
def test_recognition_is_fast_and_grows_no_faster_than_the_text() -> None:
    lines = text_file(_OWN)
    one, many = source(lines), source("\n".join([lines] * 40))
    recognise(one)
    assert _best_of_five(one) < 0.005
    assert _best_of_five(many) < 40 * 3 * _best_of_five(one)


def _best_of_five(document: SourceDocument) -> float:
    times: list[float] = []
    for _ in range(5):
        begin = time.perf_counter()
        recognise(document)
        times.append(time.perf_counter() - begin)
    return min(times)


@pytest.mark.skipif(not _REAL, reason="the real sample is not part of the project")
def test_the_real_sample_is_recognised() -> None:
    draft = draft_of(text_file(_REAL[0]))
    report = draft.report
    assert report.year == 2024
    assert report.authority.endswith("机关事务管理局")
    assert [c.role for c in report.chapters] == _ROLES
    assert [len(c.sections) for c in report.chapters] == [3, 2, 0, 0]
    assert draft.doubts == ()
