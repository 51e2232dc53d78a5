"""Guided fields above a chapter, and the sentences made of them."""
