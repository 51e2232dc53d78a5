"""Copies of the made-up sample, and what can be read in a PDF of them."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache

import pypdfium2
import pytest

from rolwriter.app.output.copies import make_copy
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.paths import resource
from rolwriter.model.dispatch import CopyKind, Dispatch
from rolwriter.model.project import Project
from rolwriter.readers.outline import recognise
from rolwriter.readers.read import read_source
from rolwriter.ui.paper.pdf_proof import page_words
from rolwriter.writers.layout.copy import Copy
from rolwriter.writers.layout.page import Layout

DISPATCH = Dispatch(
    masthead="澄川区机关事务服务中心文件",
    signatories=("王一二",),
    note="联系人：李三四，电话01234567",
    copies_to=("区委办公室", "区人大常委会办公室"),
    printer="澄川区机关事务服务中心办公室",
    print_date=date(2025, 1, 20),
    draft_number=2,
    watermark="内部讨论",
)


def _no_chinese_font() -> bool:
    try:
        found = subprocess.run(
            ["fc-list", ":lang=zh-cn"], capture_output=True, check=False, timeout=60
        )
    except OSError:
        return False  # not a system of fontconfig's: it has fonts of its own
    return not found.stdout.strip()


needs_font = pytest.mark.skipif(_no_chinese_font(), reason="needs a Chinese font")


@cache
def sample() -> Project:
    """The made-up report with all that goes around it."""
    path = resource("sample", "report.txt")
    draft = recognise(read_source(path.read_bytes(), path.name, lambda _words: None))
    return replace(Project(draft.report, next_id=draft.next_id), dispatch=DISPATCH)


def sample_copy(kind: CopyKind) -> Copy:
    return make_copy(sample(), kind, load_catalogue(), day=date(2025, 1, 20))


def words(text: str) -> str:
    """The text without any blank."""
    return re.sub(r"\s", "", text)


def read_pages(pdf: bytes) -> list[str]:
    """The words of each page as a reader of PDFs finds them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [words(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def shown(layout: Layout) -> list[Counter[str]]:
    """How often each character stands on each page: text, tables, and all around them."""
    return [Counter(words("".join(page_words(layout, page)))) for page in layout.pages]
