"""How much one reading may compute, wait and keep: the one place for a worker's limits.

Time is counted as computing, not by the clock: a machine that is busy with other things
refuses no honest file, and one that is slow by itself gets more of it, in proportion to
what the worker's own start took there, before it had looked at a byte of the file. On a
machine of today's speed a start is about a fifth of a second and the slowest honest file
tried two seconds.
"""

from __future__ import annotations

_MIB = 1 << 20
_COMPUTING = 4.0
_STARTS = 14
_COMPUTING_A_MEGABYTE = 0.05
"""What passing a large file on takes; the words in it are bounded (see `guard.limits`)."""
CLOCK = 60.0
"""Seconds after which a reading ends that neither computes nor answers."""
_MEMORY = 240 * _MIB
_MEMORY_A_BYTE = 5
_MOST_MEMORY = 900 * _MIB


def computing(size: int, start: float = 0.0) -> float:
    """Seconds of computing for a file of ``size`` bytes, where a start took ``start`` of them."""
    return max(_COMPUTING, _STARTS * start) + _COMPUTING_A_MEGABYTE * size / _MIB


def memory(size: int) -> int:
    """Bytes a reading may keep; libraries, some 40 MiB, are not counted where the system can."""
    return min(_MEMORY + _MEMORY_A_BYTE * size, _MOST_MEMORY)
