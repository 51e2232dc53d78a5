"""What the window is given instead of reaching for it: use cases and settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rolwriter.app import documents, skeleton
from rolwriter.app.documents import Import, Opened, Overwritten
from rolwriter.app.output.export import Exported, export_copy
from rolwriter.app.review.review import all_rules_checker
from rolwriter.app.settings import Settings, load_settings, save_settings
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.checks.engine import Checker
from rolwriter.model.extent import Extent
from rolwriter.model.project import Project


@dataclass(frozen=True, slots=True)
class Services:
    """The use cases the window calls; tests hand in their own."""

    open_sealed: Callable[[Path], Opened] = documents.open_sealed
    save_project: Callable[[Project, Path, str | None], str] = documents.save_project
    overwrite_project: Callable[[Project, Path, str], Overwritten] = documents.overwrite_project
    import_file: Callable[[Path], Import] = documents.import_file
    import_text: Callable[[str], Import] = documents.import_text
    project_from: Callable[[Import], Project] = documents.project_from
    sample_project: Callable[[], Project] = documents.sample_project
    export_copy: Callable[..., Exported] = export_copy
    new_project: Callable[[int, str], Project] = skeleton.new_project
    make_checker: Callable[[Catalogue, Extent], Checker] = all_rules_checker
    load_settings: Callable[[], Settings] = load_settings
    save_settings: Callable[[Settings], None] = save_settings
