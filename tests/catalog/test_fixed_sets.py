from __future__ import annotations

import pytest

from rolwriter.catalog.catalogue import load_catalogue

SETS = {entry.name: entry for entry in load_catalogue().fixed_sets.values()}


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("四个意识", 4), ("四个自信", 4), ("两个维护", 2), ("两个确立", 2), ("五位一体", 5),
        ("四个全面", 4), ("十一个坚持", 11), ("三会一课", 4), ("三重一大", 4),
        ("行政执法三项制度", 3), ("双随机、一公开", 3), ("放管服", 3), ("四个亲自", 4),
        ("第一议题", 0),
    ],
)  # fmt: skip
def test_a_set_has_as_many_members_as_its_name_says(name: str, count: int) -> None:
    assert len(SETS[name].members) == count


def test_what_was_not_read_in_a_source_is_not_called_verified() -> None:
    unverified = {name for name, entry in SETS.items() if not entry.verified}
    assert unverified == {"并提的通常次序", "放管服", "第一议题"}


def test_the_wrong_fourth_of_the_four_in_person_leads_to_the_right_one() -> None:
    entry = SETS["四个亲自"]
    assert entry.wrong["重要案件亲自督办"] in entry.members
