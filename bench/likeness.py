"""60 paragraphs against 60 of last year's: the whole comparison beside difflib's on one pair.

Run from the checkout: python bench/likeness.py
"""

from __future__ import annotations

import random
import sys
import time
from difflib import SequenceMatcher
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rolwriter.checks.likeness import counterparts
from rolwriter.model.report import Paragraph

WORDS = "坚持依法行政推进法治政府建设落实责任加强学习完善制度强化监督提升服务组织干部职工".strip()
COUNT, LENGTH, RUNS = 60, 200, 5


def paragraph(number: int, rng: random.Random) -> Paragraph:
    return Paragraph(f"p{number}", "".join(rng.choice(WORDS) for _ in range(LENGTH)))


def edited(paragraph_: Paragraph, rng: random.Random) -> Paragraph:
    letters = list(paragraph_.text)
    for place in rng.sample(range(LENGTH), LENGTH // 5):
        letters[place] = rng.choice(WORDS)
    return Paragraph(f"n{paragraph_.id}", "".join(letters))


def best(seconds: list[float]) -> float:
    return min(seconds) * 1000


def main() -> None:
    rng = random.Random(1)
    last = [paragraph(number, rng) for number in range(COUNT)]
    now = [edited(p, rng) for p in last]
    ours, floor = list[float](), list[float]()
    for _ in range(RUNS):
        start = time.perf_counter()
        found = counterparts(now, last)
        ours.append(time.perf_counter() - start)
        start = time.perf_counter()
        SequenceMatcher(None, now[0].text, last[0].text, autojunk=False).ratio()
        floor.append(time.perf_counter() - start)
    right = sum(found[f"np{n}"].id == f"p{n}" for n in range(COUNT) if f"np{n}" in found)
    print(f"{COUNT}x{COUNT} paragraphs of {LENGTH} characters: {best(ours):.1f} ms, {right} right")
    ratio = best(ours) / best(floor)
    print(f"one pair by difflib: {best(floor):.2f} ms; the whole costs {ratio:.1f} of those")


if __name__ == "__main__":
    main()
