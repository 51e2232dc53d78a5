"""The findings as lines to print, and the rules as a page to read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from html import escape

from rolwriter.app.carry.listing import Places
from rolwriter.app.output.layout import PagePlaces
from rolwriter.app.review.masking import public_fix
from rolwriter.app.review.names import (
    FAMILY_WORDS,
    SEVERITY_WORDS,
    basis_words,
    severity_name,
)
from rolwriter.catalog.rules import RuleEntry
from rolwriter.checks.decided import Decision
from rolwriter.model.finding import Finding, Fix, Severity
from rolwriter.model.mask import Mask, masked_words
from rolwriter.model.project import Project
from rolwriter.text.abridge import abridged
from rolwriter.writers.xlsx.table import Table, TableColumn

WHOLE = "全文"
_RULES = (
    TableColumn("规则", 20),
    TableColumn("程度", 8),
    TableColumn("说明", 36),
    TableColumn("错", 28),
    TableColumn("对", 28),
    TableColumn("依据", 22),
)


def place_words(places: Places, finding: Finding) -> str:
    """Where the finding stands: 第二章第3段，第3页第12行."""
    location = finding.location
    if not location.paragraph_id:
        return WHOLE
    return places.where(location.paragraph_id, location.start) or "（该段已删去）"


def review_lines(
    project: Project,
    standing: Sequence[Finding],
    settled: Sequence[tuple[Finding, Decision]] = (),
    pages: PagePlaces | None = None,
) -> list[str]:
    """The list a clerk prints: by severity, what was decided on at the end."""
    return list(_lines(Places(project, pages), standing, settled))


def _lines(
    places: Places, standing: Sequence[Finding], settled: Sequence[tuple[Finding, Decision]]
) -> Iterator[str]:
    for severity in Severity:
        found = [f for f in standing if f.severity is severity]
        yield f"{SEVERITY_WORDS[severity]}：{len(found)}处"
        yield from (f"　　{finding_line(places, f)}" for f in found)
    if settled:
        yield f"已处理：{len(settled)}处"
        for finding, decision in settled:
            said = decision_words(finding, decision)
            yield f"　　{place_words(places, finding)}：“{abridged(finding.text)}”　{said}"


def decision_words(finding: Finding, decision: Decision) -> str:
    """What the clerk decided on the finding, with the reason."""
    if isinstance(decision, Mask):
        return f"公开稿中写作“{masked_words(finding.text, [decision])}”"
    kept = "保留" if public_fix(finding) else "已忽略"
    return f"{kept}（{decision.reason}）"


def finding_line(places: Places, finding: Finding) -> str:
    """One finding on one line."""
    quoted = f"“{abridged(finding.text)}”　" if finding.text else ""
    fix = f"　{way_words(finding.fixes[0])}" if finding.fixes else ""
    return f"{place_words(places, finding)}：{quoted}{finding.message}{fix}"


def way_words(fix: Fix) -> str:
    """What could be done, in short."""
    head = "公开稿中可写作" if fix.public else "可改为"
    return f"{head}：{fix.text or '（删去）'}"


def rule_html(entry: RuleEntry) -> str:
    """One rule: what it looks for, why, an example, its source."""
    rows = [("错", entry.wrong), ("对", entry.right)]
    example = "".join(
        f"<tr><td><b>{sign}</b>&nbsp;</td><td>{_lines_html(words)}</td></tr>"
        for sign, words in rows
        if words
    )
    return (
        f"<p>{escape(entry.explanation)}</p><table>{example}</table>"
        f"<p>依据：{escape(basis_words(entry))}</p>"
    )


def rules_html(entries: Iterable[RuleEntry], silent: Collection[str] = ()) -> str:
    """The page that lists every rule, family by family."""
    held = list(entries)
    pieces = [f"<h2>检查规则（共{len(held)}条）</h2>"]
    for family, name in FAMILY_WORDS.items():
        mine = [entry for entry in held if entry.family == family]
        if mine:
            pieces.append(f"<h3>{name}（{len(mine)}条）</h3>")
        for entry in mine:
            off = "　（已关闭）" if entry.id in silent else ""
            head = f"{entry.id}　{escape(entry.title)}　{severity_name(entry.severity)}{off}"
            pieces.append(f"<h4>{head}</h4>{rule_html(entry)}")
    return "".join(pieces)


def rules_table(entries: Iterable[RuleEntry], silent: Collection[str] = ()) -> Table:
    """The same as a table to print."""
    rows = tuple(
        (
            f"{entry.id}　{entry.title}",
            severity_name(entry.severity) + ("（已关闭）" if entry.id in silent else ""),
            entry.explanation,
            entry.wrong,
            entry.right,
            basis_words(entry),
        )
        for entry in entries
    )
    return Table(f"检查规则（共{len(rows)}条）", _RULES, rows)


def _lines_html(words: str) -> str:
    return "<br>".join(map(escape, words.splitlines()))
