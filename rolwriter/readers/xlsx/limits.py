"""How much of a foreign sheet is taken on; what lies beyond is said, never dropped in silence."""

from __future__ import annotations

MAX_ROWS = 20_000
"""Rows of one sheet."""
MAX_COLUMNS = 200
"""Columns of one sheet."""
MAX_CELLS = 400_000
"""Cells with something in them of one file: a ledger has a few thousand."""
MAX_TEXT = 8_000_000
"""Characters of one file: cells can share a text, so that a small file can hold gigabytes."""
MAX_MERGES = 20_000
"""Merged areas of one sheet."""
