"""How much of a foreign file is taken on: the one place for the limits of what is read.

An honest report is a few hundred kilobytes; the limits leave room for a hundred
times that and stop what is made to fill memory. Sizes are bytes after inflating.
"""

from __future__ import annotations

MAX_TOTAL = 200 * 1024 * 1024
"""All members of an archive together, as its directory states them and as they are read."""
MAX_MEMBER = 64 * 1024 * 1024
"""One member."""
MAX_MEMBERS = 5_000
"""Members of an archive."""
MAX_RATIO = 200
"""Inflated to packed size; real documents stay below 60."""
RATIO_FROM = 1024 * 1024
"""Members smaller than this may be packed as tightly as they like."""
MAX_MARKS = 3_000_000
"""Angle brackets and equals signs of one XML part.

Elements and attributes cost some hundred bytes each in memory however short they
are written, so that a part of 20 MB can ask for gigabytes. 300,000 characters in
Word's markup have about 250,000 marks.
"""
MAX_DEPTH = 1_000
"""Groups within groups of an RTF file; real ones stay below 30."""
MAX_TAGS = 100_000
"""Angle brackets that open something in a web page; the longest saved ones have 30,000."""
MAX_PARAGRAPHS = 30_000
"""Paragraphs of one document; real reports have some hundred."""
MAX_CHARACTERS = 3_000_000
"""Characters of one document; real reports have some ten thousand."""
MAX_SPAN = 63
"""Columns one table cell can span: the most that Word itself allows."""
