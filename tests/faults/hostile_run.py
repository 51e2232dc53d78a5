"""Reads hostile files one by one as the program does, and says how each ended.

``python -m tests.faults.hostile_run FOLDER``: one JSON line a file. A process of its own,
so that its largest child is a reader and nothing else.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
import time
from pathlib import Path

from rolwriter.app.documents import lines_of_file
from rolwriter.model.errors import RolwriterError
from rolwriter.readers.worker import read_cells_in_worker


def read(path: Path) -> str:
    """The file's words, or the first sentence of the refusal with a mark before it."""
    try:
        if path.suffix == ".xlsx":
            cells = read_cells_in_worker(path.read_bytes(), path.name)
            return str(cells)
        return "\n".join(lines_of_file(path)[0])
    except RolwriterError as error:
        return f"REFUSED {error.what}"


def main(folder: Path) -> None:
    logging.getLogger("rolwriter").addHandler(logging.StreamHandler(sys.stderr))
    for path in sorted(folder.iterdir()):
        if path.suffix == ".txt":
            continue
        began = time.monotonic()
        said = read(path)
        largest = max(
            resource.getrusage(who).ru_maxrss
            for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)
        )
        took = time.monotonic() - began
        line = {"name": path.name, "said": said[:400], "seconds": took, "kib": largest}
        line["length"] = len(said)
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
