"""House rules (本单位的版面): the official page with what an office sets otherwise."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from rolwriter.catalog.page_format import (
    Autospace,
    BlockKind,
    Font,
    HeadingAtFoot,
    LoneCharacter,
    PageFormat,
    Punctuation,
    load_page_format,
)
from rolwriter.catalog.paths import resource
from rolwriter.model.errors import RolwriterError
from rolwriter.model.threads import DECODING, once

_HEADINGS = (
    BlockKind.HEADING_1,
    BlockKind.HEADING_2,
    BlockKind.HEADING_3,
    BlockKind.HEADING_4,
)


@dataclass(frozen=True, slots=True)
class House:
    """What the office chose; the defaults are the standard's."""

    page: str = "gbt9704"
    """Id of a `PageProfile`; one that is not known counts as the standard's, as below."""
    fonts: str = "gb2312"
    """Id of a `FontProfile`."""
    punctuation: str = Punctuation.HANGING.value
    lone_character: str = LoneCharacter.PULLED.value
    heading_at_foot: str = HeadingAtFoot.KEPT.value
    autospace: str = Autospace.SET.value


class PageProfile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A type area and a line; what is None stays as the standard has it."""

    id: str
    name: str
    top: int | None = None
    bottom: int | None = None
    line: int | None = None


class FontProfile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Families to name first, by design."""

    id: str
    name: str
    families: dict[str, str] = {}


class Profiles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All there is to choose from; the first of each is the standard's own."""

    page: tuple[PageProfile, ...]
    fonts: tuple[FontProfile, ...]

    def __post_init__(self) -> None:
        """Refuse a file from which nothing could be chosen, or the same name twice."""
        for entries in (self.page, self.fonts):
            ids = [entry.id for entry in entries]
            if not ids or len({*ids}) < len(ids):
                raise ValueError(f"ids {ids}")


@once
def load_profiles() -> Profiles:
    """The choices; RolwriterError when the program's own file is damaged."""
    try:
        data = resource("format", "profiles.toml").read_bytes()
        with DECODING:
            profiles = msgspec.toml.decode(data, type=Profiles)
        for page in profiles.page:
            _check(page, _with_page(load_page_format(), page))
        for fonts in profiles.fonts:
            _with_fonts(load_page_format(), fonts)
    except (OSError, ValueError) as error:
        raise RolwriterError(
            "程序自带的版面资料 profiles.toml 缺失或已损坏。",
            "暂时不能导出或排版；您的报告没有改动。",
            "请重新安装本程序，或把完整的程序文件夹整个复制过来再试。",
        ) from error
    return profiles


def house_format(house: House) -> PageFormat:
    """The official page as the house has it."""
    profiles = load_profiles()
    page = next((p for p in profiles.page if p.id == house.page), profiles.page[0])
    fonts = next((f for f in profiles.fonts if f.id == house.fonts), profiles.fonts[0])
    base = _with_fonts(_with_page(load_page_format(), page), fonts)
    lines = msgspec.structs.replace(
        base.lines,
        punctuation=next(
            (p for p in Punctuation if p == house.punctuation), base.lines.punctuation
        ),
        lone_character=next(
            (c for c in LoneCharacter if c == house.lone_character), base.lines.lone_character
        ),
        autospace=0 if house.autospace == Autospace.NONE else base.lines.autospace,
    )
    form = msgspec.structs.replace(base, lines=lines)
    return _with_headings_held(form) if house.heading_at_foot == HeadingAtFoot.MOVED else form


def page_name(house: House) -> str:
    """What a clerk calls the page the house has."""
    profiles = load_profiles().page
    return next((p for p in profiles if p.id == house.page), profiles[0]).name


def _with_page(base: PageFormat, profile: PageProfile) -> PageFormat:
    margins = {"top": profile.top, "bottom": profile.bottom}
    page = msgspec.structs.replace(
        base.page, **{name: value for name, value in margins.items() if value is not None}
    )
    grid = base.grid
    if profile.line is not None:
        grid = msgspec.structs.replace(grid, line=profile.line, line_pitch=profile.line)
    # the page number stays as far under the type area as it was
    below = base.page.bottom - base.footer.distance
    footer = msgspec.structs.replace(base.footer, distance=page.bottom - below)
    return msgspec.structs.replace(base, page=page, grid=grid, footer=footer)


def _with_headings_held(base: PageFormat) -> PageFormat:
    """Headings go to the page of the text they head."""
    held = {
        kind: msgspec.structs.replace(base.paragraphs[kind], keep_with_next=True)
        for kind in _HEADINGS
    }
    return msgspec.structs.replace(base, paragraphs={**base.paragraphs, **held})


def _with_fonts(base: PageFormat, profile: FontProfile) -> PageFormat:
    fonts = dict(base.fonts)
    for design, family in profile.families.items():
        if design not in fonts:
            raise ValueError(f"no font {design}")
        fonts[design] = _first(fonts[design], family)
    return msgspec.structs.replace(base, fonts=fonts)


def _first(font: Font, family: str) -> Font:
    """The font with that family named first and the others standing in for it."""
    rest = tuple(name for name in font.chain if name != family)
    return msgspec.structs.replace(font, chain=(family, *rest))


def _check(profile: PageProfile, form: PageFormat) -> None:
    """A page holds the 22 lines of the standard, whatever the house sets."""
    if form.grid.lines * form.grid.line > form.text_height:
        raise ValueError(f"{profile.id}: {form.grid.lines} lines do not fit")
