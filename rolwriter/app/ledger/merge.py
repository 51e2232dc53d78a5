"""Returned values into the ledger: taken over, or kept side by side until settled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from rolwriter.app.collect.preview import Preview, PreviewRow, RowKind
from rolwriter.app.ledger.acts import set_figure
from rolwriter.model.change import Change, Together
from rolwriter.model.ledger import Figure, FigureState, Offer
from rolwriter.model.project import Project
from rolwriter.text.figure_format import plain

_OWN = "台账原有"
"""The giver of a value that stood in the ledger without one."""


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge did, in numbers of figures, and in places of the text."""

    new: int
    changed: int
    same: int
    conflicts: int
    rewritten: int


def compared(project: Project, read: Preview) -> Preview:
    """The preview with every value's kind: new, changed, same, or in conflict."""
    given = _by_figure(read.rows)
    kinds = dict[int, tuple[RowKind, str]]()
    for figure in project.ledger:
        rows = given.get(figure.id, ())
        after = _after(figure, rows)
        for row in rows:
            kinds[id(row)] = _kind(figure, after, row)
    files = (
        replace(file, rows=tuple(_with_kind(row, kinds) for row in file.rows))
        for file in read.files
    )
    return Preview(tuple(files))


def merge(project: Project, read: Preview) -> tuple[Change | None, MergeReport]:
    """The change that brings a preview into the ledger and into the text it is linked to.

    Values that agree are taken over; where two 科室 differ, or a value already
    verified is contradicted, all stay as offers and the figure is 存疑 until `settle`.
    Unreadable, unknown and empty rows change nothing. None when nothing changes.
    """
    given = _by_figure(read.rows)
    changes = list[Change]()
    places = 0
    counts = dict.fromkeys(RowKind, 0)
    for figure in project.ledger:
        rows = given.get(figure.id, ())
        if not rows:
            continue
        after = _after(figure, rows)
        counts[_kind(figure, after, rows[0])[0]] += 1
        if after != figure:
            change, rewritten = set_figure(project, after)
            project = change.apply(project)
            changes.append(change)
            places += rewritten
    report = MergeReport(
        counts[RowKind.NEW],
        counts[RowKind.CHANGED],
        counts[RowKind.SAME],
        counts[RowKind.CONFLICT],
        places,
    )
    return (Together(tuple(changes)) if changes else None), report


def settle(project: Project, figure_id: str, offer: Offer) -> tuple[Change, int]:
    """The change by which one of a figure's offers becomes its value, and the others go.

    Returns the change and how many places of the text it rewrites. KeyError when
    there is no such figure or it has no such offer.
    """
    figure = next((f for f in project.ledger if f.id == figure_id), None)
    if figure is None or offer not in figure.offers:
        raise KeyError(figure_id)
    return set_figure(project, _taken(figure, offer))


def _by_figure(rows: Iterable[PreviewRow]) -> Mapping[str, Sequence[PreviewRow]]:
    given = defaultdict[str, list[PreviewRow]](list)
    for row in rows:
        if row.is_report:
            given[row.figure_id].append(row)
    return given


def _after(figure: Figure, rows: Sequence[PreviewRow]) -> Figure:
    """The figure after these reports of it."""
    if not rows:
        return figure
    offers = tuple(dict.fromkeys(_offer(row) for row in rows))
    senders = {offer.supplier for offer in offers}
    waiting = tuple(offer for offer in figure.offers if offer.supplier not in senders)
    everyone = (*waiting, *offers)
    if len({_said(offer) for offer in everyone}) > 1:
        before = () if figure.offers else _present(figure, senders)
        return _doubtful(figure, _distinct((*before, *everyone)))
    present = _present(figure, senders)
    if not figure.offers and present and _said(present[0]) != _said(offers[0]):
        return _doubtful(figure, _distinct((*present, *everyone)))
    if not figure.offers and _stands(figure) and _said(_own(figure)) == _said(offers[0]):
        return replace(figure, evidence=_joined(figure.evidence, offers))
    return _taken(figure, replace(offers[0], evidence=_joined("", offers)))


def _offer(row: PreviewRow) -> Offer:
    giver = row.supplier or PurePath(row.file).stem
    return Offer(giver, None if row.none else row.value, row.hedge, row.evidence)


def _said(offer: Offer) -> tuple[object, str]:
    return offer.value, offer.hedge


def _stands(figure: Figure) -> bool:
    """Whether the ledger has an answer for the figure."""
    return figure.value is not None or figure.state is FigureState.NONE


def _own(figure: Figure) -> Offer:
    return Offer(figure.supplier or _OWN, figure.value, figure.hedge, figure.evidence)


def _present(figure: Figure, senders: set[str]) -> tuple[Offer, ...]:
    """The ledger's own answer, unless the one who gave it sends another.

    What the clerk has verified is never simply replaced.
    """
    replaced = senders == {figure.supplier} and figure.state is not FigureState.VERIFIED
    return () if replaced or not _stands(figure) else (_own(figure),)


def _distinct(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """The offers, those of one giver with the same value once."""
    kept = dict[tuple[object, ...], Offer]()
    for offer in offers:
        kept.setdefault((offer.supplier, *_said(offer)), offer)
    return tuple(kept.values())


def _doubtful(figure: Figure, offers: tuple[Offer, ...]) -> Figure:
    return replace(figure, offers=offers, state=FigureState.DOUBTFUL)


def _taken(figure: Figure, offer: Offer) -> Figure:
    """The figure with an offer as its value; earlier evidence of the same value stays."""
    return replace(
        figure,
        value=offer.value,
        hedge=offer.hedge,
        evidence=offer.evidence or ("" if figure.value != offer.value else figure.evidence),
        state=FigureState.NONE if offer.value is None else FigureState.REPORTED,
        offers=(),
    )


def _joined(evidence: str, offers: Iterable[Offer]) -> str:
    """The evidence with what the offers add to it."""
    for offer in offers:
        if offer.evidence and offer.evidence not in evidence:
            evidence = f"{evidence}；{offer.evidence}" if evidence else offer.evidence
    return evidence


def _kind(figure: Figure, after: Figure, row: PreviewRow) -> tuple[RowKind, str]:
    """What becomes of a report, and in a conflict who says what."""
    if after.offers:
        return RowKind.CONFLICT, "；".join(map(said_words, after.offers))
    if not _stands(figure):
        return RowKind.NEW, ""
    same = _said(_own(figure)) == _said(_offer(row)) and not figure.offers
    return (RowKind.SAME if same else RowKind.CHANGED), ""


def said_words(offer: Offer) -> str:
    """Who gave which value: 办公室报33（约）."""
    value = "本年度未发生" if offer.value is None else plain(offer.value)
    hedge = f"（{offer.hedge}）" if offer.hedge else ""
    return f"{offer.supplier}报{value}{hedge}"


def _with_kind(row: PreviewRow, kinds: Mapping[int, tuple[RowKind, str]]) -> PreviewRow:
    kind, reason = kinds.get(id(row), (row.kind, ""))
    return replace(row, kind=kind, reason="；".join(filter(None, (reason, row.reason))))
