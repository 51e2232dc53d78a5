"""HTML: documents saved as web pages, and pages saved from government sites."""

from __future__ import annotations

from rolwriter.readers.html.document import read_html, read_mht

__all__ = ["read_html", "read_mht"]
