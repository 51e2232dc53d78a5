"""What is told of one finding: message, ways to mend it, explanation, example, basis."""

from __future__ import annotations

from html import escape

from rolwriter.app.review.listing import decision_words, rule_html
from rolwriter.app.review.names import FAMILY_WORDS, severity_name
from rolwriter.ui.problems.rows import ProblemRow


def details_html(row: ProblemRow) -> str:
    """The text beside the list."""
    finding, entry = row.finding, row.entry
    pieces = [
        f"<p><b>{severity_name(finding.severity)}　{escape(entry.title)}</b></p>",
        f"<p>{escape(finding.message)}</p>",
    ]
    if row.decision is not None:
        pieces.append(f"<p>已定：{escape(decision_words(finding, row.decision))}</p>")
    elif row.earlier is not None:
        said = escape(row.earlier.reason)
        pieces.append(f"<p>{row.earlier.year}年忽略过，理由：{said}。今年请再定。</p>")
    if finding.fixes:
        ways = "".join(f"<li>{escape(fix_words(f.label, f.text))}</li>" for f in finding.fixes)
        head = "报告不改，公开稿可以这样写" if row.private else "可以这样改"
        pieces.append(f"<p>{head}（Ctrl+.）：</p><ul>{ways}</ul>")
    pieces.append(rule_html(entry))
    pieces.append(f"<p>规则 {entry.id}（{FAMILY_WORDS[entry.family]}）</p>")
    return "".join(pieces)


def fix_words(label: str, text: str) -> str:
    """A way to mend it, with the very words where the label does not hold them."""
    if not text:
        return label or "删去"
    return label if text in label else f"{label}：{text}" if label else f"改为“{text}”"
