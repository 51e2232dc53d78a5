"""The official faces as this machine can show them, with the stand-ins by name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from rolwriter.catalog.page_format import FaceRole, PageFormat

LEVEL_ROLES = (
    FaceRole.TEXT,
    FaceRole.HEADING_1,
    FaceRole.HEADING_2,
    FaceRole.HEADING_3,
    FaceRole.HEADING_4,
)
"""The role of each numbering level, 0 (running text) first."""


@dataclass(frozen=True, slots=True)
class ShownFace:
    """A role's face on this screen."""

    role: FaceRole
    design: str
    """What a clerk calls it: 仿宋, 楷体 …"""
    official: str
    family: str
    """The family that is used; empty when the machine has none of the chain."""

    @property
    def substituted(self) -> bool:
        """Whether another face stands in for the official one."""
        return self.family != self.official

    def font(self, pixels: float) -> QFont:
        """The face at that height; the system's own when there is none of the chain."""
        font = QFont(self.family) if self.family else QFont()
        font.setPixelSize(max(1, round(pixels)))
        return font


class Faces:
    """The faces of all roles, looked up once."""

    def __init__(self, page_format: PageFormat) -> None:
        self._sizes = {role: face.size_pt for role, face in page_format.faces.items()}
        self.line_pt = page_format.grid.line_pitch / 20
        self.chars = page_format.grid.chars
        self.shown = {
            role: ShownFace(role, font.name, font.official, _first_present(font.chain))
            for role in FaceRole
            for font in (page_format.font(role),)
        }

    def font(self, role: FaceRole, scale: float) -> QFont:
        """The role's font; ``scale`` is pixels for one point."""
        return self.shown[role].font(self._sizes[role] * scale)

    def size_pt(self, role: FaceRole) -> float:
        """The role's height on paper."""
        return self._sizes[role]


def _first_present(chain: tuple[str, ...]) -> str:
    return next((family for family in chain if is_present(family)), "")


@cache
def is_present(family: str) -> bool:
    """Whether the font itself is there; an alias of the system's is not enough."""
    if not QFontDatabase.hasFamily(family):
        return False
    return QFontInfo(QFont(family)).family() in {family, *_names_in_english(family)}


def _names_in_english(family: str) -> tuple[str, ...]:
    """Windows may answer with the other of a font's two names."""
    pairs = {
        "仿宋": "FangSong",
        "楷体": "KaiTi",
        "黑体": "SimHei",
        "宋体": "SimSun",
        "仿宋_GB2312": "FangSong_GB2312",
        "楷体_GB2312": "KaiTi_GB2312",
    }
    return (pairs[family],) if family in pairs else ()
