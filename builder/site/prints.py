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
    variant: str = ""

    @property
    def format(self) -> str:
        """The ending of its name: `pdf`, `docx`, `pptx`."""
        return self.name.rpartition(".")[2]

    @property
    def printed_size(self) -> str:
        """The size as a page prints it, e.g. `84 KB`."""
        return f"{max(1, round(self.size / 1000))} KB"


def links_of(prints: list[Print], lesson: str, view: View) -> dict[str, object]:
    """What a lesson's page says of its prints: `prints` with label, url, size and files to edit, `forms` the other forms; `handout` of the pupil's own."""
    mine = [p for p in prints if p.subject == lesson and p.language == view.language]
    kinds = kinds_of("lesson", view.audience)
    pdfs = sorted((p for p in mine if p.format == "pdf" and p.kind in kinds), key=lambda p: kinds.index(p.kind))
    rows = [{**_row(p, view), "edit": _edit(mine, p.kind, view)} for p in pdfs if not p.variant]
    found: dict[str, object] = {"prints": rows, "forms": [_row(p, view) for p in pdfs if p.variant]}
    handout = next((p for p in pdfs if p.kind == "handout" and not p.variant), None)
    if handout:
        found |= {"handout": f"../print/{handout.name}", "handout_size": handout.printed_size}
    return found


def _row(found: Print, view: View) -> dict[str, object]:
    label = view.word(f"print.{found.kind}")
    label += f", {view.word(f'print.form-{found.variant}')}" if found.variant else ""
    return {"label": label, "url": f"../print/{found.name}", "size": found.printed_size}


def _edit(prints: list[Print], kind: str, view: View) -> list[dict[str, str]]:
    """The files to edit of a kind, for teachers alone."""
    files = [p for p in prints if p.kind == kind and p.format != "pdf" and view.audience == "teacher"]
    return [{"url": f"../print/{p.name}", "format": p.format.upper(), "size": p.printed_size} for p in files]
