from __future__ import annotations

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
