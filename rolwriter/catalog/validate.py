"""Whether the entries of the catalogue fit together: no name that leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from rolwriter.catalog.checklist import Item
from rolwriter.catalog.gather import Gathered, Place
from rolwriter.catalog.pattern import REPORT_SLOTS
from rolwriter.catalog.profiles import Profile
from rolwriter.catalog.topics import Field, FieldKind, Topic


def check(gathered: Gathered) -> None:
    """RolwriterError, with file and line, for the first thing that does not fit."""
    fields = _fields(gathered)
    for item_id, item in gathered.items.entries.items():
        _check_item(item, gathered, fields, gathered.items.places[item_id])
    _check_patterns_once(gathered)
    for topic_id, topic in gathered.topics.entries.items():
        _check_topic(topic, gathered, gathered.topics.places[topic_id])
    for profile_id, profile in gathered.profiles.entries.items():
        _check_profile(profile, gathered, gathered.profiles.places[profile_id])
    _check_defaults(gathered)


def check_expressions(gathered: Gathered, folder: Path) -> None:
    """RolwriterError for an entry of that folder with an expression that is none.

    Apart from `check` because compiling hundreds takes as long as all the rest: the
    program's own are proved by a test.
    """
    for item in gathered.items.entries.values():
        place = gathered.items.places[item.id]
        _check_expressions((*item.headings, *item.signs, *item.also), place, folder, "")
    for topic in gathered.topics.entries.values():
        place = gathered.topics.places[topic.id]
        for index, field in enumerate(topic.field):
            expressions = (*field.matches, *field.within, *field.none_signs)
            _check_expressions(expressions, place, folder, f".field[{index}]")
    for phrase in gathered.phrases.entries.values():
        place = gathered.phrases.places[phrase.id]
        _check_expressions((phrase.pattern,), place, folder, ".pattern")


def _check_expressions(expressions: Iterable[str], place: Place, folder: Path, inside: str) -> None:
    if place.file.parent != folder:
        return
    for expression in expressions:
        try:
            re.compile(expression)
        except re.error as error:
            raise place.refusal(f"“{expression}”不是正确的查找式（正则表达式）", inside) from error


def _fields(gathered: Gathered) -> dict[str, Field]:
    """All fields by id; an id may be given once in the whole catalogue."""
    fields = dict[str, Field]()
    for topic_id, topic in gathered.topics.entries.items():
        for index, field in enumerate(topic.field):
            if field.id in fields:
                raise gathered.topics.places[topic_id].refusal(
                    f"填报项“{field.id}”写了两次", f".field[{index}].id"
                )
            fields[field.id] = field
    return fields


def _check_patterns_once(gathered: Gathered) -> None:
    seen = set[str]()
    for topic_id, topic in gathered.topics.entries.items():
        for index, pattern in enumerate(topic.pattern):
            if pattern.id in seen:
                raise gathered.topics.places[topic_id].refusal(
                    f"句式“{pattern.id}”写了两次", f".pattern[{index}].id"
                )
            seen.add(pattern.id)


def _check_item(item: Item, gathered: Gathered, fields: dict[str, Field], place: Place) -> None:
    for basis in (*item.basis, *(threshold.basis for threshold in item.thresholds)):
        if basis.document and basis.document not in gathered.documents.entries:
            raise place.refusal(f"依据引用了没有列出的文件“{basis.document}”", ".basis")
    if item.only_if and item.only_if not in fields:
        raise place.refusal(f"前提引用了没有的填报项“{item.only_if}”", ".only_if")
    for threshold in item.thresholds:
        wanted = FieldKind.DATE if threshold.by else FieldKind.NUMBER
        field = fields.get(threshold.field)
        if field is None:
            raise place.refusal(f"界限引用了没有的填报项“{threshold.field}”", ".thresholds")
        if field.kind is not wanted:
            raise place.refusal(f"界限与填报项“{field.id}”的种类不符", ".thresholds")


def _check_topic(topic: Topic, gathered: Gathered, place: Place) -> None:
    _all_known(topic.items, gathered.items.entries, "检查事项", place, ".items")
    own = {field.id: field for field in topic.field}
    for index, field in enumerate(topic.field):
        _all_known(field.items, topic.items, "本主题的检查事项", place, f".field[{index}].items")
    for index, pattern in enumerate(topic.pattern):
        inside = f".pattern[{index}].text"
        names = pattern.sentence.names - REPORT_SLOTS
        _all_known(sorted(names), own, "本主题的填报项", place, inside)
        _all_known(pattern.none, own, "本主题的填报项", place, f".pattern[{index}].none")
        clauses = pattern.sentence.none_names
        for name in (*pattern.none, *sorted(clauses)):
            if name not in own or not own[name].allows_none:
                raise place.refusal(f"填报项“{name}”不能“本年度未发生”", inside)
    for entry in topic.sum:
        _all_known((entry.total, *entry.parts), own, "本主题的填报项", place, ".sum")
    for entry in topic.ratio:
        _all_known((entry.rate, entry.part, entry.whole), own, "本主题的填报项", place, ".ratio")


def _check_profile(profile: Profile, gathered: Gathered, place: Place) -> None:
    items, topics = gathered.items.entries, gathered.topics.entries
    _all_known(profile.hides, items, "检查事项", place, ".hides")
    _all_known(profile.adds, items, "检查事项", place, ".adds")
    _all_known(profile.adds_topics, topics, "填报主题", place, ".adds_topics")
    _all_known(profile.levels, items, "检查事项", place, ".levels")


def _check_defaults(gathered: Gathered) -> None:
    defaults = dict[str, str]()
    for profile in gathered.profiles.entries.values():
        place = gathered.profiles.places[profile.id]
        if profile.default and profile.group in defaults:
            raise place.refusal(f"“{profile.group}”一组有两个默认（default）", ".default")
        if profile.default:
            defaults[profile.group] = profile.id
    for profile in gathered.profiles.entries.values():
        if profile.group not in defaults:
            place = gathered.profiles.places[profile.id]
            raise place.refusal(f"“{profile.group}”一组没有默认（default = true）", ".group")


def _all_known(
    names: Iterable[str], known: Collection[str], what: str, place: Place, inside: str
) -> None:
    for name in names:
        if name not in known:
            raise place.refusal(f"引用了没有的{what}“{name}”", inside)
