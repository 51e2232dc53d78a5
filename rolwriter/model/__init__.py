"""Dataclasses of the report and pure functions on them; standard library only."""
