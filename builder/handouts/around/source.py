"""The text of a piece around the lessons: a page of the curriculum, as its title and blocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from builder.handouts.frame import DENSITIES, Head, named
from builder.handouts.lesson_tree import help_box, is_part, sections
from builder.handouts.nodes import Inline, Node, plain
from builder.handouts.outline import levelled
from builder.handouts.piece import Origin, Piece
from builder.handouts.tree import tree_of
from builder.markup import render
from builder.model.lesson import Page
from builder.model.view import View

COLOUR, FIGURE = "amber", "likeness"
"""The colour of the help pages, and the drawing of the whole."""


@dataclass(frozen=True)
class Source:
    """A page to be printed: the `view` it is printed for, its text, and its blocks without source notes."""

    view: View
    page: Page
    blocks: list[Node]

    def particulars(self, kind: str, *, facts: tuple[str, ...] = ()) -> Node:
        """What every tree has besides its content."""
        whose = self.view.word("print.for-pupils" if self.view.audience == "student" else "blocks.for-teachers")
        about = (self.view.say(self.view.curriculum.plan.title), *(facts or (whose,)))
        return named(self.view, kind, Head(self.page.head.title, self.reviewed, about, COLOUR, FIGURE))

    def document(self, kind: str, body: list[Node], density: str, layout: str = "page") -> Node:
        """The tree of a document that runs over pages."""
        return {
            **self.particulars(kind),
            "layout": layout,
            "density": density,
            "notes": [],
            "body": levelled(body),
        }

    def piece(self, kind: str, drafts: list[Node], pages: int = 0) -> Piece:
        """The piece with these drafts."""
        origin = Origin(self.page.path, self.page.body.line, self.page.body.text)
        return Piece("", kind, self.view.language, self.reviewed, tuple(drafts), (origin,), pages=pages)

    @property
    def reviewed(self) -> date:
        """The day on which a person last read the page; pages without one print what the registers say."""
        return self.page.head.reviewed or self.view.help.checked

    def helps(self) -> list[Node]:
        """The services of the page's help boxes, each with its `number` and its `role` among its marks."""
        boxes = [help_box(self.view, box, short=True) for box in self.blocks if is_part("help")(box)]
        return [found for found in sections(boxes) if found["role"] == "service"]


def source(view: View, name: str) -> Source | None:
    """The page with that name in the view's language, or `None` when the curriculum has none."""
    page = view.curriculum.pages.get((name, view.language))
    if page is None:
        return None
    blocks = tree_of(render(view, page.body.text), page.path, view.language)
    return Source(view, page, [block for block in blocks if block.get("role") != "notes"])


def gathered(
    view: View, kind: str, body: list[Node], reviewed: date, origins: tuple[Origin, ...] = (), pages: int = 0
) -> Piece:
    """A piece whose text comes from lessons and registers and not from a page of its own. `reviewed`: the latest of their days."""
    about = (view.say(view.curriculum.plan.title), view.word("blocks.for-teachers"))
    head = named(view, kind, Head(view.word(f"print.{kind}"), reviewed, about, COLOUR, FIGURE))
    drafts = tuple(
        {**head, "layout": "page", "density": density, "notes": [], "body": levelled(body)} for density in DENSITIES
    )
    return Piece("", kind, view.language, reviewed, drafts, origins, pages=pages)


def dialling(service: Node) -> list[Inline]:
    """What to know before dialling a service's number, such as an area code."""
    notes = [block["body"] for block in service["body"] if block["kind"] == "para" and not block.get("role")]
    return notes[0] if notes else []


def checked_line(view: View, blocks: list[Node]) -> str:
    """When the numbers were checked, as the help box says it."""
    boxes = [box for box in blocks if is_part("help")(box)]
    lines = [plain(block["body"]) for box in boxes for block in box["body"] if block.get("role") == "checked"]
    return lines[0] if lines else ""
