"""What the settings say that a verb must heed: the office's catalogue and page, silent rules."""

from __future__ import annotations

from rolwriter.app.own_catalogue import catalogue_with
from rolwriter.app.settings import load_settings
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.house import house_format
from rolwriter.catalog.page_format import PageFormat
from rolwriter.checks.engine import Checker
from rolwriter.cli.output import say, say_error
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.finding import Finding
from rolwriter.model.project import Project


def catalogue_in_use() -> Catalogue:
    """The catalogue the window uses too; what is wrong with the office's folder is said."""
    catalogue, problem = catalogue_with(load_settings().catalogue_folder)
    if problem is not None:
        say_error(problem)
    return catalogue


def page_format_in_use() -> PageFormat:
    """The official page as the house sets it."""
    return house_format(load_settings().house)


def checker_in_use() -> Checker:
    """A checker with all rules that reads this catalogue, with the limits of the settings."""
    from rolwriter.checks.families import make_checker

    return make_checker(catalogue_in_use(), load_settings().extent)


def rules_switched_off() -> frozenset[str]:
    """The rules switched off for every report, and a line that says how many."""
    silent = frozenset(load_settings().silent_rules)
    if silent:
        say(f"设置中关闭了{len(silent)}条规则（{'、'.join(sorted(silent))}），没有用它们检查。")
    return silent


def open_findings(project: Project, kind: CopyKind, catalogue: Catalogue) -> tuple[Finding, ...]:
    """What is open, for a draft to show; other kinds show none."""
    if kind is not CopyKind.DRAFT:
        return ()
    from rolwriter.app.review.checking import check_project
    from rolwriter.checks.families import make_checker

    return check_project(project, make_checker(catalogue), rules_switched_off()).findings
