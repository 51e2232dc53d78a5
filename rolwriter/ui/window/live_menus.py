"""Menus whose content depends on the moment: recent files, panels, roles, levels, looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from rolwriter.ui.kit.names import ROLE_NAMES
from rolwriter.ui.kit.plain import plain_words
from rolwriter.ui.kit.theme import Appearance
from rolwriter.ui.window.docks import PANELS
from rolwriter.ui.window.menus import LEVELS, LOOKS, RECENT, ROLES, Menus
from rolwriter.ui.window.menus import PANELS as PANEL_MENU

if TYPE_CHECKING:
    from rolwriter.ui.main_window import MainWindow

K = TypeVar("K")

_LEVEL_NAMES = (
    "正文",
    "一级标题（一、）",
    "二级标题（（一））",
    "三级标题（1.）",
    "四级标题（（1））",
)
_LOOK_NAMES = {
    Appearance.SYSTEM: "跟随系统",
    Appearance.LIGHT: "浅色",
    Appearance.DARK: "深色",
}


class LiveMenus:
    """Fills them, and marks what holds when they open."""

    def __init__(self, window: MainWindow, menus: Menus) -> None:
        self._window = window
        self._recent = menus[RECENT]
        self._recent.aboutToShow.connect(self._fill_recent)
        for panel in PANELS:
            menus[PANEL_MENU].addAction(window.actions_[f"panel_{panel.name}"])
        self._roles = self._choices(menus[ROLES], ROLE_NAMES, window.chapters.set_role)
        levels = dict(enumerate(_LEVEL_NAMES))
        self._levels = self._choices(menus[LEVELS], levels, window.chapters.set_level)
        self._looks = self._choices(menus[LOOKS], _LOOK_NAMES, window.view.set_appearance)
        for level, action in self._levels.items():
            action.setShortcut(QKeySequence(f"Ctrl+Alt+{level}"))
            window.addAction(action)
        menus[ROLES].aboutToShow.connect(self._mark_role)
        menus[LEVELS].aboutToShow.connect(self._mark_level)
        menus[LOOKS].aboutToShow.connect(self._mark_look)
        self._fill_recent()

    def _choices(
        self, menu: QMenu, names: Mapping[K, str], act: Callable[[K], object]
    ) -> dict[K, QAction]:
        group = QActionGroup(menu)
        actions: dict[K, QAction] = {}
        for key, name in names.items():
            action = QAction(name, menu)
            action.setCheckable(True)
            action.triggered.connect(partial(_call, act, key))
            group.addAction(action)
            menu.addAction(action)
            actions[key] = action
        return actions

    def _fill_recent(self) -> None:
        self._recent.clear()
        files = self._window.memory.settings.recent_files
        for number, name in enumerate(files, 1):
            words = f"&{number} {Path(name).name}".replace("&&", "&")
            action = self._recent.addAction(words, partial(self._open, name))
            action.setToolTip(plain_words(name))
        if not files:
            self._recent.addAction("（还没有打开过文件）").setEnabled(False)

    def _open(self, name: str) -> None:
        self._window.files.open_path(Path(name))

    def _mark_role(self) -> None:
        tab = self._window.workspace.chapter
        role = self._window.desk.report.part(tab.part_id).role if tab else None
        _mark(self._roles, role)

    def _mark_level(self) -> None:
        tab = self._window.workspace.chapter
        _mark(self._levels, tab.current_level() if tab else None)

    def _mark_look(self) -> None:
        _mark(self._looks, self._window.view.appearance)


def _call(act: Callable[[K], object], key: K, _checked: bool = False) -> None:
    act(key)


def _mark(actions: Mapping[K, QAction], key: K | None) -> None:
    for held, action in actions.items():
        action.setChecked(held == key)
        action.setEnabled(key is not None)
