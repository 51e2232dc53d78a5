from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.text.file_names import LONGEST, forbidden, mended, shortened


@pytest.mark.parametrize(
    "name",
    [
        *(
            "2025年法治政府建设情况的报告.rolw",
            "报告（终稿）.docx",
            "a.tar.gz",
            ".bashrc",
            " 前空格.txt",
        ),
        *(
            "CONTRACT.rolw",
            "console.txt",
            "COM.txt",
            "COM10.txt",
            "报告CON.rolw",
            "报" * 83 + ".rolw",
        ),
    ],
)
def test_these_are_names_everywhere(name: str) -> None:
    assert forbidden(name) == ""
    assert mended(name) == name


@pytest.mark.parametrize(
    ("name", "why", "instead"),
    [
        ("报告:终稿.rolw", "“:”", "报告：终稿.rolw"),
        ('说"是".rolw', "“\"”", "说”是”.rolw"),
        ("a/b\\c|d?e*f<g>.rolw", "“/”", "a／b＼c｜d？e＊f＜g＞.rolw"),
        ("CON.rolw", "“CON”", "_CON.rolw"),
        ("nul", "“nul”", "_nul"),
        ("Lpt1.tar.gz", "“Lpt1”", "_Lpt1.tar.gz"),
        ("COM¹.txt", "“COM¹”", "_COM¹.txt"),
        ("AUX .rolw", "“AUX”", "_AUX .rolw"),
        ("conin$", "“conin$”", "_conin$"),
        ("报告.", "结尾", "报告"),
        ("报告.rolw ", "结尾", "报告.rolw"),
        ("报\x07告.rolw", "看不见", "报告.rolw"),
        ("报\udce4告.rolw", "无法识别", "报告.rolw"),
        (" . ", "空的", "未命名"),
        ("", "空的", "未命名"),
        ("报" * 84 + ".rolw", "257字节", "报" * 83 + ".rolw"),
    ],
)  # fmt: skip
def test_these_are_not_and_the_nearest_name_is_offered(name: str, why: str, instead: str) -> None:
    assert why in forbidden(name)
    assert mended(name) == instead


@given(st.text(max_size=120))
def test_a_mended_name_is_a_name_and_is_not_mended_further(name: str) -> None:
    found = mended(name)
    assert forbidden(found) == ""
    assert mended(found) == found


@given(st.text("报a .", min_size=1, max_size=300), st.text("（冲突）a1", max_size=40))
def test_words_put_before_the_ending_always_fit(stem: str, end: str) -> None:
    name = shortened(f"{stem}.rolw", end)
    assert name.endswith(f"{end}.rolw")
    assert len(name.encode()) <= LONGEST
