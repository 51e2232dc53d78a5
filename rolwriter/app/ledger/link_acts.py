"""Linking a number of the text to the ledger, and mending a link that typing broke."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rolwriter.app.ledger.acts import link_words, set_figure
from rolwriter.app.ledger.roll import figure_of, free_tokens
from rolwriter.model.change import Change, SetLedger, SetParagraphs, Together
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.links import dropped_links
from rolwriter.model.project import Project
from rolwriter.model.rebind import edited
from rolwriter.model.report import FigureLink, Paragraph
from rolwriter.text.figures import FigureToken
from rolwriter.text.spans import Span

_NEAR = 3
"""Characters by which a retyped number may have moved."""
_AROUND = 8
"""Characters each side by which the place of a deleted number is known again."""


@dataclass(frozen=True, slots=True)
class LinkBreak:
    """A linked number that was typed over or deleted: what it was and where it stood."""

    paragraph_id: str
    figure: str
    start: int
    words: str
    before: str = ""
    after: str = ""
    """The characters that stood on either side; none at the paragraph's own edge."""


def link_at(paragraph: Paragraph, position: int) -> FigureLink | None:
    """The link the cursor stands in or touches."""
    return next((k for k in paragraph.links if k.start <= position <= k.end), None)


def token_at(paragraph: Paragraph, start: int, end: int | None = None) -> FigureToken | None:
    """The unlinked figure at the cursor, or the one a selection lies in or holds alone."""
    end = start if end is None else end
    touched = [t for t in free_tokens(paragraph) if t.span.start <= end and start <= t.span.end]
    return touched[0] if len(touched) == 1 or (touched and start == end) else None


def candidates(project: Project, token: FigureToken) -> list[Figure]:
    """The ledger's figures, the likeliest for this number first."""

    def rank(figure: Figure) -> tuple[bool, bool, bool]:
        shared = bool(figure.name) and (figure.name in token.name or token.name in figure.name)
        return figure.unit != token.unit, not shared, figure.value != token.value

    return sorted(project.ledger, key=rank)


def link_to_new(project: Project, paragraph_id: str, token: FigureToken, new_id: str) -> Change:
    """The change that takes the number into the ledger and links it."""
    ledger = SetLedger((*project.ledger, figure_of(token, new_id)))
    return Together((ledger, link_words(ledger.apply(project), paragraph_id, token.span, new_id)))


def link_to(
    project: Project, paragraph_id: str, token: FigureToken, figure: Figure, *, keep_text: bool
) -> tuple[Change, int]:
    """The change that links the number to a figure, and how many other places it rewrites.

    With ``keep_text`` the ledger takes the number of the text, else the text the
    ledger's, which must have one.
    """
    link = link_words(project, paragraph_id, token.span, figure.id)
    after = link.apply(project)
    if keep_text:
        state = FigureState.REPORTED
        figure = replace(figure, value=token.value, hedge=token.hedge, state=state, offers=())
    change, places = set_figure(after, figure)
    return Together((link, change)), places


def breaks_between(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[LinkBreak]:
    """The links that an edit of these paragraphs cost, where the paragraph lives on."""
    gone = Counter(dropped_links(old, new))
    left = {p.id: Counter(link.figure for link in p.links) for p in new}
    found = list[LinkBreak]()
    for paragraph in old:
        here = left.get(paragraph.id)
        for link in paragraph.links if here is not None else ():
            if here and here[link.figure] > 0:
                here[link.figure] -= 1
            elif gone[link.figure] > 0:
                gone[link.figure] -= 1
                found.append(_broken(paragraph, link))
    return found


def _broken(paragraph: Paragraph, link: FigureLink) -> LinkBreak:
    text = paragraph.text
    return LinkBreak(
        paragraph.id,
        link.figure,
        link.start,
        words=text[link.start : link.end],
        before=text[max(0, link.start - _AROUND) : link.start],
        after=text[link.end : link.end + _AROUND],
    )


def retyped(project: Project, lost: LinkBreak) -> FigureToken | None:
    """The number that now stands where the linked one stood; None when there is none.

    None too when the place or the figure is gone, or linked again by an undo.
    """
    paragraph = _place(project, lost)
    if paragraph is None:
        return None
    left = _remains(project, lost)
    if left is not None and not any(c.isdigit() for c in paragraph.text[left.start : left.end]):
        return None
    near = [t for t in free_tokens(paragraph) if _distance(t.span, lost) <= _NEAR]
    return min(near, key=lambda t: _distance(t.span, lost), default=None)


def standing(project: Project, lost: LinkBreak) -> Span | None:
    """What stands where the linked number stood: another number, or what a deletion left.

    None when there is nothing to ask any more.
    """
    token = retyped(project, lost)
    return token.span if token else _remains(project, lost)


def _remains(project: Project, lost: LinkBreak) -> Span | None:
    """What is left of a number that was deleted, often nothing, between its old neighbours.

    None when the number is whole again, or when the words around it were changed too:
    a sentence taken out as a whole is no accident to ask about.
    """
    paragraph = _place(project, lost)
    if paragraph is None or not (lost.before or lost.after):
        return None
    before = re.escape(lost.before) if len(lost.before) == _AROUND else "^" + re.escape(lost.before)
    after = re.escape(lost.after) if len(lost.after) == _AROUND else re.escape(lost.after) + "$"
    left = f"{before}(.{{0,{len(lost.words) - 1}}}?){after}"
    match = re.search(left, paragraph.text, re.DOTALL)
    return Span(*match.span(1)) if match and match[1] in lost.words else None


def _place(project: Project, lost: LinkBreak) -> Paragraph | None:
    """The paragraph of the break; None when it or the figure is gone."""
    if not any(figure.id == lost.figure for figure in project.ledger):
        return None
    try:
        return project.report.locate(lost.paragraph_id)[1]
    except KeyError:
        return None


def take_retyped(project: Project, lost: LinkBreak, token: FigureToken) -> tuple[Change, int]:
    """改台账: the ledger and all its uses take the number that was typed, linked again."""
    figure = next(f for f in project.ledger if f.id == lost.figure)
    return link_to(project, lost.paragraph_id, token, figure, keep_text=True)


def restore(project: Project, lost: LinkBreak, span: Span) -> Change:
    """恢复: the words that stood there, linked as they were, in place of the span's."""
    part, paragraph = project.report.locate(lost.paragraph_id)
    start, end = span.start, span.end
    text = paragraph.text[:start] + lost.words + paragraph.text[end:]
    after = edited(paragraph, text)
    link = FigureLink(start, start + len(lost.words), lost.figure)
    after = replace(after, links=tuple(sorted((*after.links, link))))
    return SetParagraphs(part.id, tuple(after if p.id == after.id else p for p in part.paragraphs))


def _distance(span: Span, lost: LinkBreak) -> int:
    if span.start <= lost.start <= span.end:
        return 0
    return min(abs(span.start - lost.start), abs(span.end - lost.start))
