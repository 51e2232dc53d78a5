"""A program that saves once, its temporary names known beforehand, for runners to hurt.

``python saver.py FILE SEAL``: says SAVED, or REFUSED and why; anything else is a fault.
"""

from __future__ import annotations

import secrets
import sys
from itertools import count
from pathlib import Path

from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.report import Report
from rolwriter.storage import project_file

OLDER, OLD, NEW = (Project(Report(authority=name)) for name in ("更旧", "旧", "新"))
TEMPS = (".rolw-t1", ".rolw-t2")


def prepare(folder: Path) -> tuple[Path, str]:
    """A project saved twice, so that a backup stands beside it."""
    path = folder / "a.rolw"
    return path, project_file.save(OLD, path, project_file.save(OLDER, path))


def main(path: Path, seal: str) -> None:
    numbers = count(1)
    secrets.token_hex = lambda _bytes=None: f"t{next(numbers)}"
    try:
        project_file.save(NEW, path, seal)
    except RolwriterError as error:
        print("REFUSED", error, flush=True)
        return
    print("SAVED", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
