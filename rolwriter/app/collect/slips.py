"""Collecting text: slips out to the 科室, their answers back to their topics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import SourceFile
from rolwriter.model.slip import FilledSlip, Slip, SlipTopic, TopicText


@dataclass(frozen=True, slots=True)
class SlipReturn:
    """One returned file; ``trouble`` says why nothing of it was read, if so."""

    file: str
    answers: tuple[TopicText, ...] = ()
    """What was written, for topics that were asked for; topics without words are left out."""
    unplaced: tuple[str, ...] = ()
    """Paragraphs that someone wrote elsewhere: the clerk has to place them."""
    notes: tuple[str, ...] = ()
    trouble: str = ""


def write_supplier_slip(slip: Slip) -> bytes:
    """The 供稿单 (.docx) of one 科室; RolwriterError when it has no topics."""
    from rolwriter.writers.docx.slip import write_slip

    if not slip.topics:
        raise RolwriterError(
            f"没有要“{slip.supplier}”供稿的主题。",
            "没有生成供稿单。",
            "请先选定由这个科室供稿的主题，再生成。",
        )
    return write_slip(slip)


def read_slips(files: Sequence[SourceFile], topics: Sequence[SlipTopic]) -> list[SlipReturn]:
    """Read returned slips, each in a worker process; ``topics`` are all that were asked for.

    Never raises for a file: what is wrong with one stands in its answer. Takes as long
    as the processes need: call it off the UI thread.
    """
    from rolwriter.readers.worker import ReadingCancelledError, read_slip_in_worker

    returned = list[SlipReturn]()
    for file in files:
        try:
            filled = read_slip_in_worker(file.data, file.name)
        except ReadingCancelledError:
            raise
        except RolwriterError as error:
            returned.append(SlipReturn(file.name, trouble=f"{error.what}{error.remedy}"))
        else:
            returned.append(sorted_out(file.name, filled, topics))
    return returned


def sorted_out(name: str, filled: FilledSlip, topics: Sequence[SlipTopic]) -> SlipReturn:
    """The answers by topic; what belongs to none, and is not the slip's own, stands apart."""
    asked = {topic.id for topic in topics}
    own = {_plain(line) for topic in topics for line in (topic.title, *topic.previous)}
    unplaced = [text for text in filled.outside if _plain(_without_number(text)) not in own]
    for answer in filled.topics:
        if answer.topic_id not in asked:
            unplaced += answer.paragraphs
    answers = tuple(a for a in filled.topics if a.topic_id in asked and a.paragraphs)
    return SlipReturn(name, answers, tuple(unplaced), filled.notes)


def _plain(text: str) -> str:
    return "".join(text.split())


def _without_number(text: str) -> str:
    """A heading without the number the slip gave it: 一、依法决策 is 依法决策."""
    number, mark, title = text.partition("、")
    return title if mark and number and not number.strip("一二三四五六七八九十百") else text
