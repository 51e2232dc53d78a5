"""Guided fields: answers found, sentences composed."""
