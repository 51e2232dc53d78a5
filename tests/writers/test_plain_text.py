from __future__ import annotations

import pytest

from rolwriter.model.dispatch import CopyKind
from rolwriter.model.errors import RolwriterError
from rolwriter.readers.plain_text import read_plain_text
from rolwriter.readers.traces import inspect_bytes
from rolwriter.writers.plain_text import write_text
from tests.writers.copies import copy_of, text_copy
from tests.writers.reports import full_report


def lines(data: bytes) -> list[str]:
    return data.decode("utf-8-sig").removesuffix("\r\n").split("\r\n")


def test_the_text_is_the_reports_own_a_paragraph_a_line() -> None:
    wanted = [line for line in full_report().lines if line and "未归类" not in line]

    # the public copy has no document number
    assert lines(write_text(copy_of())) == wanted[1:]


def test_it_reads_back_as_it_was_written() -> None:
    data = write_text(copy_of())
    read = [p.text for p in read_plain_text(data).paragraphs if p.text]

    assert read == lines(data)


def test_rows_of_a_table_keep_their_cells_apart() -> None:
    assert lines(write_text(text_copy("事项\t件数", "复议\t3")))[1:] == ["事项\t件数", "复议\t3"]


@pytest.mark.parametrize("kind", CopyKind)
def test_no_kind_carries_anything_hidden(kind: CopyKind) -> None:
    assert inspect_bytes(write_text(copy_of(kind=kind))).traces == ()


def test_an_unseen_character_is_refused_and_not_dropped() -> None:
    with pytest.raises(RolwriterError):
        write_text(text_copy("编\u200b号"))
