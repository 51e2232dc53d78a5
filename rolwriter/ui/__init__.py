"""The window; the only layer that imports PySide6."""

from __future__ import annotations

import contextlib

with contextlib.suppress(ImportError):  # told in Chinese by who opens the window
    from rolwriter.ui.kit.overrides import guard_overrides

    guard_overrides()
