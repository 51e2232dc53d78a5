from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.text.figure_format import plain, rewritten
from rolwriter.text.figures import figures_in


@pytest.mark.parametrize(
    ("value", "hedge", "like", "written"),
    [
        ("41", "", "33次", "41次"),
        ("26300", "约", "约2.5万次", "约2.63万次"),
        ("12", "余", "10余次", "12余次"),
        ("41", "", "约33次", "41次"),
        ("41", "约", "33次", "约41次"),
        ("41", "", "30余次", "41次"),
        ("20000", "余", "1.5万次", "2万余次"),
        ("300", "以上", "200人以上", "300人以上"),
        ("300", "", "200人以上", "300人"),
        ("300", "约", "约2.5万次", "约300次"),
        ("98.5", "", "100%", "98.5%"),
        ("12345", "", "1,200件", "12,345件"),
        ("700000", "", "68万公里", "70万公里"),
        ("25000001", "约", "约2.5万次", "约25000001次"),
        ("0", "", "33次", "0次"),
        ("1.50", "", "2.5个百分点", "1.5个百分点"),
    ],
)
def test_a_new_value_keeps_the_notation_and_takes_its_own_hedge(
    value: str, hedge: str, like: str, written: str
) -> None:
    assert rewritten(Decimal(value), like, hedge) == written


def test_plain_digits_have_no_exponent() -> None:
    assert [plain(Decimal(v)) for v in ("1E+5", "0.00", "79.50")] == ["100000", "0", "79.5"]


@given(
    st.decimals(0, 10**9, places=2, allow_nan=False),
    st.sampled_from(["33次", "约2.5万次", "1,200件", "100%", "68万公里", "近3亿元"]),
)
def test_what_is_written_reads_back_as_the_same_value(value: Decimal, like: str) -> None:
    (token,) = figures_in("共" + rewritten(value, like, ""))
    assert token.value == value
