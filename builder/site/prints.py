"""The handouts as the pages see them: where each file lies, what it is called, how large it is."""

from __future__ import annotations

from dataclasses import dataclass

from builder.handouts.kinds import kinds_of
from builder.model.view import View


@dataclass(frozen=True)
class Print:
    """A printed file: `name` is its file name, e.g. `first-hour-first-day.handout.pdf`; `advice` what its author should know.

    `subject`: the id of the lesson or module, "" for the whole curriculum. A file to edit has no pages of its own.
    """

    subject: str
    kind: str
    language: str
    name: str
    pages: int
    size: int
    advice: str = ""

    @property
    def format(self) -> str:
        """The ending of its name: `pdf`, `docx`, `pptx`."""
        return self.name.rpartition(".")[2]

    @property
    def printed_size(self) -> str:
        """The size as a page prints it, e.g. `84 KB`."""
        return f"{max(1, round(self.size / 1000))} KB"


def links_of(prints: list[Print], lesson: str, view: View) -> dict[str, object]:
    """What a lesson's page says of its prints: `prints` with label, url, size and files to edit; `handout` of the pupil's own."""
    mine = [p for p in prints if p.subject == lesson and p.language == view.language]
    found = {p.kind: p for p in mine if p.format == "pdf"}
    kinds = [kind for kind in kinds_of("lesson", view.audience) if kind in found]
    rows = [{**_row(found[kind], view), "edit": _edit(mine, kind, view)} for kind in kinds]
    handout = found.get("handout")
    if handout is None:
        return {"prints": rows}
    return {"prints": rows, "handout": f"../print/{handout.name}", "handout_size": handout.printed_size}


def _row(found: Print, view: View) -> dict[str, object]:
    return {"label": view.word(f"print.{found.kind}"), "url": f"../print/{found.name}", "size": found.printed_size}


def _edit(prints: list[Print], kind: str, view: View) -> list[dict[str, str]]:
    """The files to edit of a kind, for teachers alone."""
    files = [p for p in prints if p.kind == kind and p.format != "pdf" and view.audience == "teacher"]
    return [{"url": f"../print/{p.name}", "format": p.format.upper(), "size": p.printed_size} for p in files]
