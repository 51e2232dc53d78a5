"""The user's settings: small, local, and never a reason not to start."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from rolwriter.app.folders import config_folder
from rolwriter.catalog.house import House
from rolwriter.model.extent import Extent
from rolwriter.model.threads import DECODING
from rolwriter.model.trouble import trouble
from rolwriter.storage.atomic import replace_file

_FILE = "settings.json"
_RECENT = 8
_USUAL = Extent()


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program remembers from one start to the next."""

    recent_files: tuple[str, ...] = ()
    """Project files, latest first."""
    last_folder: str = ""
    text_zoom: int = 100
    """Percent, 100–300, of the text column alone."""
    appearance: str = "system"
    """``system``, ``light`` or ``dark``."""
    window_geometry: str = ""
    """Base64 of what the window system gave; empty: the default place."""
    window_state: str = ""
    jump_percent: int = 30
    """Percent against last year from which a figure's difference is called unusual."""
    words_hint: int = _USUAL.long
    """Words of the text beyond which a hint is given."""
    words_limit: int = _USUAL.too_long
    """Words beyond which a warning is given."""
    silent_rules: tuple[str, ...] = ()
    """Ids of the rules of the checks that are switched off for every report."""
    submit_by: str = ""
    """Month and day (``02-15``) by which the place wants the report; empty: as the law says."""
    publish_by: str = ""
    """The same for publication."""
    model_area_by: str = ""
    """The earlier day of a 示范地区; empty: the organ is in none."""
    catalogue_folder: str = ""
    """The office's own catalogue, laid over the official one; empty: none."""
    house: House = field(default_factory=House)
    """How the office sets its documents."""
    last_places: tuple[tuple[str, str], ...] = ()
    """(project file, where the cursor stood) as the window writes it, latest first."""

    @property
    def extent(self) -> Extent:
        """How long the report may be."""
        return Extent(self.words_hint, self.words_limit)

    def opened(self, path: Path) -> Settings:
        """The settings after a project file was opened or saved."""
        name = str(path.resolve())
        recent = (name, *(other for other in self.recent_files if other != name))
        return replace(self, recent_files=recent[:_RECENT], last_folder=str(path.resolve().parent))

    def read_from(self, path: Path) -> Settings:
        """The settings after another file was read in: the next is looked for beside it."""
        return replace(self, last_folder=str(path.resolve().parent))

    def without(self, name: str) -> Settings:
        """The settings with a file that is gone taken off the list."""
        return replace(self, recent_files=tuple(r for r in self.recent_files if r != name))


def load_settings() -> Settings:
    """The stored settings; the defaults when there are none or they cannot be read."""
    try:
        with DECODING:
            return msgspec.json.decode((config_folder() / _FILE).read_bytes(), type=Settings)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Settings()


def save_settings(settings: Settings) -> None:
    """Store the settings; RolwriterError when the folder cannot be written."""
    folder = config_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise trouble(error, folder, "保存设置到") from error
    replace_file(folder / _FILE, msgspec.json.format(msgspec.json.encode(settings), indent=1))
