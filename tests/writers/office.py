"""LibreOffice as another program that opens our files and saves them in its own way."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path


def calc_missing() -> str:
    """What is missing for spreadsheets; empty when nothing is."""
    return "" if shutil.which("localc") else "needs LibreOffice Calc"


def writer_missing() -> str:
    """What is missing for documents; empty when nothing is."""
    return "" if shutil.which("lowriter") else "needs LibreOffice Writer"


def saved_as(files: Mapping[str, bytes], ending: str, folder: Path) -> dict[str, bytes]:
    """The files (by name with ending) as LibreOffice saves them; keys are without ending."""
    sources = folder / f"to-{ending}"
    sources.mkdir()
    for name, data in files.items():
        (sources / name).write_bytes(data)
    target = folder / f"as-{ending}"
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            ending,
            "--outdir",
            str(target),
            *(str(sources / name) for name in files),
        ],
        check=True,
        capture_output=True,
        timeout=200,
    )
    return {path.stem: path.read_bytes() for path in sorted(target.glob(f"*.{ending}"))}
