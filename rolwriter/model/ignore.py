"""A finding the clerk has decided to leave, with the reason; kept from year to year."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ignore:
    """This rule is silent about these words in this paragraph.

    ``year`` is the report year it was decided in: in the next one it is offered
    again and silences nothing until it is confirmed.
    """

    rule_id: str
    paragraph_id: str
    text: str
    reason: str
    year: int | None = None
