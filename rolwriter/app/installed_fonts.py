"""Which font families the system has, asked without a window toolkit."""

from __future__ import annotations

import shutil
import subprocess
import sys


def installed_families() -> frozenset[str] | None:
    """The names of all installed families, case-folded; None when there is no way to ask.

    A family with names in several languages is listed under each of them.
    """
    if sys.platform == "win32":
        return _registered()
    return _listed_by_fontconfig()


def _listed_by_fontconfig() -> frozenset[str] | None:
    program = shutil.which("fc-list")
    if program is None:
        return None
    answer = subprocess.run(
        [program, "--format=%{family}\n"], capture_output=True, timeout=60, check=False
    )
    if answer.returncode:
        return None
    lines = answer.stdout.decode(errors="replace").splitlines()
    return frozenset(name.strip().casefold() for line in lines for name in line.split(","))


if sys.platform == "win32":  # pragma: no cover - not tried: nothing here runs Windows
    import winreg

    _PLACES = (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER)
    _KEY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"

    def _registered() -> frozenset[str] | None:
        """The names in the registry, such as ``仿宋 (TrueType)`` and ``SimSun & NSimSun``."""
        names = set[str]()
        for place in _PLACES:
            try:
                with winreg.OpenKey(place, _KEY) as key:
                    for index in range(winreg.QueryInfoKey(key)[1]):
                        entry = winreg.EnumValue(key, index)[0].rpartition(" (")[0]
                        names.update(name.strip().casefold() for name in entry.split("&"))
            except OSError:
                continue
        return frozenset(names) or None

else:

    def _registered() -> frozenset[str] | None:
        return None
