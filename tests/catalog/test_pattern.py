from __future__ import annotations

import pytest

from rolwriter.catalog.pattern import Clause, Slot, parse_pattern


def test_slots_outside_of_clauses_are_needed_and_those_inside_are_not() -> None:
    sentence = parse_pattern("{year}年召开{meetings}[，其中{special}][!lost|，无败诉]。")
    assert sentence.needed == {"year", "meetings"}
    assert sentence.names == {"year", "meetings", "special", "lost"}
    assert sentence.none_names == {"lost"}
    assert sentence.pieces[3] == Clause(("，其中", Slot("special")))


def test_a_clause_may_hang_on_several_things_that_did_not_happen() -> None:
    (clause,) = parse_pattern("[!a,b|均未发生]").pieces
    assert clause == Clause(("均未发生",), ("a", "b"))


@pytest.mark.parametrize(
    "text", ["{a", "a}", "[，{a}", "{a}]", "[{a}[，{b}]]", "[，没有填报项]", "{}", "{A b}", "a|b"]
)
def test_a_mark_without_its_partner_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"[\u4e00-\u9fff]"):
        parse_pattern(text)
