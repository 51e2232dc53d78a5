from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rolwriter.catalog import page_format as module
from rolwriter.catalog.page_format import BlockKind, FaceRole, PageFormat, load_page_format
from rolwriter.catalog.paths import resource
from rolwriter.model.errors import RolwriterError

TWIPS_PER_MM = 1440 / 25.4


@pytest.fixture
def page_format() -> PageFormat:
    return load_page_format()


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the shipped file, which the loader reads instead of it."""
    copy = tmp_path / "gbt9704.toml"
    copy.write_bytes(resource("format", "gbt9704.toml").read_bytes())
    monkeypatch.setattr(module, "resource", lambda *_names: copy)
    load_page_format.__wrapped__.cache_clear()
    yield copy
    load_page_format.__wrapped__.cache_clear()


def test_the_type_area_is_156_by_225_mm(page_format: PageFormat) -> None:
    assert page_format.text_width == pytest.approx(156 * TWIPS_PER_MM, abs=1)
    assert page_format.text_height == pytest.approx(225 * TWIPS_PER_MM, abs=1)


def test_22_lines_fit_on_a_page_and_23_do_not(page_format: PageFormat) -> None:
    grid = page_format.grid
    assert grid.lines == 22
    assert 22 * grid.line <= page_format.text_height < 23 * grid.line


@pytest.mark.parametrize(
    "role",
    [
        FaceRole.TEXT,
        FaceRole.HEADING_1,
        FaceRole.HEADING_2,
        FaceRole.HEADING_3,
        FaceRole.HEADING_4,
    ],
)
def test_28_characters_fit_on_a_line_and_29_do_not(page_format: PageFormat, role: FaceRole) -> None:
    assert page_format.grid.chars == 28
    assert 28 * page_format.cell(role) <= page_format.text_width < 29 * page_format.cell(role)


@pytest.mark.parametrize(
    ("role", "name", "official", "points"),
    [
        (FaceRole.TITLE, "小标宋", "方正小标宋简体", 22),
        (FaceRole.HEADING_1, "黑体", "黑体", 16),
        (FaceRole.HEADING_2, "楷体", "楷体_GB2312", 16),
        (FaceRole.HEADING_3, "仿宋", "仿宋_GB2312", 16),
        (FaceRole.HEADING_4, "仿宋", "仿宋_GB2312", 16),
        (FaceRole.TEXT, "仿宋", "仿宋_GB2312", 16),
        (FaceRole.FOOTER, "宋体", "宋体", 14),
    ],
)
def test_each_role_has_the_face_of_the_standard(
    page_format: PageFormat, role: FaceRole, name: str, official: str, points: float
) -> None:
    font = page_format.font(role)
    assert (font.name, font.official) == (name, official)
    assert page_format.faces[role].size_pt == points


def test_every_font_has_stand_ins_and_names_none_twice(page_format: PageFormat) -> None:
    for font in page_format.fonts.values():
        assert len(font.chain) > 1
        assert len(set(font.chain)) == len(font.chain)


def test_the_file_is_read_once() -> None:
    assert load_page_format() is load_page_format()


def test_only_text_headings_and_the_note_begin_two_characters_in(page_format: PageFormat) -> None:
    indented = {kind for kind, form in page_format.paragraphs.items() if form.first_line_chars == 2}
    assert indented == {
        BlockKind.TEXT,
        BlockKind.HEADING_1,
        BlockKind.HEADING_2,
        BlockKind.HEADING_3,
        BlockKind.HEADING_4,
        BlockKind.NOTE,
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[page]", "[page]\nunknown = 1"),
        ("width = 11906", 'width = "wide"'),
        ("[faces.footer]", "[faces.nobody]"),
        ("[paragraphs.issue_date]", "[paragraphs.elsewhere]"),
        ('font = "kaiti"', 'font = "lishu"'),
        ("[closing]\n", "[closing\n"),
    ],
    ids=["unknown key", "wrong type", "missing face", "missing kind", "unknown font", "not toml"],
)
def test_a_damaged_file_is_one_clear_message(shipped: Path, old: str, new: str) -> None:
    text = shipped.read_text("utf-8")
    assert old in text
    shipped.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(RolwriterError, match="公文格式资料"):
        load_page_format()


def test_a_font_without_a_family_is_refused(shipped: Path) -> None:
    lines = shipped.read_text("utf-8").splitlines()
    emptied = ["chain = []" if line.startswith("chain") else line for line in lines]
    shipped.write_text("\n".join(emptied), "utf-8")
    with pytest.raises(RolwriterError):
        load_page_format()


def test_a_missing_file_is_one_clear_message(shipped: Path) -> None:
    shipped.unlink()
    with pytest.raises(RolwriterError, match="缺失"):
        load_page_format()
