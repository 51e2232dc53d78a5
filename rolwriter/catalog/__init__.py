"""Loads and validates the data under resources/."""
