"""Two projects compared: their texts word by word, and what else differs, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.storage import project_file
from rolwriter.text.difference import Run, Step, difference

_BY_WORD = 4000
"""Characters up to which two differing stretches are compared word by word."""
_OF_REPORT = {"authority": "发文机关", "year": "报告年度"}
_BESIDES = {
    "previous": "去年的报告",
    "ledger": "数据台账",
    "promises": "去年的承诺",
    "checklist": "检查清单",
    "answers": "填报项",
    "last_checklist": "去年的检查清单",
    "ignores": "忽略的问题",
    "masks": "公开稿中遮盖的内容",
    "silent_rules": "关闭的规则",
    "pairings": "问题与措施的对应",
    "profiles": "单位情况",
    "dispatch": "发文信息",
    "deliveries": "报送和公开记录",
    "drafts": "稿次",
    "sources": "附带的来源文件",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """An older or other text against a newer one."""

    runs: tuple[Run, ...]
    """What makes the old text the new one."""
    file_there: bool = True
    trouble: str = ""
    """Why the file cannot be compared with, when it is there."""
    besides: tuple[str, ...] = ()
    """What differs beside the text, in the clerk's words."""

    @property
    def added(self) -> int:
        """Characters that only the new text has, blanks not counted."""
        return self._count(Step.ADDED)

    @property
    def removed(self) -> int:
        """Characters that only the old text has."""
        return self._count(Step.REMOVED)

    def _count(self, step: Step) -> int:
        return sum(len("".join(run.text.split())) for run in self.runs if run.step is step)


def compare_projects(old: Project, new: Project) -> Comparison:
    """What makes the old project the new one."""
    runs = tuple(compare_lines(old.report.lines, new.report.lines))
    of_report = _different(_OF_REPORT, old.report, new.report)
    marks = old.report.parts != new.report.parts and all(run.step is Step.SAME for run in runs)
    besides = _different(_BESIDES, old, new)
    return Comparison(runs, besides=(*of_report, *(["段落的标记"] if marks else []), *besides))


def _different(names: Mapping[str, str], old: object, new: object) -> Iterator[str]:
    return (words for name, words in names.items() if getattr(old, name) != getattr(new, name))


def compare_with_file(path: Path, new: Project) -> Comparison:
    """What makes the file's project this one; the file may be gone or unreadable."""
    alone = tuple(compare_lines([], new.report.lines))
    if not path.exists():
        return Comparison(alone, file_there=False)
    try:
        return compare_projects(project_file.load(path), new)
    except RolwriterError as error:
        return Comparison(alone, trouble=error.what)


def compare_lines(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    """By paragraph first, so that a long report costs little; by word within those that differ."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        before = "".join(f"{line}\n" for line in old[i1:i2])
        after = "".join(f"{line}\n" for line in new[j1:j2])
        if tag == "equal":
            yield Run(Step.SAME, before)
        elif max(len(before), len(after)) <= _BY_WORD:
            yield from difference(before, after)
        else:
            yield Run(Step.REMOVED, before)
            yield Run(Step.ADDED, after)
