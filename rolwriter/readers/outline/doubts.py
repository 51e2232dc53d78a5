"""The questions recognition leaves to the clerk, in Chinese."""

from __future__ import annotations

from rolwriter.catalog.outline import load_outline
from rolwriter.model.draft import Doubt
from rolwriter.model.report import Part, Role
from rolwriter.readers.outline.roles import Verdict

_LONGEST_QUOTE = 40


def role_doubt(part: Part, words: str, verdict: Verdict) -> Doubt:
    """What the chapter is, when its heading does not say."""
    name = load_outline().name(verdict.role)
    quote = _quoted(words)
    if verdict.clash:
        question = f"{quote}中的年份与报告年度对不上，暂按“{name}”处理，请核对。"
    elif verdict.role is Role.THEME:
        question = f"{quote}没有写明属于哪一部分，暂按“{name}”处理，请选定。"
    elif verdict.several:
        question = f"{quote}像是写了不止一部分的内容，暂按“{name}”处理，请选定。"
    else:
        question = f"{quote}像是“{name}”，但不能肯定，请选定。"
    return Doubt(part.id, question, verdict.choices)


def number_doubt(part: Part, words: str, verdict: Verdict) -> Doubt:
    """Whether a line without a number is a chapter's heading, and which."""
    name = load_outline().name(verdict.role)
    return Doubt(
        part.id,
        f"{_quoted(words)}没有编号，暂按“{name}”的章标题处理；如果不是标题，请改为正文。",
        verdict.choices,
    )


def title_doubt(target: str, title: str) -> Doubt:
    """Whether lines of an unusual wording are the title."""
    return Doubt(target, f"{_quoted(title)}不是常见的标题写法，暂按标题处理，请核对。")


def year_doubt(target: str, year: int | None) -> Doubt:
    """The year, when the title does not give it."""
    if year is None:
        return Doubt(target, "没有认出报告年度，请填写。")
    return Doubt(target, f"标题中没有年度，按正文认作{year}年度，请核对。")


def authority_doubt(target: str) -> Doubt:
    """The organ, when neither title nor signature names it."""
    return Doubt(target, "没有认出发文机关，请填写。")


def chapters_doubt(target: str) -> Doubt:
    """The chapters, when there is a title but no heading."""
    return Doubt(target, "认出了标题，但没有认出章标题，正文暂放在“未归类”，请指定章节。")


def report_doubt(target: str) -> Doubt:
    """The whole, when it is no report."""
    return Doubt(
        target,
        "没有认出法治政府建设年度报告的标题和章节，全文暂放在“未归类”，请核对是否选对了文件。",
    )


def _quoted(words: str) -> str:
    short = words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"
    return f"“{short}”"
