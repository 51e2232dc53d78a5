"""Words too long for their place, cut short so that one sees they go on."""

from __future__ import annotations

_MOST = 20


def abridged(text: str, most: int = _MOST) -> str:
    """The text, or its first ``most`` characters and an ellipsis."""
    return text if len(text) <= most else f"{text[:most]}…"
