from __future__ import annotations

import pytest

from rolwriter.model.change import Change, SetIgnores, SetMasks, SetPairings, SetSilentRules
from rolwriter.model.ignore import Ignore
from rolwriter.model.mask import Mask
from rolwriter.model.pairing import Pairing
from rolwriter.model.project import Project
from rolwriter.model.report import Report

BEFORE = Project(
    Report(year=2025),
    ignores=(Ignore("P05", "p2", "(略)", "引用原文", 2024),),
    masks=(Mask("张建国", "张某某", "S06"),),
    silent_rules=("W01",),
    pairings=(Pairing("人手不足", "充实队伍"),),
)


@pytest.mark.parametrize(
    ("change", "after"),
    [
        (SetIgnores(()), (0, 1, 1, 1)),
        (SetMasks(()), (1, 0, 1, 1)),
        (SetSilentRules(("W01", "P05")), (1, 1, 2, 1)),
        (SetPairings(()), (1, 1, 1, 0)),
    ],
)
def test_a_decision_on_the_checks_changes_that_alone_and_is_taken_back(
    change: Change, after: tuple[int, int, int, int]
) -> None:
    made = change.apply(BEFORE)
    lists = (made.ignores, made.masks, made.silent_rules, made.pairings)
    assert tuple(map(len, lists)) == after
    assert made.report is BEFORE.report
    assert change.inverse(BEFORE).apply(made) == BEFORE
