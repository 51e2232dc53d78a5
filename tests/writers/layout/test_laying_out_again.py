"""A copy laid out after another is what it is when laid out alone, and little is done twice."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from rolwriter.catalog.page_format import BlockKind, FaceRole, load_page_format
from rolwriter.model.dispatch import CopyKind
from rolwriter.writers.layout.blocks import Block, Run
from rolwriter.writers.layout.copy import Colophon, Copy, Section, TableBlock, TableRow
from rolwriter.writers.layout.measure import CellMeasure
from rolwriter.writers.layout.pages import Typesetter, lay_out
from tests.writers.reports import han

FORMAT = load_page_format()
MEASURE = CellMeasure(FORMAT)
COLOPHON = Colophon("抄送：某局。", "某局办公室", "2026年2月1日印发")

Content = Block | TableBlock


def block(text: str, name: str, kind: BlockKind = BlockKind.TEXT) -> Block:
    return Block(kind, (Run(text, FaceRole.TEXT),), name)


def table(rows: int, name: str) -> TableBlock:
    return TableBlock(
        (1, 2),
        tuple(TableRow((str(n), han(20)), paragraph_id=f"{name}{n}") for n in range(rows)),
        1,
    )


def copy_of(*sections: Sequence[Content], colophon: bool = False) -> Copy:
    made = tuple(Section(tuple(content)) for content in sections)
    return Copy(CopyKind.FORMAL, FORMAT, made, COLOPHON if colophon else None)


class Counting(CellMeasure):
    """Counts the characters it is asked for."""

    asked = 0

    def advances(self, text: str, face: FaceRole) -> Sequence[float]:
        self.asked += len(text)
        return super().advances(text, face)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_changes_the_pages_are_those_of_a_fresh_layout(seed: int) -> None:
    draw = random.Random(seed)
    names = iter(range(10**6))

    def anything() -> Content:
        name = f"p{next(names)}"
        kind = draw.choice([BlockKind.TEXT] * 6 + [BlockKind.HEADING_1, BlockKind.TITLE])
        if draw.random() < 0.1:
            return table(draw.randrange(1, 40), name)
        return block(han(draw.randrange(1, 600)), name, kind)

    closing = [
        block("云溪区某局", "s", BlockKind.SIGNATURE),
        block("2026年1月2日", "d", BlockKind.ISSUE_DATE),
    ]
    sections = [[anything() for _ in range(25)], [anything() for _ in range(5)]]
    typesetter = Typesetter(MEASURE)
    for _ in range(12):
        content = draw.choice(sections)
        act, at = draw.randrange(4), draw.randrange(len(content) + 1)
        if act == 0 and content:
            content.pop(min(at, len(content) - 1))
        elif act == 1 and content:
            content[min(at, len(content) - 1)] = anything()
        elif act == 2:
            content.insert(at, anything())
        copy = copy_of([*sections[0], *closing], sections[1], colophon=draw.random() < 0.5)
        assert typesetter.lay_out(copy) == lay_out(copy, MEASURE)


def test_after_a_key_only_the_changed_paragraph_is_broken_and_later_pages_are_the_same() -> None:
    measure = Counting(FORMAT)
    typesetter = Typesetter(measure)
    content: list[Content] = [block(han(300), f"p{n}") for n in range(60)]
    before = typesetter.lay_out(copy_of(content))
    measure.asked = 0
    content[5] = block("新" + han(299), "p5")
    after = typesetter.lay_out(copy_of(content))
    assert measure.asked == 300
    assert len(after.pages) == len(before.pages) > 20
    # the last page is put together each time, for a colophon may come to stand on it
    same = [new is old for new, old in zip(after.pages, before.pages, strict=True)]
    assert sum(same) >= len(same) - 4


def test_a_line_more_moves_what_follows_and_nothing_before() -> None:
    typesetter = Typesetter(MEASURE)
    content: list[Content] = [block(han(26 + 28 * 10), f"p{n}") for n in range(40)]
    before = typesetter.lay_out(copy_of(content))
    content[20] = block(han(26 + 28 * 11), "p20")
    after = typesetter.lay_out(copy_of(content))
    assert after.pages[:9] == before.pages[:9]
    assert all(new is old for new, old in zip(after.pages[:9], before.pages[:9], strict=True))
    assert after == lay_out(copy_of(content), MEASURE)


def test_another_format_or_other_sections_are_laid_out_anew() -> None:
    typesetter = Typesetter(MEASURE)
    content = [block(han(2000), "p1")]
    for copy in (copy_of(content), copy_of(content, content), copy_of(content, colophon=True)):
        assert typesetter.lay_out(copy) == lay_out(copy, MEASURE)
