"""Paths, and this machine's user and host, wherever in a file's text they stand."""

from __future__ import annotations

import getpass
import re
import socket
from collections.abc import Iterable, Iterator
from functools import cache

from rolwriter.model.trace import Trace, TraceKind, shortened

_PATH = re.compile(
    r"""(?<![A-Za-z0-9_/])(?:
        file:/{1,4}[^\s"'<>]+                      # a file's address
      | [A-Za-z]:[\\/](?![\\/])[^\s"'<>|?*:]{2,}   # a drive
      | \\\\[\w.-]+\\[^\s"'<>|?*:]+                # a share
      | /(?:home|Users|root|mnt|media|tmp|var|opt|data)/[^\s"'<>]+
    )""",
    re.VERBOSE,
)
_UNSEEN = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufeff\U000e0000-\U000e007f]"
)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_COMMON = frozenset(
    {
        *("root", "user", "users", "admin", "administrator", "guest", "owner", "public"),
        *("home", "localhost", "debian", "ubuntu", "word", "office", "default", "test"),
        *("none", "data", "main"),
    }
)
"""Names that tell nothing of a person or a machine, and stand in many a file by chance."""
_SHORTEST = 4


@cache
def machine_names() -> tuple[str, ...]:
    """This machine's user and host name, as far as they tell anything."""
    names = set[str]()
    for ask in (getpass.getuser, socket.gethostname):
        try:
            names.add(ask())
        except (OSError, KeyError, ImportError):
            continue
    return tuple(sorted(n for n in names if len(n) >= _SHORTEST and n.lower() not in _COMMON))


def leaks_in(texts: Iterable[str], place: str, *, unseen: bool = True) -> Iterator[Trace]:
    """Paths, machine names and characters nobody sees, one trace a kind and wording."""
    found = dict[tuple[TraceKind, str], int]()

    def note(kind: TraceKind, words: str) -> None:
        key = (kind, shortened(words))
        found[key] = found.get(key, 0) + 1

    name = _machine_pattern()
    for text in texts:
        for match in _PATH.finditer(text):
            note(TraceKind.PATH, match.group())
        if name is not None:
            for match in name.finditer(text):
                note(TraceKind.MACHINE, match.group())
        if unseen and not text.isascii():
            for match in _UNSEEN.finditer(text):
                note(TraceKind.UNSEEN_CHARACTER, f"U+{ord(match.group()):04X}")
    for (kind, words), count in found.items():
        yield Trace(kind, place, words, count)


def private_use(text: str) -> int:
    """How many characters of the text only the writer's own fonts can show."""
    return len(_PRIVATE.findall(text))


@cache
def _machine_pattern() -> re.Pattern[str] | None:
    names = "|".join(map(re.escape, machine_names()))
    return (
        re.compile(rf"(?<![A-Za-z0-9_])(?:{names})(?![A-Za-z0-9_])", re.IGNORECASE)
        if names
        else None
    )
