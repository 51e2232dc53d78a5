from __future__ import annotations

import pytest

from rolwriter.writers.layout.cells import cells


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("法治", 2), ("2026年1月20日", 6.5), ("“应办”—…", 6), ("A", 0.5), ("e\u0301", 0.5)],
)
def test_han_characters_and_shared_signs_are_one_cell_wide_and_latin_half(
    text: str, width: float
) -> None:
    assert cells(text) == width
