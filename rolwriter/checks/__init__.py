"""Judging a report: pure functions from a project and the catalogue to what they find."""
