"""The command line called in this process, and a small report to call it with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from rolwriter.entry import main

LINES = [
    "青禾县统计局",
    "关于2024年法治政府建设情况的报告",
    "",
    "县人民政府：",
    "2024年，县统计局依法履行统计职责。现将有关情况报告如下。",
    "一、2024年推进法治政府建设的主要举措和成效",
    "（一）依法开展统计调查",
    "一是完成抽样调查12次。二是修订制度3项。",
    "（二）加强普法宣传",
    "举办讲座2场。",
    "二、2024年党政主要负责人履行推进法治建设第一责任人职责情况",
    "主要负责人带头学法。",
    "三、存在的不足和原因",
    "执法人员偏少。",
    "四、2025年工作安排",
    "加强执法队伍建设。",
    "",
    "青禾县统计局",
    "2025年1月20日",
]


@dataclass(frozen=True)
class Outcome:
    """What a call left: its exit code and what it printed."""

    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run the program with these words, in this process."""

    def run(*words: object) -> Outcome:
        capsys.readouterr()
        code = main([str(word) for word in words])
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return run


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Last year's report as a text file."""
    path = tmp_path / "去年的报告.txt"
    path.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def project(tmp_path: Path, call: Call) -> Path:
    """A new project, without any text yet."""
    path = tmp_path / "今年.rolw"
    made = call("new", "-o", path, "--year", "2025", "--authority", "青禾县统计局")
    assert made.code == 0, made.err
    return path


@pytest.fixture
def imported(tmp_path: Path, report: Path, call: Call) -> Path:
    """A project made from last year's report."""
    path = tmp_path / "导入.rolw"
    made = call("import", report, "-o", path)
    assert made.code == 0, made.err
    return path
