"""All rules over 300,000 characters, beside zhlint on the same text in the same run.

Run from the checkout: python bench/check.py [FOLDER]
FOLDER is where `npm install zhlint` was run; without it, or without node, the peer is
left out and the run says so. Every paragraph is different, so nothing comes from the cache.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.checks.engine import Checker
from rolwriter.checks.families import make_checker, paragraph_rules
from rolwriter.checks.rule import Scene
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report
from rolwriter.text.numbering import level_of

ROOT = Path(__file__).resolve().parents[1]
CHARACTERS, RUNS = 300_000, 3
PEER = """
import { run } from 'zhlint'
import { readFileSync } from 'node:fs'
const text = readFileSync(process.argv[2], 'utf8')
let best = Infinity, found = 0
for (let i = 0; i < 3; i++) {
  const start = performance.now()
  const { validations } = run(text, { rules: { preset: 'default' } })
  best = Math.min(best, performance.now() - start)
  found = validations.length
}
console.log(best, found)
"""


def lines_of_sample() -> list[str]:
    text = (ROOT / "resources" / "sample" / "report.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line]


def long_text() -> list[str]:
    lines, out = lines_of_sample(), list[str]()
    while sum(map(len, out)) < CHARACTERS:
        out += [f"{line}（{len(out)}）" for line in lines]
    return out


def report_of(lines: list[str]) -> Project:
    paragraphs = tuple(Paragraph(f"p{n}", t, level_of(t)) for n, t in enumerate(lines))
    return Project(Report((Part("c1", PartKind.CHAPTER, paragraphs),), 2024))


def best(job: object, *arguments: object) -> float:
    seconds = list[float]()
    for _ in range(RUNS):
        start = time.perf_counter()
        job(*arguments)  # type: ignore[operator]
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def fresh() -> Checker:
    """A checker that has not seen any paragraph."""
    return make_checker(load_catalogue())


def check_language(checkers: list[Checker], lines: list[str]) -> None:
    checkers.pop().check_text(lines)


def check_report(checkers: list[Checker], project: Project) -> None:
    checkers.pop().check(project)


def keystroke(checker: Checker, part: Part, texts: list[str]) -> None:
    text = f"{texts.pop()}。"
    checker.paragraph_findings(part, Paragraph("p1", text), 2024)


def peer(folder: Path, lines: list[str]) -> tuple[float, int] | None:
    node = shutil.which("node")
    if node is None or not (folder / "node_modules" / "zhlint").is_dir():
        return None
    with tempfile.TemporaryDirectory() as place:
        text = Path(place) / "text.txt"
        text.write_text("\n\n".join(lines), encoding="utf-8")
        script = folder / "rolwriter_bench.mjs"
        script.write_text(PEER, encoding="utf-8")
        try:
            done = subprocess.run([node, script, text], capture_output=True, text=True, check=True)
        finally:
            script.unlink()
    milliseconds, found = done.stdout.split()
    return float(milliseconds) / 1000, int(found)


def main() -> None:
    start = time.perf_counter()
    make_checker(load_catalogue())
    print(f"catalogue, tables and rules loaded: {(time.perf_counter() - start) * 1000:.0f} ms")
    lines = long_text()
    count = sum(map(len, lines))
    ours = best(check_language, [fresh() for _ in range(RUNS)], lines)
    print(f"{count} characters, paragraph rules: {ours:.2f} s, {count / ours / 1e6:.2f} M a second")
    other = peer(Path(sys.argv[1] if len(sys.argv) > 1 else "."), lines)
    if other is None:
        print("zhlint is not here: no peer in this run")
    else:
        seconds, found = other
        print(f"zhlint: {seconds:.2f} s, {found} findings; ours takes {ours / seconds:.2f} of it")
    project = report_of(lines_of_sample())
    whole = best(check_report, [fresh() for _ in range(RUNS)], project)
    print(f"the sample, all rules, nothing in the cache: {whole * 1000:.1f} ms")
    longest = max(lines_of_sample(), key=len)
    typed = [f"{longest}{number}" for number in range(RUNS)]
    key = best(keystroke, fresh(), project.report.parts[0], typed)
    print(f"one paragraph of {len(longest)} characters changed: {key * 1000:.2f} ms")
    scene, text = Scene(year=2024), "".join(lines)[:500]
    slowest = max(
        (best(lambda rule=rule: list(rule.look(text, scene))), rule.id)
        for rule in paragraph_rules(load_catalogue())
    )
    print(f"slowest rule on 500 characters: {slowest[1]}, {slowest[0] * 1000:.2f} ms")


if __name__ == "__main__":
    main()
