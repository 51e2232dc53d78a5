from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.text.figure_format import official
from rolwriter.text.figures import figures_in


@pytest.mark.parametrize(
    ("value", "unit", "hedge", "written"),
    [
        ("33", "次", "", "33次"),
        ("0", "件", "", "0件"),
        ("25000", "次", "约", "约2.5万次"),
        ("10", "次", "余", "10余次"),
        ("20000", "人次", "余", "2万余人次"),
        ("25000", "次", "多", "2.5万多次"),
        ("54400", "升", "约", "约5.44万升"),
        ("12345", "条", "", "12345条"),
        ("100", "%", "", "100%"),
        ("79.50", "%", "近", "近79.5%"),
        ("300000000", "元", "", "3亿元"),
        ("123400000", "元", "", "12340万元"),
        ("50", "件", "左右", "50件左右"),
        ("9999", "次", "", "9999次"),
        ("1E+4", "次", "", "1万次"),
    ],
)
def test_a_value_is_written_as_official_prose_writes_it(
    value: str, unit: str, hedge: str, written: str
) -> None:
    assert official(Decimal(value), unit, hedge) == written


@given(
    st.decimals(min_value=1, max_value=10**10, places=2),
    st.sampled_from(["次", "元", "%", "平方米", "人次"]),
    st.sampled_from(["", "约", "近", "余", "左右"]),
)
def test_what_is_written_is_read_back_exactly(value: Decimal, unit: str, hedge: str) -> None:
    (token,) = figures_in(f"共计{official(value, unit, hedge)}。")
    assert (token.value, token.unit, token.hedge) == (value, unit, hedge)
