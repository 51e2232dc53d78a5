"""What parent and child say to each other: JSON, one message a line.

The parent writes one `Request` line and then the file's bytes to the child's
standard input and closes it. The child writes `Begun`, `Progress` lines and one last line,
a `Finished` (`Drafted`, `Tabulated`, `SlipFinished`, `Inspected`), `Refused` or `Failed`,
to its standard output.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from rolwriter.model.draft import Draft
from rolwriter.model.sheets import Workbook
from rolwriter.model.slip import FilledSlip
from rolwriter.model.source import SourceDocument
from rolwriter.model.threads import DECODING
from rolwriter.model.trace import Inspection

MEMORY = "MemoryError"
"""`Failed.where` of a child that ran out of memory."""


class Job(StrEnum):
    """What is wanted of the file."""

    WORDS = "words"
    DRAFT = "draft"
    CELLS = "cells"
    SLIP = "slip"
    TRACES = "traces"


class Request(msgspec.Struct, frozen=True):
    """What to read, and in how many bytes of memory."""

    name: str
    memory_limit: int
    job: Job = Job.WORDS


class Begun(msgspec.Struct, frozen=True, tag="begun"):
    """The child stands ready, after so many seconds of computing; no byte was looked at yet."""

    start: float


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """A short Chinese line on what is being done."""

    message: str


class Finished(msgspec.Struct, frozen=True, tag="finished"):
    """The file's words were read."""

    document: SourceDocument


class Drafted(msgspec.Struct, frozen=True, tag="drafted"):
    """The file's words were read, and the report in them recognised."""

    draft: Draft
    format: str


class Tabulated(msgspec.Struct, frozen=True, tag="tabulated"):
    """The file's cells were read."""

    workbook: Workbook


class SlipFinished(msgspec.Struct, frozen=True, tag="slip"):
    """The file's answers were read."""

    slip: FilledSlip


class Inspected(msgspec.Struct, frozen=True, tag="inspected"):
    """The file was searched for hidden data."""

    inspection: Inspection


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """A matter the user can settle: the three sentences of a RolwriterError."""

    what: str
    consequence: str
    remedy: str


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """A bug of ours; ``where`` names exception, file and line, and no word of the text."""

    where: str


Notice = Begun | Progress
Answer = Notice | Finished | Drafted | Tabulated | SlipFinished | Inspected | Refused | Failed

with DECODING:  # a job's thread may be the first to come here
    _REQUEST = msgspec.json.Decoder(Request)
    _ANSWER: msgspec.json.Decoder[Answer] = msgspec.json.Decoder(Answer)
_ENCODER = msgspec.json.Encoder()


def encode(message: Request | Answer) -> bytes:
    """A message as one line."""
    return _ENCODER.encode(message) + b"\n"


def decode_request(line: bytes) -> Request:
    """The parent's line; msgspec.DecodeError for anything else."""
    return _REQUEST.decode(line)


def decode_answer(line: bytes) -> Answer:
    """One of the child's lines; msgspec.DecodeError for anything else."""
    return _ANSWER.decode(line)
