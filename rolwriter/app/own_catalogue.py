"""The catalogue in use: the official one, with the office's folder of the settings over it."""

from __future__ import annotations

from pathlib import Path

from rolwriter.catalog.catalogue import Catalogue, load_catalogue
from rolwriter.model.errors import RolwriterError


def catalogue_with(folder: str) -> tuple[Catalogue, RolwriterError | None]:
    """The catalogue with that folder laid over it; the official one, and why, if it is broken.

    An empty name means that the office has none.
    """
    try:
        return load_catalogue(Path(folder) if folder else None), None
    except RolwriterError as error:
        if not folder:
            raise
        return load_catalogue(), error
