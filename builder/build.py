"""One build: read, check, typeset, stage, run the engine, look for leaks, publish whole or not at all."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from builder.check import check
from builder.check.verdict import fails
from builder.errors import LikenessError
from builder.handouts.workshop import Workshop
from builder.markup import remember
from builder.model.curriculum import Curriculum
from builder.model.edition import Edition
from builder.model.finding import Finding
from builder.packaging import make_packages
from builder.pages import make_pages
from builder.printing import make_prints
from builder.publish import publishing
from builder.read import Reading, read_curriculum
from builder.site.stage import Files

WORK = ".likeness"
"""Folder, below the curriculum, of what a build keeps for the next one."""


class Refused(LikenessError):
    """The sources have findings that stop a build; `reading` and `findings` say which."""

    def __init__(self, reading: Reading, findings: list[Finding]) -> None:
        super().__init__("Nothing was built: mend the errors above; what was published before is unchanged.")
        self.reading, self.findings = reading, findings


@dataclass(frozen=True)
class Step:
    """How far a build is: what it does now, and of how many parts (0 where it has none)."""

    name: str
    done: int = 0
    of: int = 0


@dataclass(frozen=True)
class Summary:
    """What a build made. `typeset` and `trees` count what was made anew; `seconds` is wall time by step.

    `advice`: what authors should know of their prints, e.g. that a handout is longer than four pages. `late`: how many lessons and
    modules have files to print from before a change.
    """

    out: Path
    pages: int
    prints: int
    packages: int
    typeset: int
    late: int
    trees: int
    findings: tuple[Finding, ...]
    advice: tuple[str, ...]
    seconds: dict[str, float]


class _Clock:
    """Seconds by step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.seconds[name] = self.seconds.get(name, 0.0) + now - self._last
        self._last = now


def today() -> date:
    """Today, or the day of `SOURCE_DATE_EPOCH`, so that the same sources give the same bytes on any day."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch and epoch.isdigit() else date.today()


def build(
    root: Path,
    out: Path,
    edition: str = "kr",
    *,
    strict: bool = False,
    durable: bool = True,
    hurried: bool = False,
    workshop: Workshop | None = None,
    tell: Callable[[Step], None] = lambda step: None,
) -> Summary:
    """Builds the edition of the curriculum in `root` into `out`, which is replaced as a whole or stays as it was.

    `hurried`: files to print may be those from before a change, for who waits for the pages. `workshop`: one that stays open, for
    who builds often. What `tell` raises ends the build.
    Raises `Refused` when the sources have errors (with `strict`, warnings), and other `LikenessError`s for what stops a build.
    """
    clock = _Clock()
    root = root.resolve()
    tell(Step("Reading and checking"))
    reading = read_curriculum(root)
    findings = check(reading, today())
    clock.lap("read and check")
    if reading.curriculum is None or fails(findings, strict):
        raise Refused(reading, findings)
    chosen = choose_edition(reading.curriculum, edition)
    remember(root, reading.curriculum)
    with publishing(out, durable=durable) as draft:
        with nullcontext(workshop) if workshop else Workshop() as presses:
            room = make_prints(
                reading,
                chosen,
                root / WORK,
                draft,
                presses,
                lambda done, of: tell(Step("Typesetting handouts", done, of)),
                hurried=hurried,
            )
        clock.lap("handouts")
        packages = make_packages(reading, chosen, root / WORK, draft)
        clock.lap("packages")
        pages, trees = make_pages(
            reading,
            chosen,
            root / WORK,
            draft,
            Files(room.prints, packages),
            today(),
            lambda done, of: tell(Step("Building pages", done, of)),
        )
        clock.lap("pages")
        tell(Step("Publishing"))
    clock.lap("publish")
    advice = tuple(f"{found.language}/{found.name}: {found.advice}" for found in room.prints if found.advice)
    return Summary(
        out=out,
        pages=pages,
        prints=len(room.prints),
        packages=len(packages),
        typeset=room.fresh,
        late=room.late,
        trees=trees,
        findings=tuple(findings),
        advice=advice,
        seconds=clock.seconds,
    )


def choose_edition(curriculum: Curriculum, edition: str) -> Edition:
    """The edition of that id; with the default's id, the only edition there is will do. `LikenessError` when there is none."""
    if edition in curriculum.editions:
        return curriculum.editions[edition]
    if edition == "kr" and len(curriculum.editions) == 1:
        return next(iter(curriculum.editions.values()))
    raise LikenessError(f"There is no edition {edition}. There are: {', '.join(curriculum.editions)}.")
