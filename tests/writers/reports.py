"""Small made-up reports for the writers' tests."""

from __future__ import annotations

from itertools import count, cycle, islice

from rolwriter.model.report import Paragraph, Part, PartKind, Report
from rolwriter.text.numbering import level_of

_HAN = "本中心依照职责办理各项事务并按时公开结果接受社会监督"


def han(length: int) -> str:
    """That many Han characters without a sign among them."""
    return "".join(islice(cycle(_HAN), length))


def report(*parts: tuple[PartKind, tuple[str, ...]]) -> Report:
    """A report of these parts, each with its paragraphs' texts."""
    numbers = count(1)
    return Report(
        tuple(
            Part(
                f"c{next(numbers)}",
                kind,
                tuple(Paragraph(f"p{next(numbers)}", text, level_of(text)) for text in texts),
            )
            for kind, texts in parts
        )
    )


def chapter(*texts: str) -> Report:
    """A report of one chapter and nothing else."""
    return report((PartKind.CHAPTER, texts))


def full_report() -> Report:
    """A report with every kind of paragraph, three to four pages long."""
    return report(
        (PartKind.DOCUMENT_NUMBER, ("云机管〔2026〕3号",)),
        (PartKind.TITLE, ("云溪区机关事务服务中心", "关于2025年法治政府建设情况的报告")),
        (PartKind.UNPLACED, ("此处有一段未归类的文字",)),
        (PartKind.ADDRESSEE, ("区委、区政府：",)),
        (PartKind.PREAMBLE, ("", "2025年，本中心认真履职，“应办尽办”，现报告如下：")),
        (
            PartKind.CHAPTER,
            (
                "一、2025年主要举措和成效",
                "（一）健全机制",
                han(600) + "。",
                f"（二）规范程序。{han(200)}。",
                "1．完善制度",
                "（1）修订办法",
                han(400) + "。",
            ),
        ),
        (PartKind.CHAPTER, ("二、2026年工作安排", han(500) + "。")),
        (PartKind.SIGNATURE, ("云溪区机关事务服务中心",)),
        (PartKind.ISSUE_DATE, ("2026年1月20日",)),
    )
