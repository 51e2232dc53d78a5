"""Hidden data: what a file carries besides the words one sees."""

from __future__ import annotations

from rolwriter.readers.traces.door import inspect_bytes

__all__ = ["inspect_bytes"]
