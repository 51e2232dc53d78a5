"""What stands in for dialogs and disk in tests of the window."""

# ruff: noqa: ARG002 (each takes what Messages takes)
from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from rolwriter.model.errors import RolwriterError
from rolwriter.ui.kit.messages import Choice, Messages


class SilentMessages(Messages):
    """Keeps what was said and answers as told beforehand, else with the second button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.told: list[RolwriterError] = []
        self.asked: list[str] = []
        self.informed: list[str] = []
        self.answers: list[int] = []
        self.offered: list[list[str]] = []
        """The buttons that went with an error."""
        self.paths: list[Path | None] = []
        self.suggested: list[str] = []
        """The folders and files that were offered."""

    def tell(self, error: RolwriterError) -> None:
        self.told.append(error)

    def offer(self, error: RolwriterError, choices: Sequence[Choice]) -> int:
        self.told.append(error)
        self.offered.append([choice.text for choice in choices])
        return self.answers.pop(0) if self.answers else len(choices) - 1

    def inform(self, what: str, consequence: str, choices: Sequence[Choice]) -> int:
        self.informed.append(what + consequence)
        return len(choices) - 1

    def ask(self, what: str, consequence: str, choices: Sequence[Choice]) -> int:
        self.asked.append(what)
        return self.answers.pop(0) if self.answers else 1

    def file_to_open(self, title: str, folder: str, kinds: str) -> Path | None:
        self.suggested.append(folder)
        return self.paths.pop(0)

    def files_to_open(self, title: str, folder: str, kinds: str) -> list[Path]:
        return [path for path in self.paths if path is not None]

    def folder_to_use(self, title: str, folder: str) -> Path | None:
        return self.paths.pop(0)

    def file_to_save(self, title: str, suggested: str, kinds: str, suffix: str) -> Path | None:
        self.suggested.append(suggested)
        return self.paths.pop(0)
