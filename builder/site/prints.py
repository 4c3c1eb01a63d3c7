"""The handouts as the pages see them: where each file lies, what it is called, how large it is."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.view import View

STUDENT_KINDS = ("handout", "quiz")
TEACHER_KINDS = ("guide", "handout", "quiz", "key")


@dataclass(frozen=True)
class Print:
    """A typeset file: `name` is its file name, e.g. `first-hour-first-day.handout.pdf`."""

    lesson: str
    kind: str
    language: str
    name: str
    pages: int
    size: int

    def link(self, view: View, depth: int) -> dict[str, object]:
        """What a page prints of it. `depth`: how many folders the page lies below the tree's root."""
        return {
            "kind": self.kind,
            "label": view.word(f"print.{self.kind}"),
            "url": "../" * depth + f"print/{self.name}",
            "pages": self.pages,
            "kilobytes": max(1, round(self.size / 1000)),
        }


def prints_of(prints: list[Print], lesson: str, view: View) -> list[Print]:
    """The prints of a lesson that the view's audience gets, in its order."""
    kinds = TEACHER_KINDS if view.audience == "teacher" else STUDENT_KINDS
    found = [p for p in prints if p.lesson == lesson and p.language == view.language and p.kind in kinds]
    return sorted(found, key=lambda p: kinds.index(p.kind))
