"""The one way in: a verb goes to the command line, anything else opens the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

READER_WORKER = "--reader-worker"
"""The first word with which the program starts itself to read a file (see readers/worker)."""
PAPER_WORKER = "--paper-worker"
"""The first word with which the program starts itself to make a PDF (see app/paper)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the answer is its exit code.

    Nothing of Qt is imported before it is known that a window is wanted, so that
    the command line starts fast and works on a machine without a display.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == [READER_WORKER]:
        from rolwriter.readers.worker import worker_main

        return worker_main()
    if words[:1] == [PAPER_WORKER]:
        from rolwriter.ui.paper.worker import worker_main

        return worker_main()
    from rolwriter.cli.main import is_command, run

    if is_command(words):
        return run(words)
    from rolwriter.ui.application import run_window

    return run_window(words)
