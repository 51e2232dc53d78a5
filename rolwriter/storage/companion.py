"""Names for the files that stand beside a project: its backup and its lock.

A name of 255 bytes is the limit of most file systems; where appending would pass it
the name is cut and a piece of its hash put in, so that two long names stay apart.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

_LIMIT = 255


def backup_path(path: Path, suffix: str = ".bak") -> Path:
    """Where the last good version of the project is kept."""
    return _companion(path, "", suffix)


def lock_path(path: Path) -> Path:
    """Where it is written who has the project open."""
    return _companion(path, ".~", ".lock")


def _companion(path: Path, prefix: str, suffix: str) -> Path:
    name = f"{prefix}{path.name}{suffix}"
    if len(name.encode(errors="surrogateescape")) > _LIMIT:
        mark = hashlib.sha256(path.name.encode(errors="surrogateescape")).hexdigest()[:8]
        suffix = f"~{mark}{suffix}"
        room = _LIMIT - len(f"{prefix}{suffix}".encode())
        cut = path.name.encode(errors="surrogateescape")[:room].decode(errors="ignore")
        name = f"{prefix}{cut}{suffix}"
    return path.with_name(name)
