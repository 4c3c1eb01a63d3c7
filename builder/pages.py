"""The pages of an edition: a tree for each audience and language, and an entry page that asks for the language."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template

from builder.markup.elements import own_name, printed_day
from builder.model.audience import AUDIENCES, Audience
from builder.model.curriculum import Curriculum
from builder.model.edition import Edition
from builder.model.view import View
from builder.read import Reading
from builder.site.leaks import refuse_files
from builder.site.stage import Files, stage
from builder.site.trees import Job, make_trees


def make_pages(
    reading: Reading,
    edition: Edition,
    work: Path,
    draft: Path,
    files: Files,
    day: date,
    tell: Callable[[int, int], None],
) -> tuple[int, int]:
    """Puts every tree of the edition into `draft`; returns how many pages there are, and how many trees were built anew.

    `work` keeps staged and built trees for the next build; `day` is printed as the day of the build. `tell` is told how many
    trees are done, and of how many. Raises `EngineError` when the engine misbehaves or teacher matter reaches a pupil's tree.
    """
    assert reading.curriculum is not None
    jobs = list(_staged(reading, edition, work, draft, files, day))
    fresh = make_trees(jobs, tell)
    for job in jobs:
        if job.staged.view.audience == "student":
            refuse_files(job.target)
    for audience in AUDIENCES:
        write_entry(reading.curriculum, edition, audience, draft / audience)
    return sum(len(job.staged.pages) for job in jobs), fresh


def _staged(reading: Reading, edition: Edition, work: Path, draft: Path, files: Files, day: date) -> Iterator[Job]:
    """A job for each audience and language, its tree staged."""
    assert reading.curriculum is not None
    for audience in AUDIENCES:
        for language in edition.languages:
            view = View(reading.curriculum, edition, language, audience)
            folder = work / "stage" / edition.id / audience / language
            staged = stage(view, reading.root, folder, reading.pictures, files, dates(view, day))
            yield Job(staged, material_digest(reading, edition, language), draft / audience / language)


def material_digest(reading: Reading, edition: Edition, language: str) -> str:
    """A digest of the sources that pages show without being staged: registers, plan, edition, and the language's quizzes and lessons."""
    digest = hashlib.sha256()
    for path, source in sorted(reading.sources.items()):
        if (
            path.startswith("facts/")
            or path in (edition.path, "lessons/curriculum.yml")
            or path.endswith((f".{language}.yml",))
        ):
            digest.update(f"{path}\0{source.text}".encode())
    return digest.hexdigest()


def dates(view: View, day: date) -> dict[str, str]:
    """What the page foot says of days: when it was built, and when the help data was last gone through."""
    return {
        "build_date": printed_day(view, day),
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
        tagline="\n".join(
            f'<p class="tagline" lang="{view.language}">{escape(view.say(plan.tagline))}</p>' for view in views
        ),
        links="\n".join(_entry_links(view) for view in views),
    )
    (folder / "index.html").write_text(text, "utf-8")


def _entry_links(view: View) -> str:
    code = view.language
    name, help_word = escape(own_name(code)), escape(view.word("blocks.help"))
    help_link = (
        f'<a class="help" href="{code}/get-help.html">{help_word}</a>'
        if ("get-help", code) in view.curriculum.pages
        else ""
    )
    return f'<li lang="{code}"><a class="go" hreflang="{code}" href="{code}/index.html">{name}</a>{help_link}</li>'
