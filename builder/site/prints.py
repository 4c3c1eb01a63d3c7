"""The handouts as the pages see them: where each file lies, what it is called, how large it is."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.view import View

STUDENT_KINDS = ("handout", "cards", "quiz")
TEACHER_KINDS = ("guide", "slides", "notes", "handout", "cards", "quiz", "key")


@dataclass(frozen=True)
class Print:
    """A typeset file: `name` is its file name, e.g. `first-hour-first-day.handout.pdf`; `advice` what its author should know."""

    lesson: str
    kind: str
    language: str
    name: str
    pages: int
    size: int
    advice: str = ""

    @property
    def printed_size(self) -> str:
        """The size as a page prints it, e.g. `84 KB`."""
        return f"{max(1, round(self.size / 1000))} KB"


def links_of(prints: list[Print], lesson: str, view: View) -> dict[str, object]:
    """What a lesson's page says of its prints: `prints` with label, url and size; `handout` of the pupil's own."""
    kinds = TEACHER_KINDS if view.audience == "teacher" else STUDENT_KINDS
    found = {p.kind: p for p in prints if p.lesson == lesson and p.language == view.language and p.kind in kinds}
    rows = [
        {"label": view.word(f"print.{kind}"), "url": f"../print/{found[kind].name}", "size": found[kind].printed_size}
        for kind in kinds
        if kind in found
    ]
    handout = found.get("handout")
    if handout is None:
        return {"prints": rows}
    return {"prints": rows, "handout": f"../print/{handout.name}", "handout_size": handout.printed_size}
