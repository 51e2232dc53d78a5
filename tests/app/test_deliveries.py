from __future__ import annotations

from datetime import date

import pytest

from rolwriter.app.checklist.survey import checklist
from rolwriter.app.output.deliveries import (
    deadline_words,
    deadlines,
    deliveries_table,
    delivery_words,
    put_delivery,
    receivers,
    warnings,
    without_delivery,
)
from rolwriter.app.settings import Settings
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.model.checklist import ItemState
from rolwriter.model.dispatch import Delivery, DeliveryKind
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.report import PartKind, Report
from tests.writers.reports import report

CATALOGUE = load_catalogue()
TODAY = date(2026, 2, 17)
SENT = Delivery("d1", DeliveryKind.SUBMITTED, date(2026, 2, 24), "区委、区政府")
REVIEWED = Delivery("d2", DeliveryKind.REVIEWED, date(2026, 3, 10), "保密委员会")
SHOWN = Delivery(
    "d3", DeliveryKind.PUBLISHED, date(2026, 3, 20), "区政府网站", "https://www.example.gov.cn/a"
)


def project(*deliveries: Delivery) -> Project:
    return Project(Report(year=2025), deliveries=deliveries)


def words(of: Project, today: date = TODAY, settings: Settings | None = None) -> str:
    return deadline_words(deadlines(of, CATALOGUE, settings or Settings()), today)


def said(*deliveries: Delivery, today: date = date(2026, 6, 1)) -> list[str]:
    of = project(*deliveries)
    return warnings(of, deadlines(of, CATALOGUE, Settings()), today)


def test_the_laws_days_are_told_with_the_days_left() -> None:
    assert words(project()) == "报送 3月1日（还有12天） · 公开 4月1日（还有43天）"


def test_what_is_done_is_told_with_its_day() -> None:
    assert words(project(SENT)) == "已报送 2月24日 · 公开 4月1日（还有43天）"
    assert words(project(SENT, REVIEWED, SHOWN)) == "已报送 2月24日 · 已公开 3月20日"


def test_the_day_itself_and_days_past_are_told() -> None:
    assert words(project(), date(2026, 3, 1)).startswith("报送 3月1日（今天到期）")
    assert words(project(), date(2026, 3, 3)).startswith("报送 3月1日（已过2天）")
    assert words(project(), date(2027, 3, 1)).startswith("报送 2026年3月1日（已过365天）")


def test_a_places_own_days_and_that_of_a_model_area_are_settings() -> None:
    own = Settings(submit_by="02-15", publish_by="03-01", model_area_by="01-31")
    found = deadlines(project(), CATALOGUE, own)

    assert [(d.name, d.day.month, d.day.day, d.basis) for d in found] == [
        ("示范地区报送", 1, 31, "当地要求"),
        ("报送", 2, 15, "当地要求"),
        ("公开", 3, 1, "当地要求"),
    ]


def test_the_laws_days_name_their_articles() -> None:
    bases = [d.basis for d in deadlines(project(), CATALOGUE, Settings())]
    assert "第二十三条第二款" in bases[0]
    assert "第二十四条" in bases[1]


def test_a_last_of_february_in_the_settings_is_a_day_in_every_year() -> None:
    assert words(project(), settings=Settings(submit_by="02-29")).startswith("报送 2月28日")


def test_without_a_year_there_are_no_deadlines() -> None:
    assert deadlines(Project(), CATALOGUE, Settings()) == ()


def test_a_record_in_order_is_left_alone() -> None:
    assert said(SENT, REVIEWED, SHOWN) == []


def test_publication_without_or_before_the_review_is_warned_of() -> None:
    early = Delivery("d4", DeliveryKind.PUBLISHED, date(2026, 3, 1))
    assert any("没有记录保密审查" in line for line in said(SENT, SHOWN))
    assert any("早于保密审查日期" in line for line in said(SENT, REVIEWED, early))


def test_what_was_late_is_warned_of() -> None:
    late = Delivery("d4", DeliveryKind.PUBLISHED, date(2026, 4, 2))
    assert said(SENT, REVIEWED, late) == ["公开日期（4月2日）晚于期限4月1日。"]


def test_days_in_the_future_or_within_the_reports_own_year_are_asked_about() -> None:
    assert any("今天以后" in line for line in said(SENT, today=date(2026, 2, 1)))
    before = Delivery("d4", DeliveryKind.SUBMITTED, date(2025, 2, 24))
    assert any("报告年度结束以前" in line for line in said(before))


def test_records_stand_by_day_and_can_be_replaced_and_taken_out() -> None:
    of = put_delivery(project(SHOWN), SENT).apply(project(SHOWN))
    assert of.deliveries == (SENT, SHOWN)

    moved = Delivery("d1", DeliveryKind.SUBMITTED, date(2026, 3, 25), " 区委 ")
    change = put_delivery(of, moved)
    after = change.apply(of)
    assert [(d.id, d.receiver) for d in after.deliveries] == [("d3", "区政府网站"), ("d1", "区委")]
    assert change.inverse(of).apply(after).deliveries == of.deliveries
    assert without_delivery(of, "d1").apply(of).deliveries == (SHOWN,)


def test_an_address_that_is_none_is_refused() -> None:
    wrong = Delivery("d9", DeliveryKind.PUBLISHED, date(2026, 3, 20), address="区政府 网站")
    with pytest.raises(RolwriterError, match="不像网页的地址"):
        put_delivery(project(), wrong)


def test_receivers_come_from_the_addressee() -> None:
    of = Project(report((PartKind.ADDRESSEE, ("区委、区政府，市机关事务管理局：",))))
    assert receivers(of) == ("区委", "区政府", "市机关事务管理局")


def test_the_record_is_a_table_and_a_line() -> None:
    of = project(SENT, SHOWN)
    assert deliveries_table(of).rows[0] == ("报送", "2026年2月24日", "区委、区政府", "", "")
    assert delivery_words(of, DeliveryKind.SUBMITTED) == "2026年2月24日，区委、区政府"


@pytest.mark.parametrize(
    ("deliveries", "state", "proposed"),
    [
        ((), ItemState.TODO, False),
        ((SENT,), ItemState.DRAFT, False),
        ((SENT, REVIEWED, SHOWN), ItemState.DONE, False),
    ],
)
def test_the_checklist_finds_its_item_answered_by_the_record(
    deliveries: tuple[Delivery, ...], state: ItemState, proposed: bool
) -> None:
    rows = checklist(project(*deliveries), CATALOGUE).rows
    (row,) = [row for row in rows if row.item.id == "O2"]
    assert (row.state, row.proposed) == (state, proposed)
