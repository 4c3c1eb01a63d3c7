"""The teachers' page *Use it in your platform* of a lesson: its items as files, where to click, and what gets lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from builder.model.lesson import Lesson
from builder.model.view import View

FOLDER = "platforms"
"""Folder of the pages and of the files they offer, in a teacher's tree."""


@dataclass(frozen=True)
class Package:
    """A lesson's items as a file: `name` is its file name; `counts` and `losses` say what arrives, in the teacher's words."""

    lesson: str
    language: str
    target: str
    name: str
    size: int
    counts: str
    losses: tuple[str, ...]

    @property
    def printed_size(self) -> str:
        """The size as a page prints it, e.g. `12 KB`."""
        return f"{max(1, round(self.size / 1000))} KB"


def page_name(lesson: str) -> str:
    """Where the page of a lesson is staged, e.g. `platforms/what-the-law-says.md`."""
    return f"{FOLDER}/{lesson}.md"


def packages_of(packages: list[Package], lesson: str, view: View) -> list[Package]:
    """The packages of a lesson in the view's language; none in a pupil's view, for they hold the key."""
    if view.audience != "teacher":
        return []
    return [found for found in packages if found.lesson == lesson and found.language == view.language]


def platforms_meta(packages: list[Package], lesson: Lesson, view: View, sibling: dict[str, str]) -> dict[str, Any]:
    """The front matter of the page: title, summary, the lesson it belongs to, and a row for each file.

    `sibling`: addresses of the page in other languages, by code.
    """
    return {
        "title": view.word("packages.title-of", lesson=lesson.head.title),
        "description": view.word("packages.summary"),
        "summary": view.word("packages.summary"),
        "kind": "platforms",
        "module": lesson.module,
        "lesson": {"title": lesson.head.title, "url": f"../{lesson.module}/{lesson.id}.html"},
        "sibling": sibling,
        "packages": [_row(found, view) for found in packages],
    }


def _row(package: Package, view: View) -> dict[str, Any]:
    return {
        "title": view.word(f"packages.{package.target}"),
        "where": view.word(f"packages.{package.target}-where"),
        "url": package.name,
        "name": package.name,
        "size": package.printed_size,
        "counts": package.counts,
        "losses": list(package.losses),
    }
