"""The handouts as the pages see them: where each file lies, what it is called, how large it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from builder.handouts.kinds import KINDS, Level, for_pupils, kinds_of
from builder.model.view import View

ROOM = "print-room"
"""The name of the teachers' page that lists what is not of one lesson."""


@dataclass(frozen=True)
class Print:
    """A printed file: `name` is its file name, e.g. `first-hour-first-day.handout.pdf`; `advice` what its author should know.

    `subject`: the id of the lesson or module, "" for the whole curriculum. A file to edit and a pack have no pages of their own.
    `digest`: a hash of its content.
    """

    subject: str
    kind: str
    language: str
    name: str
    pages: int
    size: int
    advice: str = ""
    variant: str = ""
    digest: str = ""

    @property
    def format(self) -> str:
        """The ending of its name: `pdf`, `docx`, `pptx`, `zip`."""
        return self.name.rpartition(".")[2]

    @property
    def printed_size(self) -> str:
        """The size as a page prints it, e.g. `84 KB`."""
        return f"{self.size / 1_000_000:.1f} MB" if self.size >= 1_000_000 else f"{max(1, round(self.size / 1000))} KB"

    @property
    def for_pupils(self) -> bool:
        """Whether it is made for pupils, whoever downloads it."""
        return KINDS[self.kind].audience == "student" and (self.format != "pdf" or for_pupils(self.name))

    def label(self, view: View) -> str:
        """What it is called, with its variant."""
        label = view.word(f"print.{self.kind}")
        return f"{label}, {view.word(f'print.form-{self.variant}')}" if self.variant else label


def links_of(prints: list[Print], lesson: str, view: View) -> dict[str, object]:
    """What a lesson's page says of its prints: `pack`, `prints` with label, url, size and files to edit, `forms` the other forms; `handout` of the pupil's own."""
    mine = [p for p in prints if p.language == view.language]
    rows = _rows(mine, "lesson", lesson, view, "../print/")
    pdfs = [
        p for p in mine if p.subject == lesson and p.format == "pdf" and p.kind in kinds_of("lesson", view.audience)
    ]
    found: dict[str, object] = {"prints": rows, "forms": [_row(p, view, "../print/") for p in pdfs if p.variant]}
    if pack := _pack(mine, "pack", lesson, view, "../print/"):
        found["pack"] = pack
    handout = next((p for p in pdfs if p.kind == "handout" and not p.variant), None)
    if handout:
        found |= {"handout": f"../print/{handout.name}", "handout_size": handout.printed_size}
    return found


def cards_of(prints: list[Print], page: str, view: View) -> list[dict[str, Any]]:
    """What the page of the first steps offers to print: its cards."""
    if page != "first-steps":
        return []
    wanted = ("first-steps-cards", "wallet-cards")
    return [_row(p, view, "print/") for p in prints if p.kind in wanted and p.language == view.language]


def room_meta(prints: list[Print], view: View, sibling: dict[str, str]) -> dict[str, Any] | None:
    """The head of the print room's page, which holds all of it; `None` for pupils, and when nothing is printed."""
    mine = [p for p in prints if p.language == view.language]
    if view.audience != "teacher" or not mine:
        return None
    modules = [
        {
            "title": view.say(module.title),
            "pack": _pack(mine, "module-pack", module.id, view, "print/"),
            "prints": _rows(mine, "module", module.id, view, "print/"),
            "lessons": [
                {
                    "title": lesson.head.title,
                    "url": f"{module.id}/{lesson.id}.html",
                    "pack": _pack(mine, "pack", lesson.id, view, "print/"),
                }
                for lesson in view.lessons_of(module)
            ],
        }
        for module in view.modules
    ]
    return {
        "title": view.word("print.room"),
        "description": view.word("print.room-summary"),
        "summary": view.word("print.room-summary"),
        "kind": ROOM,
        "pack": _pack(mine, "around-pack", "", view, "print/"),
        "around": _rows(mine, "curriculum", "", view, "print/"),
        "modules": modules,
        "sibling": sibling,
    }


def _rows(prints: list[Print], level: Level, subject: str, view: View, base: str) -> list[dict[str, Any]]:
    """The PDFs of a subject in the order of the table, each with its files to edit."""
    kinds = kinds_of(level, view.audience)
    mine = [p for p in prints if p.subject == subject and p.kind in kinds and not p.variant]
    pdfs = sorted((p for p in mine if p.format == "pdf"), key=lambda p: kinds.index(p.kind))
    return [{**_row(p, view, base), "edit": _edit(mine, p.kind, view, base)} for p in pdfs]


def _row(found: Print, view: View, base: str) -> dict[str, Any]:
    return {"label": found.label(view), "url": f"{base}{found.name}", "size": found.printed_size}


def _pack(prints: list[Print], kind: str, subject: str, view: View, base: str) -> dict[str, Any] | None:
    """The pack of a subject, for teachers alone."""
    found = next((p for p in prints if p.kind == kind and p.subject == subject and view.audience == "teacher"), None)
    return _row(found, view, base) if found else None


def _edit(prints: list[Print], kind: str, view: View, base: str) -> list[dict[str, str]]:
    """The files to edit of a kind, for teachers alone."""
    files = [p for p in prints if p.kind == kind and p.format != "pdf" and view.audience == "teacher"]
    names = {"docx": "Word", "pptx": "PowerPoint"}
    return [{"url": f"{base}{p.name}", "format": names[p.format], "size": p.printed_size} for p in files]
