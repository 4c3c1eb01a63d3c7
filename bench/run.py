"""`make bench`: measures what builds cost and prints the tables of bench/README.md.

python -m bench.run [--grow 10,100] [--write]
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from statistics import median

from bench.curricula import change_one_line, copy_of_ours, generated
from bench.measure import LIKENESS, Cost, machine, run

README = Path(__file__).with_name("README.md")
TIMES = 3
Row = tuple[str, ...]


def main() -> None:
    """Measure, print, and with --write put the tables into the README."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--grow", default="10,100", help="numbers of generated lessons to build (default: 10,100)")
    parser.add_argument("--write", action="store_true", help="write the tables into bench/README.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        parts = [f"Measured on {date.today()}: {machine()}.", *our_curriculum(Path(place)), *print_room(Path(place))]
        sizes = [int(size) for size in options.grow.split(",") if size]
        parts.append(growth(Path(place), sizes))
    text = "\n\n".join(parts)
    print(text)
    if options.write:
        write(text)


def our_curriculum(place: Path) -> list[str]:
    """The tables about our own lessons: cold, again, after one line, and the engine by itself."""
    ours = copy_of_ours(place / "ours")
    cold = best(build_anew(ours) for _ in range(TIMES))
    again = best(build(ours) for _ in range(TIMES))
    changed = best(build_changed(ours) for _ in range(2 * TIMES))
    trees = sorted(ours.glob(".likeness/stage/*/*/*/mkdocs.yml"))
    engine = best(
        run([sys.executable, "-m", "bench.engine", *trees, place / "engine"], Path.cwd()) for _ in range(TIMES)
    )
    mkdocs: list[str | Path] = [LIKENESS.with_name("mkdocs"), "build", "-q", "-d", place / "cli", "-f"]
    commands = [best(run([*mkdocs, tree], ours) for _ in range(TIMES)) for tree in trees]
    by_engine = sum(map(float, engine.printed.split()))
    rows = [
        ("`likeness build`, nothing there yet", *shown(cold)),
        ("`likeness build`, nothing changed", *shown(again)),
        ("`likeness build`, one line of one lesson changed", *shown(changed)),
        (f"the engine by itself on the same {len(trees)} staged trees, one process", *shown(engine)),
        (
            "the same as bare `mkdocs build`, one command a tree",
            seconds(sum(cost.seconds for cost in commands)),
            seconds(sum(cost.cpu for cost in commands)),
            f"{max(cost.megabytes for cost in commands):.0f}",
        ),
    ]
    share = f"Of the cold build, {cold.seconds - by_engine:.1f} s are not the engine, whose building takes {by_engine:.1f} s."
    return [table(("our curriculum", "seconds", "of a processor", "MB"), rows), closing(cold), share, *preview(ours)]


def preview(ours: Path) -> list[str]:
    """What an author waits for in `likeness serve` after saving one line."""
    runs = [
        json.loads(line)
        for line in run([sys.executable, "-m", "bench.again", ours, str(2 * TIMES)], Path.cwd()).printed.splitlines()
    ]
    # The presses remember a lesson from its first change on.
    rows = [(step, seconds(min(run[step] for run in runs[2:]))) for step in runs[1]]
    rows.append(("files to print, after the first change of a lesson", seconds(runs[1]["files to print, afterwards"])))
    return [table(("in the preview, after one changed line", "seconds"), rows)]


def print_room(place: Path) -> list[str]:
    """The full set of our curriculum printed from nothing, and one handout through three engines."""
    ours = place / "ours"
    runs = []
    for _ in range(TIMES):
        shutil.rmtree(ours / "print-room", ignore_errors=True)
        runs.append(json.loads(run([sys.executable, "-m", "bench.print_room", ours], Path.cwd()).printed))
    best_run = min(runs, key=lambda found: found["seconds"])
    set_ = [(name, seconds(value) if isinstance(value, float) else str(value)) for name, value in best_run.items()]
    set_.append(("PDFs a second", f"{best_run['PDFs'] / best_run['seconds']:.1f}"))
    return [
        table(("the full set, printed from nothing", ""), set_),
        table(HEAD, [beside(ours, engine, language) for language in ("en", "ko") for engine in ENGINES]),
    ]


ENGINES = {"ours": "ours", "weasyprint": "WeasyPrint", "chromium": "headless Chromium"}
HEAD = ("handouts of four pages", "language", "the first, seconds", "each further one", "KB", "MB")


def beside(ours: Path, engine: str, language: str) -> Row:
    """Handouts through one engine: the first one in a process, the median of the next, the median size, and the memory of the process."""
    cost = run([sys.executable, "-m", "bench.engines", engine, language, ours], Path.cwd())
    told = json.loads(cost.printed.splitlines()[-1])
    first, *further = told["seconds"]
    # A browser is several processes, of which only the one that asks is counted here.
    memory = f"{cost.megabytes:.0f}" if engine != "chromium" else "–"
    return (
        ENGINES[engine],
        language,
        seconds(first),
        seconds(median(further)),
        f"{median(told['bytes']) / 1000:.0f}",
        memory,
    )


def growth(place: Path, sizes: list[int]) -> str:
    """How the cost grows with the number of lessons."""
    rows = []
    for size in sizes:
        folder = generated(place / f"generated-{size}", size)
        cold = build(folder)
        changed = best(build_changed(folder) for _ in range(TIMES))
        shutil.rmtree(folder)
        each = f"{cold.cpu / size:.2f}"
        rows.append((str(size), *shown(cold), each, seconds(changed.seconds), seconds(changed.cpu)))
    head = ("lessons", "cold, seconds", "of a processor", "MB", "per lesson", "one line changed", "of a processor")
    return table(head, rows)


def build(folder: Path) -> Cost:
    """The command, as a person types it."""
    return run([LIKENESS, "build"], folder)


def build_anew(folder: Path) -> Cost:
    """The command where nothing was built before."""
    for made in (".likeness", "site"):
        shutil.rmtree(folder / made, ignore_errors=True)
    return build(folder)


def build_changed(folder: Path) -> Cost:
    """The command after an author changed one line."""
    change_one_line(folder, "A changed line.")
    return build(folder)


def best(costs: Iterable[Cost]) -> Cost:
    """The quickest of several runs: whatever else the machine did only ever adds."""
    return min(costs, key=lambda cost: cost.seconds)


def closing(cost: Cost) -> str:
    """The command's own account of a build, without its paths."""
    lines = [line for line in cost.printed.splitlines() if re.search(r"pages|seconds:", line)]
    return "\n".join(f"    {line}" for line in lines)


def shown(cost: Cost) -> Row:
    """Seconds, seconds of a processor and megabytes, as the tables print them."""
    return seconds(cost.seconds), seconds(cost.cpu), f"{cost.megabytes:.0f}"


def seconds(value: float) -> str:
    """Two digits are as much as these measurements are worth."""
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def table(head: Row, rows: Sequence[Row]) -> str:
    """A Markdown table."""
    lines = [head, tuple("--" for _ in head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def write(text: str) -> None:
    """Put the tables between the two marks of the README."""
    before, begin, rest = README.read_text(encoding="utf-8").partition("<!-- figures -->")
    _, end, after = rest.partition("<!-- end of figures -->")
    README.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
