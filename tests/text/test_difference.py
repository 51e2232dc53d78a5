from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.text.difference import Run, Step, difference


def test_a_figure_changes_whole() -> None:
    assert difference("召开33次", "召开43次") == [
        Run(Step.SAME, "召开"),
        Run(Step.REMOVED, "33"),
        Run(Step.ADDED, "43"),
        Run(Step.SAME, "次"),
    ]


TEXT = st.text(st.sampled_from("党组会召开12.5%年、。 abc"), max_size=30)


@given(TEXT, TEXT)
def test_the_runs_hold_both_texts_whole(old: str, new: str) -> None:
    runs = difference(old, new)
    assert "".join(r.text for r in runs if r.step is not Step.ADDED) == old
    assert "".join(r.text for r in runs if r.step is not Step.REMOVED) == new


def test_one_edit_in_a_long_paragraph_compares_little_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = list[int]()
    matcher = SequenceMatcher

    def watched(junk: None, a: list[str], b: list[str], **rest: bool) -> SequenceMatcher[str]:
        compared.append(len(a) + len(b))
        return matcher(junk, a, b, **rest)

    monkeypatch.setattr("rolwriter.text.difference.SequenceMatcher", watched)
    text = "召开会议讨论工作。" * 500
    old, new = f"{text}2024年{text}", f"{text}2025年{text}"
    assert [run.text for run in difference(old, new) if run.step is not Step.SAME] == [
        "2024",
        "2025",
    ]
    assert compared == [2]
