"""The settings while the program runs; written at once, and never a reason to stop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from rolwriter.app.settings import Settings
from rolwriter.catalog.house import house_format
from rolwriter.catalog.page_format import PageFormat
from rolwriter.model.errors import RolwriterError
from rolwriter.ui.kit.services import Services

_PLACES = 20


class Memory:
    """Holds the settings and hands every change on to be stored."""

    def __init__(self, services: Services) -> None:
        self._store = services.save_settings
        self.settings = services.load_settings()

    @property
    def folder(self) -> str:
        """Where files are asked for: where the last one was, at first the user's documents.

        Never the folder the program was started in, which on an office PC is its own.
        """
        last = self.settings.last_folder
        if last and Path(last).is_dir():
            return last
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def keep(self, settings: Settings) -> None:
        """These are the settings from now on."""
        if settings == self.settings:
            return
        self.settings = settings
        try:
            self._store(settings)
        except RolwriterError:
            return  # comforts alone are lost; the report is not touched

    def page_format(self) -> PageFormat:
        """The official page as the house has it now; safe on any thread."""
        return house_format(self.settings.house)

    def place_in(self, path: Path) -> str:
        """Where the cursor stood in that file last; empty when that is not known."""
        return dict(self.settings.last_places).get(str(path.resolve()), "")

    def places_with(self, path: Path, place: str) -> tuple[tuple[str, str], ...]:
        """The remembered places with this one in front."""
        name = str(path.resolve())
        others = (entry for entry in self.settings.last_places if entry[0] != name)
        return ((name, place), *others)[:_PLACES]
