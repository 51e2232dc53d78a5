from __future__ import annotations

from rolwriter.model.checklist import FieldAnswer, ItemRecord, ItemState
from rolwriter.model.project import Project
from rolwriter.storage.canonical import decode, encode
from rolwriter.storage.codec import CHECKLIST, from_parts, to_parts

RECORDS = (ItemRecord("W8", ItemState.NOT_APPLICABLE, "没有制定权"),)
ANSWERS = (FieldAnswer("theme", "宪法宣传周"), FieldAnswer("suits", none=True))
PROJECT = Project(checklist=RECORDS, answers=ANSWERS, profiles=("enforcement",))


def test_states_answers_and_profiles_come_back_as_they_were() -> None:
    back = from_parts(to_parts(PROJECT))
    assert (back.checklist, back.answers, back.profiles) == (RECORDS, ANSWERS, ("enforcement",))


def test_a_project_that_says_nothing_of_the_checklist_has_no_part_for_it() -> None:
    assert CHECKLIST not in to_parts(Project())


def test_what_a_later_version_wrote_of_an_item_is_kept() -> None:
    parts = to_parts(PROJECT)
    tree = decode(parts[CHECKLIST])
    assert isinstance(tree, dict)
    items = tree["items"]
    assert isinstance(items, list)
    assert isinstance(items[0], dict)
    items[0]["checked_by"] = "某人"
    parts[CHECKLIST] = encode(tree)
    assert to_parts(from_parts(parts))[CHECKLIST] == parts[CHECKLIST]
