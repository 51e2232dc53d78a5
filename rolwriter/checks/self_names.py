"""What the organ calls itself, and names of other organs left from a borrowed text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.checks.pattern import replacement
from rolwriter.checks.rule import ReportHit, ReportRule
from rolwriter.checks.title_form import shortens
from rolwriter.model.finding import Location
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, PartKind, Report

_KINDS = (
    ("街道办事处", "街道办事处街办"), ("委员会", "委员会"), ("委", "委员会"), ("中心", "中心"),
    ("办公室", "办公室"), ("办", "办公室"), ("局", "局"), ("厅", "厅"), ("院", "院"),
)  # fmt: skip
"""How an organ's name ends, and the characters its 我X may begin with."""
_WE = re.compile(
    "(?<![自本忘唯小大])[我本](?P<kind>局|委|办|厅|中心|县)(?![面部势际长机法理好事结公托派])"
)
_SELF = re.compile("（(?:以下|下文)?简称[:：]?[“「](?P<short>[^”」]{1,12})[”」]）")
_LEVEL = re.compile("[省市区县旗镇乡]|街道")
_SUBJECT = re.compile(
    r"(?:^|(?<=[，。；：]))(?P<name>[\u4e00-\u9fff]{2,20}?(?:局|委员会|委|中心|办公室|办事处|政府|镇|乡|街道|厅))"
    "(?=坚持|认真|深入|严格|始终|积极|全面贯彻|高度重视|切实|紧紧围绕|坚决|扎实|以习近平)"
)
_PLACE = re.compile("(?P<name>[\u4e00-\u9fff]{2,3})(?P<level>[区县镇乡]|街道)")
_LEVELS = "区县镇乡"


def _running(report: Report) -> Iterator[Paragraph]:
    for part in report.parts:
        if part.kind in (PartKind.PREAMBLE, PartKind.CHAPTER):
            yield from part.paragraphs


def _own_kind(authority: str) -> str:
    return next((own for ending, own in _KINDS if authority.endswith(ending)), "")


def _another_kind(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """我局 in the report of a 中心, 我县 in that of a 区: left from another text."""
    del catalogue
    authority = project.report.authority
    own = _own_kind(authority)
    if not own or " " in authority:
        return
    right = {"街道办事处街办": "我街道", "委员会": "我委", "办公室": "我办"}.get(own, f"我{own}")
    for paragraph in _running(project.report):
        for match in _WE.finditer(paragraph.text):
            kind = match["kind"]
            if kind == "县":
                wrong = "区" in authority and "县" not in authority
            else:
                wrong = kind[0] not in own
            if wrong:
                said = f"发文机关是“{authority}”，这里自称“{match.group()}”。"
                fixes = () if kind == "县" else (replacement(right),)
                yield ReportHit(Location(paragraph.id, *match.span()), said, fixes)


def _mixed(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """我局 and 本局 side by side, or a short name that was declared and is not used."""
    del catalogue
    found = list[tuple[Paragraph, re.Match[str]]]()
    declared = ""
    for paragraph in _running(project.report):
        match = _SELF.search(paragraph.text)
        if match and not declared and paragraph.text.find(project.report.authority) in range(40):
            declared = match["short"]
        found += [
            (paragraph, m)
            for m in _WE.finditer(paragraph.text)
            if m["kind"] != "县" and (m["kind"][0] in _own_kind(project.report.authority))
        ]
    used = declared or (found[0][1].group() if found else "")
    for paragraph, match in found:
        if match.group() != used:
            said = f"前面自称“{used}”，这里自称“{match.group()}”，全文宜统一。"
            yield ReportHit(Location(paragraph.id, *match.span()), said, (replacement(used),))
            return


def _strangers(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """The names of the organ whose report this one was made from, and foreign subjects."""
    del catalogue
    authority = project.report.authority
    if not authority:
        return
    previous = project.previous.authority if project.previous else ""
    foreign = [n for n in previous.split() if not _same(n, authority)]
    for paragraph in _running(project.report):
        places = set[tuple[int, int]]()
        for name in foreign:
            places |= {m.span() for m in re.finditer(re.escape(name), paragraph.text)}
        for match in _SUBJECT.finditer(paragraph.text):
            if _is_stranger(match["name"], authority):
                places.add(match.span("name"))
        for start, end in sorted(places):
            name = paragraph.text[start:end]
            said = f"“{name}”不是本单位（{authority}），请看是否从别处沿用而来。"
            yield ReportHit(Location(paragraph.id, start, end), said)


def _same(one: str, other: str) -> bool:
    return shortens(one, other) or shortens(other, one)


def _is_stranger(name: str, authority: str) -> bool:
    """An organ of another place of the same level: 渝中区… in a report of 南岸区."""
    place, own = _PLACE.search(name), list(_PLACE.finditer(authority))
    if place is None or not own or _same(name, authority):
        return False
    mine = own[-1]
    return (
        place["level"] == mine["level"]
        and mine["name"][-2:] not in name
        and not re.search("[各全我本有市省该]|其他|开发|高新|自治", place["name"])
    )


REPORT_RULES = (
    ReportRule("S04", _another_kind),
    ReportRule("S11", _strangers),
    ReportRule("S15", _mixed),
)
