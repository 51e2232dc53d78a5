from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from rolwriter.catalog import house as module
from rolwriter.catalog.house import House, house_format, load_profiles
from rolwriter.catalog.page_format import (
    BlockKind,
    FaceRole,
    LoneCharacter,
    Punctuation,
    load_page_format,
)
from rolwriter.catalog.paths import resource
from rolwriter.model.errors import RolwriterError

PAGES = [profile.id for profile in load_profiles().page]
FONTS = [profile.id for profile in load_profiles().fonts]


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the shipped file, which the loader reads instead of it."""
    copy = tmp_path / "profiles.toml"
    copy.write_bytes(resource("format", "profiles.toml").read_bytes())
    monkeypatch.setattr(module, "resource", lambda *_names: copy)
    load_profiles.__wrapped__.cache_clear()
    yield copy
    load_profiles.__wrapped__.cache_clear()


def test_a_house_without_rules_of_its_own_has_the_standards_page() -> None:
    assert house_format(House()) == load_page_format()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_holds_22_lines_of_28_characters_and_no_more(page: str) -> None:
    form = house_format(House(page=page))
    assert 22 * form.grid.line <= form.text_height < 23 * form.grid.line
    assert form.grid.line_pitch == form.grid.line
    assert 28 * form.cell(FaceRole.TEXT) <= form.text_width


@pytest.mark.parametrize("page", PAGES)
def test_the_page_number_stays_as_far_under_the_text(page: str) -> None:
    form, standard = house_format(House(page=page)), load_page_format()
    assert form.page.bottom - form.footer.distance == (
        standard.page.bottom - standard.footer.distance
    )


@pytest.mark.parametrize("fonts", FONTS)
def test_other_fonts_are_named_first_and_the_official_ones_stand_in(fonts: str) -> None:
    form, standard = house_format(House(fonts=fonts)), load_page_format()
    for design, font in form.fonts.items():
        assert {*standard.fonts[design].chain} <= {*font.chain}
        assert len({*font.chain}) == len(font.chain)
    if fonts == "gbk":
        assert form.font(FaceRole.TEXT).official == "方正仿宋_GBK"


def test_punctuation_and_lone_characters_are_set_by_the_house() -> None:
    form = house_format(House(punctuation="condensed", lone_character="kept"))
    assert form.lines.punctuation is Punctuation.CONDENSED
    assert form.lines.lone_character is LoneCharacter.KEPT


def test_headings_at_a_pages_foot_and_spaces_are_set_by_the_house() -> None:
    form = house_format(House(heading_at_foot="moved", autospace="none"))
    headings = [form.paragraphs[kind] for kind in BlockKind if kind.startswith("heading")]
    assert len(headings) == 4
    assert all(heading.keep_with_next for heading in headings)
    assert not form.paragraphs[BlockKind.TEXT].keep_with_next
    assert form.lines.autospace == 0


def test_what_is_not_known_counts_as_the_standards() -> None:
    unknown = House(*["later"] * len(fields(House)))
    assert house_format(unknown) == load_page_format()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("line = 560", "line = 5600"),
        ("line = 560", 'line = "28"'),
        ('id = "line28" ', 'id = "gbt9704" '),
        ("fangsong = ", "lishu = "),
        ("[[page]]", "[[pages]]"),
    ],
    ids=["too high", "wrong type", "twice", "no such font", "unknown key"],
)
def test_a_damaged_file_is_one_clear_message(shipped: Path, old: str, new: str) -> None:
    text = shipped.read_text("utf-8")
    assert old in text
    shipped.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(RolwriterError, match="版面资料"):
        load_profiles()
