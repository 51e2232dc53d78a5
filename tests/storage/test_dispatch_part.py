from datetime import date

from rolwriter.model.dispatch import Delivery, DeliveryKind, Dispatch
from rolwriter.model.dispatch_change import SetDeliveries, SetDispatch
from rolwriter.model.project import Project
from rolwriter.storage.codec import DISPATCH, from_parts, to_parts

DISPATCHED = Dispatch("某局文件", ("张某",), print_date=date(2026, 2, 1), title_breaks=(3, 9))
SENT = Delivery("d4", DeliveryKind.PUBLISHED, date(2026, 3, 2), "区政府网站", "网址")


def test_what_goes_around_the_text_and_where_it_went_is_kept_with_the_project() -> None:
    project = Project(dispatch=DISPATCHED, deliveries=(SENT,))
    assert from_parts(to_parts(project)) == project


def test_a_project_that_never_left_the_office_has_no_such_part() -> None:
    assert DISPATCH not in to_parts(Project())


def test_both_changes_can_be_taken_back() -> None:
    for change in (SetDispatch(DISPATCHED), SetDeliveries((SENT,))):
        before = Project(next_id=9)
        after = change.apply(before)
        assert after != before
        assert change.inverse(before).apply(after) == before


def test_an_id_in_the_record_is_not_given_again() -> None:
    assert SetDeliveries((SENT,)).apply(Project()).next_id == 5
