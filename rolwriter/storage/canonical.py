"""JSON with one spelling: the same content is always the same bytes."""

from __future__ import annotations

import json
from typing import cast

Json = dict[str, object]


def encode(value: object) -> bytes:
    """The canonical bytes: sorted keys, one space a level, UTF-8, a line end at the end."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False)
    return f"{text}\n".encode()


def decode(data: bytes) -> Json:
    """The object in the bytes; ValueError or TypeError when they hold none that can be stored."""
    try:
        value: object = json.loads(data.decode())
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if b"\\u" in data:  # half a character cannot be written back
        encode(value)
    if not isinstance(value, dict):
        raise TypeError("not a JSON object")
    return cast("Json", value)
