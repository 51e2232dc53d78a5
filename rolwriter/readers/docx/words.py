"""Which words an element holds, and which of several alternatives to read."""

from __future__ import annotations

from rolwriter.readers.docx.names import CHOICE, FALLBACK, WORD_ART, WORDS, w
from rolwriter.readers.guard import Element

_SIGNS = (w("sym"), WORD_ART)


def words_of(element: Element) -> str:
    """Everything typed below an element, deleted or not."""
    return "".join(typed.text or "" for typed in element.iter(*WORDS))


def chosen_branch(alternate: Element) -> Element | None:
    """The one branch of an mc:AlternateContent to read: the first that has words.

    The branches say the same in newer and older markup; reading both would double
    the text, and a branch without words must not hide one that has some.
    """
    branches = [*alternate.iterchildren(CHOICE), *alternate.iterchildren(FALLBACK)]
    for branch in branches:
        if words_of(branch).strip() or any(True for _ in branch.iter(*_SIGNS)):
            return branch
    return branches[0] if branches else None
