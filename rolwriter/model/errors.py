"""The errors a user is meant to read."""

from __future__ import annotations


class RolwriterError(Exception):
    """A matter the user can settle: three Chinese sentences and no traceback.

    ``what`` happened, ``consequence`` for the user's text, ``remedy`` to try.
    The window shows it as a message, the command line on standard error with
    exit code 2. Anything that is not one of these is a bug (exit code 3).
    """

    def __init__(self, what: str, consequence: str, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.consequence = consequence
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[RolwriterError], tuple[str, str, str]]:
        """Cross a process boundary whole: the default would pass ``what`` alone."""
        return (type(self), (self.what, self.consequence, self.remedy))

    def __str__(self) -> str:
        return f"{self.what}{self.consequence}{self.remedy}"


class PlaceError(RolwriterError):
    """A place does not take or give a file: a full disk, a pulled stick, a forbidden name.

    Another try or another place may do.
    """
