"""Which measure of the plan answers a shortcoming, where the clerk has said so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pairing:
    """The clerk's word for one shortcoming; both are known by their topic (首句的主题).

    An empty ``measure`` says that nothing in the plan answers it.
    """

    shortcoming: str
    measure: str = ""
