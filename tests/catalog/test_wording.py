from __future__ import annotations

from pathlib import Path

import pytest

from rolwriter.catalog.wording import load_wording, read_wording
from rolwriter.model.errors import RolwriterError
from tests.checks.judging import found_in

KINDS = ("typos", "preferred", "rule_of_law", "powers", "names")
HEAD = "wrong\tright\texcept\tnote\n"


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_is_found_by_its_rule_and_its_right_form_is_not(kind: str) -> None:
    for row in load_wording(kind):
        found = found_in(f"甲{row.wrong}乙")
        right = [f.rule_id for f in found if row.right in {fix.text for fix in f.fixes}]
        assert right, row.wrong
        assert right[0] not in {f.rule_id for f in found_in(f"甲{row.right}乙")}, row.right


@pytest.mark.parametrize("kind", KINDS)
def test_every_exception_is_left_in_peace(kind: str) -> None:
    for row in load_wording(kind):
        for words in row.unless:
            texts = {finding.text for finding in found_in(f"甲{words}乙")}
            assert row.wrong not in texts, words


def test_no_form_stands_in_two_tables() -> None:
    wrong = [row.wrong for kind in KINDS for row in load_wording(kind)]
    assert len(wrong) == len(set(wrong))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("错\t对\n", "各列应当依次是"),
        (f"{HEAD}布署\t\n", "第2行"),
        (f"{HEAD}布署\t布署\n", "第2行"),
        (f"{HEAD}布署\t部署\t署名\n", "例外的写法中应当含有“布署”"),
        (f"{HEAD}布署\t部署\n布署\t部署\n", "“布署”写了两次"),
    ],
)
def test_a_damaged_table_is_refused_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "typos.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RolwriterError) as refused:
        read_wording(path)
    assert said in refused.value.what
