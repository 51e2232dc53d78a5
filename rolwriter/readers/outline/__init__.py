"""Recognition of a report in the words a reader hands over."""

from rolwriter.readers.outline.recognise import recognise
from rolwriter.readers.outline.roles import Verdict, classify

__all__ = ["Verdict", "classify", "recognise"]
