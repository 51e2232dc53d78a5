"""The collection form's words as data: titles, other titles, instructions, drop-down lists."""

from __future__ import annotations

import msgspec

from rolwriter.catalog.load import load_toml
from rolwriter.catalog.paths import resource
from rolwriter.model.form import Column
from rolwriter.model.threads import once


class ColumnWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A column: its title, the titles it may come back under, its width in characters."""

    key: Column
    title: str
    aliases: tuple[str, ...]
    width: int
    on_form: bool = True


class CollectionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of the form; {year} and {last} in them are years."""

    title: str
    supplier: str
    instructions: tuple[str, ...]
    extra: str
    sign: str
    sign_labels: tuple[str, ...]
    value_prompt: str
    hedges: tuple[str, ...]
    """The first one means that the number is exact."""
    states: tuple[str, ...]
    columns: tuple[ColumnWords, ...]

    @property
    def form_columns(self) -> tuple[ColumnWords, ...]:
        """The columns of the form, in their order."""
        return tuple(column for column in self.columns if column.on_form)

    def filled(self, text: str, year: int | None) -> str:
        """A text with the years in it; without a known year it speaks of 本 and 上."""
        this, last = (str(year), str(year - 1)) if year else ("本", "上")
        return text.replace("{year}", this).replace("{last}", last)


@once
def load_collection() -> CollectionWords:
    """The words; RolwriterError when the file is damaged."""
    return load_toml(resource("forms", "collection.toml"), CollectionWords)
