"""What the settings say that a verb must heed: the office's catalogue, rules switched off."""

from __future__ import annotations

from rolwriter.app.own_catalogue import catalogue_with
from rolwriter.app.settings import load_settings
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.cli.output import say, say_error


def catalogue_in_use() -> Catalogue:
    """The catalogue the window uses too; what is wrong with the office's folder is said."""
    catalogue, problem = catalogue_with(load_settings().catalogue_folder)
    if problem is not None:
        say_error(problem)
    return catalogue


def rules_switched_off() -> frozenset[str]:
    """The rules switched off for every report, and a line that says how many."""
    silent = frozenset(load_settings().silent_rules)
    if silent:
        say(f"设置中关闭了{len(silent)}条规则（{'、'.join(sorted(silent))}），没有用它们检查。")
    return silent
