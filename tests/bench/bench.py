"""Speed, as ratios measured in one run, so that a machine's own pace cancels out. `make bench` runs it.

Ends with 1 where a ratio is over its bar.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

from checker.cli.rulebook import load_rulebook
from checker.figures import measure
from checker.outline import parse
from checker.pipeline import Options, check
from checker.settings import Settings
from checker.words.source import Source
from tests.bench.yardstick import outline

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").iterdir())
STARTS = 25
REPEATS = 25
FOLDS = (1, 4, 16)

Job = Callable[[], object]
Input = TypeVar("Input")
Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Bar:
    """A ratio that must not be exceeded."""

    name: str
    ratio: float
    limit: float

    def line(self) -> str:
        mark = "ok" if self.ratio <= self.limit else "OVER"
        return f"  {self.name:<58}{self.ratio:>7.2f}   at most {self.limit:<5g}{mark}"


def main() -> int:
    bars = [*cold_start(), *in_process(), *growth()]
    print("\nratios")
    for bar in bars:
        print(bar.line())
    return int(any(bar.ratio > bar.limit for bar in bars))


def cold_start() -> list[Bar]:
    """Whole processes, their runs interleaved; the first round, which warms caches, is not counted."""
    checker = [str(Path(sys.executable).with_name("checker")), "check", str(SEEDS[0]), "--fail-on", "never"]
    commands = {
        "bare": [sys.executable, "-c", "pass"],
        "imports": [sys.executable, "-c", "import lark, yaml, rich.console"],
        "text": checker,
        "json": [*checker, "--format", "json"],
    }
    best = dict.fromkeys(commands, float("inf"))
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for number in range(STARTS + 1):
        for name, command in commands.items():
            begin = perf_counter()
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            if number:
                best[name] = min(best[name], perf_counter() - begin)
    print(f"cold start, wall clock, the best of {STARTS} runs each")
    titles = {
        "bare": "python -c pass",
        "imports": 'python -c "import lark, yaml, rich.console"',
        "text": "checker check ONE",
        "json": "checker check ONE --format json",
    }
    for name, title in titles.items():
        print(f"  {title:<58}{1000 * best[name]:>7.0f} ms")
    return [
        Bar("checker check ONE / the three imports", best["text"] / best["imports"], 1.4),
        Bar("checker check ONE --format json / the three imports", best["json"] / best["imports"], 1.4),
    ]


def in_process() -> list[Bar]:
    """CPU for the five seeds, the best of several rounds, as a mean for one report."""
    texts = [path.read_text("utf-8") for path in SEEDS]
    sources = [Source(path.name, text, "utf-8") for path, text in zip(SEEDS, texts, strict=True)]
    documents = [parse(source) for source in sources]
    options = Options(load_rulebook(Settings()))
    jobs: dict[str, Job] = {
        "outline by lark alone": lambda: each(outline, texts),
        "outline": lambda: each(parse, sources),
        "figures": lambda: each(measure, documents),
        "whole check": lambda: each(partial(check, options=options), sources),
    }
    best = least_cpu(jobs)
    size = sum(path.stat().st_size for path in SEEDS) / 1e6
    print(f"\nin process, CPU for a report of {1000 * size / len(SEEDS):.0f} kB, the best of {REPEATS} rounds")
    for name, seconds in best.items():
        print(f"  {name:<58}{1000 * seconds / len(SEEDS):>7.2f} ms {size / seconds:>7.1f} MB/s")
    yardstick = best["outline by lark alone"]
    return [
        Bar("whole check / outline by lark alone", best["whole check"] / yardstick, 25),
        Bar("figures / outline by lark alone", best["figures"] / yardstick, 15),
    ]


def growth() -> list[Bar]:
    """One report repeated: CPU for each character must not grow with the length."""
    text = "".join(path.read_text("utf-8").rstrip("\n") + "\n" for path in SEEDS)
    options = Options(load_rulebook(Settings()), profile="rule_of_law_annual")
    sources = {fold: Source("-", text * fold, "utf-8") for fold in FOLDS}
    best = least_cpu({fold: partial(check, source, options) for fold, source in sources.items()}, rounds=3)
    print(f"\ngrowth, CPU of the whole check for {len(text)} characters and multiples")
    for fold, seconds in best.items():
        print(f"  {f'{fold} times the text':<58}{1000 * seconds:>7.0f} ms {seconds / best[1]:>7.1f} times")
    return [Bar("CPU for a character, 16 times the text / once", best[16] / best[1] / 16, 1.5)]


def each(job: Callable[[Input], object], inputs: Iterable[Input]) -> None:
    for item in inputs:
        job(item)


def least_cpu(jobs: Mapping[Name, Job], rounds: int = REPEATS) -> dict[Name, float]:
    """Seconds of CPU of each job, the least of all rounds; the jobs take turns."""
    best = dict.fromkeys(jobs, float("inf"))
    for _ in range(rounds):
        for name, job in jobs.items():
            begin = process_time()
            job()
            best[name] = min(best[name], process_time() - begin)
    return best


if __name__ == "__main__":
    raise SystemExit(main())
