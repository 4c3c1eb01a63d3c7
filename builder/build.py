"""One build: read, check, typeset, stage, run the engine, look for leaks, publish whole or not at all."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template

from builder.check import check
from builder.check.verdict import fails
from builder.errors import LikenessError
from builder.markup import remember
from builder.markup.elements import printed_day
from builder.model.curriculum import Curriculum
from builder.model.edition import Edition
from builder.model.finding import Finding
from builder.model.view import Audience, View
from builder.printing import AUDIENCES, make_prints
from builder.publish import publishing
from builder.read import Reading, read_curriculum
from builder.site.leaks import refuse_leaks
from builder.site.prints import Print
from builder.site.stage import LANGUAGE_NAMES, stage
from builder.site.trees import make_tree

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
    """What a build made. `typeset` and `trees` count what was made anew; `seconds` is wall time by step."""

    out: Path
    pages: int
    prints: int
    typeset: int
    trees: int
    findings: tuple[Finding, ...]
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
    tell: Callable[[Step], None] = lambda step: None,
) -> Summary:
    """Builds the edition of the curriculum in `root` into `out`, which is replaced as a whole or stays as it was.

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
        prints, typeset_now = make_prints(
            reading, chosen, root / WORK, draft, lambda done, of: tell(Step("Typesetting handouts", done, of))
        )
        clock.lap("handouts")
        pages, trees = _make_trees(reading, chosen, root, draft, prints, tell, clock)
        tell(Step("Publishing"))
    clock.lap("publish")
    return Summary(out, pages, len(prints), typeset_now, trees, tuple(findings), clock.seconds)


def choose_edition(curriculum: Curriculum, edition: str) -> Edition:
    """The edition of that id; with the default's id, the only edition there is will do. `LikenessError` when there is none."""
    if edition in curriculum.editions:
        return curriculum.editions[edition]
    if edition == "kr" and len(curriculum.editions) == 1:
        return next(iter(curriculum.editions.values()))
    raise LikenessError(f"There is no edition {edition}. There are: {', '.join(curriculum.editions)}.")


def _make_trees(
    reading: Reading,
    edition: Edition,
    root: Path,
    draft: Path,
    prints: list[Print],
    tell: Callable[[Step], None],
    clock: _Clock,
) -> tuple[int, int]:
    """Stages and builds a tree for each audience and language; returns (pages, trees the engine built anew)."""
    assert reading.curriculum is not None
    pages = trees = done = 0
    for audience in AUDIENCES:
        for language in edition.languages:
            done += 1
            tell(Step("Building pages", done, len(AUDIENCES) * len(edition.languages)))
            view = View(reading.curriculum, edition, language, audience)
            staged = stage(view, root, root / WORK / "stage" / edition.id / audience / language, reading.pictures, prints, dates(view))
            clock.lap("stage")
            target = draft / audience / language
            trees += make_tree(staged, material_digest(reading, edition, language), target)
            clock.lap("pages")
            if audience == "student":
                refuse_leaks(target, view)
                clock.lap("look for leaks")
            pages += len(staged.pages)
        write_entry(reading.curriculum, edition, audience, draft / audience)
    return pages, trees


def material_digest(reading: Reading, edition: Edition, language: str) -> str:
    """A digest of the sources that pages show without being staged: registers, plan, edition, and the language's quizzes and lessons."""
    digest = hashlib.sha256()
    for path, source in sorted(reading.sources.items()):
        if path.startswith("facts/") or path in (edition.path, "lessons/curriculum.yml") or path.endswith((f".{language}.yml",)):
            digest.update(f"{path}\0{source.text}".encode())
    return digest.hexdigest()


def dates(view: View) -> dict[str, str]:
    """What the page foot says of days: when it was built, and when the help data was last gone through."""
    return {
        "build_date": printed_day(view, today()),
        "help_checked": view.help.checked.isoformat(),
        "help_checked_day": printed_day(view, view.help.checked),
    }


def write_entry(curriculum: Curriculum, edition: Edition, audience: Audience, folder: Path) -> None:
    """The page at the top of a tree: the languages, each in its own words, and the way to help in each."""
    views = [View(curriculum, edition, language, audience) for language in edition.languages]
    plan = curriculum.plan
    page = Template((files("builder") / "site" / "entry.html").read_text("utf-8"))
    text = page.substitute(
        language=views[0].language,
        assets=f"{views[0].language}/assets",
        title=" · ".join(dict.fromkeys(escape(view.say(plan.title)) for view in views)),
        tagline="\n".join(f'<p class="tagline" lang="{view.language}">{escape(view.say(plan.tagline))}</p>' for view in views),
        links="\n".join(_entry_links(view) for view in views),
    )
    (folder / "index.html").write_text(text, "utf-8")


def _entry_links(view: View) -> str:
    code = view.language
    name, help_word = escape(LANGUAGE_NAMES.get(code, code)), escape(view.word("blocks.help"))
    help_link = f'<a class="help" href="{code}/get-help.html">{help_word}</a>' if ("get-help", code) in view.curriculum.pages else ""
    return f'<li lang="{code}"><a class="go" hreflang="{code}" href="{code}/index.html">{name}</a>{help_link}</li>'
