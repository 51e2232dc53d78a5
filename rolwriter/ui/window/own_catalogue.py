"""The catalogue in use, held for the window: read when the folder of the settings changes.

Threads hold it, so it holds no Qt object: the last reference to one must not be
dropped off the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable

from rolwriter.app.own_catalogue import catalogue_with
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.phrases import DatedPhrases
from rolwriter.checks.engine import Checker
from rolwriter.model.errors import RolwriterError
from rolwriter.model.extent import Extent
from rolwriter.ui.kit.memory import Memory


class OwnCatalogue:
    """Called, it gives the catalogue; a broken folder never keeps the program from working."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._folder: str | None = None
        self._held: Catalogue | None = None
        self._problem: RolwriterError | None = None

    def __call__(self) -> Catalogue:
        """The catalogue of the folder in the settings; safe on any thread."""
        folder = self._memory.settings.catalogue_folder
        held = self._held
        if held is None or folder != self._folder:
            held, self._problem = catalogue_with(folder)
            self._held, self._folder = held, folder
        return held

    def problem(self) -> RolwriterError | None:
        """What is wrong with the folder; told once."""
        problem, self._problem = self._problem, None
        return problem

    def phrases(self) -> DatedPhrases:
        """The dated phrases of the catalogue in use."""
        return self().phrases

    def checker(self, make: Callable[[Catalogue, Extent], Checker]) -> Checker:
        """A checker that reads the catalogue in use, with the limits of the settings."""
        return make(self(), self._memory.settings.extent)
