"""The catalogue in use: the official one, with a sound folder of the office laid over it."""

from __future__ import annotations

from pathlib import Path

from rolwriter.catalog.catalogue import Catalogue, load_catalogue
from rolwriter.model.errors import RolwriterError
from rolwriter.ui.memory import Memory
from rolwriter.ui.messages import Messages


class OwnCatalogue:
    """Called, it gives the catalogue; a broken folder never keeps the program from working."""

    def __init__(self, memory: Memory, messages: Messages) -> None:
        self._memory = memory
        self._messages = messages
        self._folder: str | None = None
        self._held: Catalogue | None = None
        self._problem: RolwriterError | None = None

    def __call__(self) -> Catalogue:
        """The catalogue of the folder in the settings; safe on any thread."""
        folder = self._memory.settings.catalogue_folder
        if self._held is None or folder != self._folder:
            self._problem = None
            try:
                self._held = load_catalogue(Path(folder) if folder else None)
            except RolwriterError as error:
                self._problem = error
                self._held = load_catalogue()
            self._folder = folder
        return self._held

    def tell_problem(self) -> None:
        """Say once what is wrong with the folder; for the window's own thread."""
        problem, self._problem = self._problem, None
        if problem is not None:
            self._messages.tell(problem)
