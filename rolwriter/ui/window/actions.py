"""Actions made from a few words each, so that menu, toolbar and start page share them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from rolwriter.ui.kit.icons import icon
from rolwriter.ui.kit.plain import plain_words


@dataclass(frozen=True, slots=True)
class Act:
    """One thing the clerk can do."""

    name: str
    text: str
    """As the menu shows it, with the letter after Alt."""
    run: Callable[[], object]
    keys: str = ""
    """Shortcuts, parted by blanks; the first is shown."""
    drawing: str = ""
    tip: str = ""
    short: str = ""
    """Under the icon, where the menu's words are too long."""
    everywhere: bool = False
    """Also offered while no report is open."""


class Actions:
    """The window's actions by name."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._acts: dict[str, Act] = {}
        self._actions: dict[str, QAction] = {}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def add(self, *acts: Act) -> None:
        """Make these actions; they work from the keyboard at once."""
        for act in acts:
            action = QAction(act.text, self._window)
            action.setShortcuts([QKeySequence(keys) for keys in act.keys.split()])
            action.setIconText(act.short or _plain(act.text))
            action.setToolTip(plain_words(_tip(act)))
            action.setStatusTip(act.tip)
            action.triggered.connect(partial(_run, act))
            self._window.addAction(action)
            self._acts[act.name] = act
            self._actions[act.name] = action
        self.recolour()

    def recolour(self) -> None:
        """Draw the icons in the palette's text colour."""
        for name, act in self._acts.items():
            if act.drawing:
                self._actions[name].setIcon(icon(act.drawing, self._window.palette()))

    def offer(self, *, with_report: bool) -> None:
        """Switch off what needs a report while none is open."""
        for name, act in self._acts.items():
            if not act.everywhere:
                self._actions[name].setEnabled(with_report)

    def shortcuts(self) -> list[tuple[str, str]]:
        """What each key does: (words, keys)."""
        return [
            (_plain(act.text), self._actions[name].shortcut().toString())
            for name, act in self._acts.items()
            if act.keys
        ]


def _run(act: Act, _checked: bool = False) -> None:
    act.run()


def _plain(text: str) -> str:
    return text.partition("(&")[0].rstrip("….")


def _tip(act: Act) -> str:
    keys = act.keys.split()
    words = act.tip or _plain(act.text)
    return f"{words}（{keys[0]}）" if keys else words
