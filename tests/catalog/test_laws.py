from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.laws import load_laws, read_laws
from rolwriter.catalog.paths import resource
from rolwriter.model.errors import RolwriterError

HEADER = "title\tlevel\tscope\tversion\tin_force\tstatus\trepealed\tsuccessor\tsource\n"


def table(tmp_path: Path, rows: str, header: str = HEADER) -> Path:
    path = tmp_path / "laws.tsv"
    path.write_text(header + rows, encoding="utf-8")
    return path


def test_the_table_says_as_of_when_and_holds_every_row_of_its_file() -> None:
    laws = load_laws()
    text = resource("catalog", "laws.tsv").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert laws.as_of == "2025-04"
    assert len(laws.by_title) == len(rows) - 1 == 1103


def test_a_repealed_law_leads_to_its_successor() -> None:
    law = load_laws().find("中华人民共和国合同法")
    assert law is not None
    assert (law.replaced, law.repealed, law.successor) == (True, date(2021, 1, 1), "民法典")


def test_the_repealed_ones_are_those_the_stale_detector_knows() -> None:
    laws = load_catalogue().phrases.laws
    assert len(laws) == 42
    assert "行政处罚法" not in laws
    assert all(law.source for law in laws.values())


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("某法\t法律\t全国\t2020-13-01\t\t有效\n", "第2行不能使用：日期不正确"),
        ("某法\t法律\t全国\t\t\t现行\n", "第2行不能使用：效力“现行”"),
        (
            "某法\t法律\t全国\t\t\t有效\n某法\t法律\t全国\t\t\t有效\n",
            "第3行不能使用：《某法》写了两次",
        ),
        ("《某法》\t法律\t全国\t\t\t有效\n", "书名号"),
        ("某法\t法律\t全国\t\t\t有效\t\t\t\t多\n", "多于9列"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(tmp_path: Path, rows: str, said: str) -> None:
    with pytest.raises(RolwriterError) as caught:
        read_laws(table(tmp_path, rows))
    assert "laws.tsv" in caught.value.what
    assert said in caught.value.what


def test_a_wrong_header_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RolwriterError, match="各列应当依次是"):
        read_laws(table(tmp_path, "", header="标题\t层级\n"))
