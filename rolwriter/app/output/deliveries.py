"""报送, 保密审查 and 公开: the record, the deadlines, and what does not fit together."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from rolwriter.app.settings import Settings
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.model.dispatch import Delivery, DeliveryKind
from rolwriter.model.dispatch_change import SetDeliveries
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.report import PartKind
from rolwriter.writers.xlsx import Table, TableColumn

FIELDS = {
    DeliveryKind.SUBMITTED: "submitted-on",
    DeliveryKind.REVIEWED: "secrecy-reviewed-on",
    DeliveryKind.PUBLISHED: "published-on",
}
"""The field of the catalogue that each kind of record answers."""
MODEL_AREA = "示范地区报送"
_COLUMNS = (
    TableColumn("事项", 10),
    TableColumn("日期", 16),
    TableColumn("报送给、审查人或网站", 32),
    TableColumn("网址", 40),
    TableColumn("备注", 24),
)
_SEPARATORS = re.compile("[，、,；;：:\\s]+")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something is to be done, and how it stands."""

    name: str
    """报送, 公开, 示范地区报送."""
    day: date
    basis: str
    done: date | None = None
    """The first day it was recorded; None: not yet."""

    @property
    def late(self) -> bool:
        """Whether it was done after the day."""
        return self.done is not None and self.done > self.day


def deadlines(project: Project, catalogue: Catalogue, settings: Settings) -> tuple[Deadline, ...]:
    """The deadlines of this report, first things first; none while its year is not known.

    The days are the law's as the catalogue has them, or the place's own from the settings.
    """
    year = project.report.year
    if year is None:
        return ()
    found = list[Deadline]()
    if settings.model_area_by:
        day = _day(year + 1, settings.model_area_by)
        done = _first(project, DeliveryKind.SUBMITTED)
        found.append(Deadline(MODEL_AREA, day, "当地要求", done))
    for kind, own in (
        (DeliveryKind.SUBMITTED, settings.submit_by),
        (DeliveryKind.PUBLISHED, settings.publish_by),
    ):
        law, basis = lawful_day(catalogue, kind)
        words = basis if not own or own == law else "当地要求"
        if own or law:
            day = _day(year + 1, own or law)
            found.append(Deadline(kind.label, day, words, _first(project, kind)))
    return tuple(found)


def lawful_day(catalogue: Catalogue, kind: DeliveryKind) -> tuple[str, str]:
    """The law's month and day (``03-01``) for a kind, and its basis; both empty: none."""
    for item in catalogue.items.values():
        for threshold in item.thresholds:
            if threshold.field == FIELDS[kind] and threshold.by:
                return threshold.by, catalogue.basis_words(threshold.basis)
    return "", ""


def _day(year: int, month_day: str) -> date:
    month, day = map(int, month_day.split("-"))
    return date(year, month, min(day, monthrange(year, month)[1]))


def _first(project: Project, kind: DeliveryKind) -> date | None:
    return min((d.day for d in project.deliveries if d.kind is kind), default=None)


def month_day(day: date) -> str:
    """3月1日."""
    return f"{day.month}月{day.day}日"


def deadline_words(found: Iterable[Deadline], today: date) -> str:
    """For the status bar: 报送 3月1日（还有12天） · 已公开 3月20日."""
    return " · ".join(_words(deadline, today) for deadline in found)


def _words(deadline: Deadline, today: date) -> str:
    if deadline.done is not None:
        late = "（已过期限）" if deadline.late else ""
        return f"已{deadline.name} {month_day(deadline.done)}{late}"
    left = (deadline.day - today).days
    if left < 0:
        year = f"{deadline.day.year}年" if deadline.day.year != today.year else ""
        return f"{deadline.name} {year}{month_day(deadline.day)}（已过{-left}天）"
    return f"{deadline.name} {month_day(deadline.day)}" + (
        f"（还有{left}天）" if left else "（今天到期）"
    )


def warnings(project: Project, found: Iterable[Deadline], today: date) -> list[str]:
    """What does not fit together in the record, a sentence each."""
    said = list[str]()
    reviewed = _first(project, DeliveryKind.REVIEWED)
    published = _first(project, DeliveryKind.PUBLISHED)
    if published is not None and reviewed is None:
        said.append("已记录公开，但没有记录保密审查：应当先审查、后公开。")
    elif published is not None and reviewed is not None and published < reviewed:
        said.append(
            f"公开日期（{month_day(published)}）早于保密审查日期（{month_day(reviewed)}）："
            "应当先审查、后公开。"
        )
    for deadline in found:
        if deadline.late and deadline.done is not None:
            said.append(
                f"{deadline.name}日期（{month_day(deadline.done)}）"
                f"晚于期限{month_day(deadline.day)}。"
            )
    year = project.report.year
    for delivery in project.deliveries:
        if delivery.day > today:
            said.append(f"{delivery.kind.label}日期（{day_words(delivery.day)}）在今天以后。")
        elif year is not None and delivery.day.year <= year:
            said.append(
                f"{delivery.kind.label}日期（{day_words(delivery.day)}）在报告年度结束以前，请核对。"
            )
    return said


def day_words(day: date) -> str:
    """2026年3月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def put_delivery(project: Project, delivery: Delivery) -> SetDeliveries:
    """Add the record, or replace the one of its id; the oldest stand first.

    RolwriterError when a publication's address is none that a site can have.
    """
    address = delivery.address.strip()
    if address and (" " in address or not re.match(r"(?:https?://)?[\w.-]+\.\w", address)):
        raise RolwriterError(
            f"“{address}”不像网页的地址。",
            "记录没有改动。",
            "请从浏览器的地址栏复制完整的网址，如 https://www.example.gov.cn/…；没有的可以不填。",
        )
    cleaned = replace(
        delivery,
        receiver=" ".join(delivery.receiver.split()),
        address=address,
        remark=" ".join(delivery.remark.split()),
    )
    others = (d for d in project.deliveries if d.id != delivery.id)
    ordered = sorted((*others, cleaned), key=lambda d: (d.day, list(DeliveryKind).index(d.kind)))
    return SetDeliveries(tuple(ordered))


def without_delivery(project: Project, delivery_id: str) -> SetDeliveries:
    """Take a record out."""
    return SetDeliveries(tuple(d for d in project.deliveries if d.id != delivery_id))


def receivers(project: Project) -> tuple[str, ...]:
    """To whom the report says it is sent: 主送 and 抄送."""
    addressed = (
        name
        for part in project.report.of_kind(PartKind.ADDRESSEE)
        for paragraph in part.paragraphs
        for name in _SEPARATORS.split(paragraph.text)
    )
    return tuple(dict.fromkeys(name for name in (*addressed, *project.dispatch.copies_to) if name))


def delivery_words(project: Project, kind: DeliveryKind) -> str:
    """All records of a kind on one line: 2026年2月24日，区委、区政府."""
    return "；".join(
        "，".join(filter(None, (day_words(d.day), d.receiver, d.address, d.remark)))
        for d in project.deliveries
        if d.kind is kind
    )


def deliveries_table(project: Project) -> Table:
    """The record as a table to read, print and file."""
    rows = tuple(
        (d.kind.label, day_words(d.day), d.receiver, d.address, d.remark)
        for d in project.deliveries
    )
    year = f"{project.report.year}年度" if project.report.year else ""
    return Table(f"{year}法治政府建设情况报告报送和公开记录", _COLUMNS, rows)
