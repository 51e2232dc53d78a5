from __future__ import annotations

from collections.abc import Callable

import pytest

from rolwriter.app.output.copies import make_copy
from rolwriter.app.output.page_compare import PageDifference, PageDifferenceKind, compare_page
from rolwriter.app.output.pasted import compare_read, pasted_summary, pasted_table, public_lines
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.errors import RolwriterError
from rolwriter.model.mask import Mask
from rolwriter.model.project import Project
from rolwriter.readers.html import read_html
from rolwriter.writers.html import write_html
from tests.writers.reports import full_report

K = PageDifferenceKind
OURS = [
    "某局关于2025年法治政府建设情况的报告",
    "一、2025年主要举措和成效",
    "（一）健全机制",
    "印发《工作要点》（云法〔2025〕3号），2021—2025年共办理复议12件。",
    "二、2026年工作安排",
    "进一步加强学习，按月调度，及时公开。",
]


def found(page: list[str], aside: tuple[str, ...] = ()) -> list[PageDifference]:
    return compare_page(OURS, page, aside)


def edited(line: int, old: str, new: str) -> list[str]:
    return [text.replace(old, new) if n == line else text for n, text in enumerate(OURS)]


def test_the_same_lines_with_other_indents_are_the_same() -> None:
    assert found([f"　　{line} " for line in OURS]) == []


@pytest.mark.parametrize(
    ("page", "kind", "paragraph", "ours", "theirs"),
    [
        (edited(1, "一、", ""), K.NUMBER_LOST, 2, "【一、】2025年主要举", "【】2025年主要举"),
        (edited(2, "（一）", ""), K.NUMBER_LOST, 3, "【（一）】健全机制", "【】健全机制"),
        (
            edited(3, "云法〔2025〕3号", "云法[2025〕3号"),
            K.BRACKETS,
            4,
            "作要点》（云法【〔】2025〕3号",
            "作要点》（云法【[】2025〕3号",
        ),
        (edited(3, "—", ""), K.CHANGED, 4, "【2021—2025】", "【20212025】"),
        (edited(3, "，", ","), K.WIDTH, 4, "【，】", "【,】"),
        (edited(3, "12件", "12 件"), K.SPACES, 4, "12【】件", "12【 】件"),
        (edited(5, "及时", ""), K.LOST, 6, "【及时】", "【】"),
        (edited(5, "学习", "培训"), K.CHANGED, 6, "【学习】", "【培训】"),
        (edited(5, "公开。", "公开。打印"), K.ADDED, 6, "【】", "【打印】"),
        ([*OURS[:3], *OURS[4:]], K.MISSING, 4, OURS[3], ""),
        ([*OURS[:5]], K.MISSING, 6, OURS[5], ""),
        ([*OURS, "责任人：某某"], K.ADDED, 6, "", "责任人：某某"),
        ([*OURS[:4], OURS[4] + OURS[5]], K.JOINED, 5, "【¶】", "【】"),
        ([*OURS[:5], "进一步加强学习，", "按月调度，及时公开。"], K.PARTED, 6, "【】", "【¶】"),
    ],
)
def test_each_kind_of_damage_is_found_with_its_place_and_both_forms(
    page: list[str], kind: K, paragraph: int, ours: str, theirs: str
) -> None:
    (difference,) = found(page)

    assert (difference.kind, difference.paragraph) == (kind, paragraph)
    assert ours in difference.ours
    assert theirs in difference.theirs


def test_a_line_taken_for_furniture_is_not_missing() -> None:
    assert found([*OURS[:5]], aside=(OURS[5],)) == []


def test_several_damages_are_told_each_in_its_place() -> None:
    page = edited(1, "一、", "")
    page[3] = page[3].replace("〔2025〕", "[2025]")
    page[5] = page[5].replace("及时", "")

    assert [(d.kind, d.paragraph) for d in found(page)] == [
        (K.NUMBER_LOST, 2),
        (K.BRACKETS, 4),
        (K.BRACKETS, 4),
        (K.LOST, 6),
    ]


Damage = Callable[[str], str]


def site(project: Project, damage: Damage = str) -> bytes:
    """The public copy inside a government site's page."""
    page = write_html(make_copy(project, CopyKind.PUBLIC, load_catalogue())).decode()
    body = page.partition("<main>")[2].partition("</main>")[0]
    return (
        "<!DOCTYPE html><html><head><title>某区人民政府</title></head><body>"
        "<div class='nav'><a href='/'>首页</a> 您当前的位置：首页 &gt; 法治政府建设年度报告</div>"
        f"<div class='text'>{damage(body)}</div>"
        "<div>浏览次数：36</div><footer>主办：某区人民政府 网站标识码：5001</footer></body></html>"
    ).encode()


def compared(project: Project, page: bytes) -> list[K]:
    pasted = compare_read(project, read_html(page), "页.html", load_catalogue())
    return [difference.kind for difference in pasted.differences]


@pytest.fixture
def project() -> Project:
    return Project(full_report())


def test_a_page_that_kept_the_text_has_no_difference(project: Project) -> None:
    assert compared(project, site(project)) == []


def test_a_page_that_lost_a_number_has_one(project: Project) -> None:
    lost: Damage = lambda body: body.replace("二、2026", "2026")  # noqa: E731
    assert compared(project, site(project, lost)) == [K.NUMBER_LOST]


def test_what_is_masked_in_the_public_copy_is_masked_on_the_page(project: Project) -> None:
    masked = Project(full_report(), masks=(Mask("云溪区", "某区"),))

    assert compared(masked, site(masked)) == []
    assert K.CHANGED in compared(masked, site(project))


def test_the_title_on_several_lines_or_twice_is_no_difference(project: Project) -> None:
    title = public_lines(make_copy(project, CopyKind.PUBLIC, load_catalogue()))[0]
    twice: Damage = lambda body: f"<h1>{title}</h1>{body}"  # noqa: E731

    assert compared(project, site(project, twice)) == []


def test_another_page_is_refused_and_not_listed_line_by_line(project: Project) -> None:
    with pytest.raises(RolwriterError) as caught:
        compared(project, "<html><body><p>某区召开会议，研究防汛工作。</p></body></html>".encode())
    assert "没有找到" in caught.value.what


def test_the_differences_stand_in_a_table_and_a_sentence(project: Project) -> None:
    page = site(project, lambda body: body.replace("二、2026", "2026"))
    pasted = compare_read(project, read_html(page), "页.html", load_catalogue())

    (row,) = pasted_table("页.html", pasted).rows
    assert row[0] == "序号丢失"
    assert "有1处不同" in pasted_summary("页.html", pasted)
