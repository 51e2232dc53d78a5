"""A copy as one web page: no script, nothing from elsewhere, no word of who made it."""

from rolwriter.writers.html.page import write_html

__all__ = ["write_html"]
