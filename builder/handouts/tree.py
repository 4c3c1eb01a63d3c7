"""From the HTML of a body to the print tree: a strict allow-list. A tag or class nobody has thought of for paper is an error.

`nodes.py` says what the tree is made of, `inline.py` does running text. Forms (the self-check) are left out on purpose: sheets and
keys are made from the quiz itself, so that no answer can reach paper by way of a page.
"""

from __future__ import annotations

from collections.abc import Callable

from builder.handouts.balance import height
from builder.handouts.columns import column_widths, numbered, ticked
from builder.handouts.elements import Element, parse
from builder.handouts.errors import TypesetError
from builder.handouts.inline import TAGS, InlineWalker
from builder.handouts.nodes import Inline, Node, heading, node, para

SECTIONS = frozenset(
    {
        "activity", "choices", "ground-rules", "scenario", "myth", "statute", "quote", "support", "stretch", "easy-read", "note",
        "law", "help", "pathway", "baseline", "sources", "provision", "teacher", "slide", "fact", "quiz", "service", "not-signed",
        "glossary", "standards", "claims",
    }
)  # fmt: skip
"""Classes of `section`, `aside`, `article`, `figure` and `li` that are parts with a role of their own."""

PARAGRAPHS = frozenset(
    {
        "", "source", "not-advice", "checked", "prompt", "claim", "statement", "plain", "do", "why", "contacts", "item-help",
        "stem", "explain", "quiz-intro", "caveat", "where", "write-lines", "applies", "not-signed", "minors", "no-law", "confidence",
        "role", "call", "what", "classroom-note", "card-facts", "summary", "people-note",
    }
)  # fmt: skip
"""Classes a paragraph may carry; each becomes its role."""

LISTS = frozenset({"", "activity-facts", "people", "services", "sources", "contacts"})
"""Classes a list may carry; each becomes its role."""

LONG_TABLE = 14
"""Lines: a longer table may go on over the page."""

HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def tree_of(html: str, path: str, language: str) -> list[Node]:
    """The blocks of a body. `path` is the author's file, for messages; `language` that of the text.

    Raises `TypesetError` for anything that is not on the list.
    """
    return _Walker(path, language).blocks(parse(html, path))


def inline_of(html: str, path: str, language: str) -> list[Inline]:
    """The running text of an HTML fragment without block tags."""
    return InlineWalker(path, language).body(parse(html, path))


class _Walker:
    def __init__(self, path: str, language: str) -> None:
        self._path = path
        self._inline = InlineWalker(path, language)
        self._tags: dict[str, Callable[[Element], list[Node]]] = {
            **dict.fromkeys(HEADINGS, self._heading),
            **dict.fromkeys(("section", "aside", "article", "figure"), self._section),
            **dict.fromkeys(("ul", "ol"), self._list),
            "p": self._paragraph,
            "figcaption": self._caption,
            "div": self._division,
            "table": self._table,
            "dl": self._pairs,
            "blockquote": lambda element: [node("quote", body=self.blocks(element))],
            "form": lambda element: [node("section", role="quiz", level=2, title=[], body=[], marks={})],
            "hr": lambda element: [node("rule")],
        }

    def blocks(self, element: Element) -> list[Node]:
        """The blocks inside `element`; loose running text becomes a paragraph."""
        out: list[Node] = []
        loose: list[Element | str] = []
        for child in element.children:
            if isinstance(child, str) or child.tag in TAGS:
                loose.append(child)
                continue
            out.extend(self._loose(loose))
            loose = []
            out.extend(self._block(child))
        return [*out, *self._loose(loose)]

    def _loose(self, children: list[Element | str]) -> list[Node]:
        body = self._inline.body(Element("p", children=children))
        return [node("para", body=body)] if body else []

    def _block(self, element: Element) -> list[Node]:
        if element.tag not in self._tags:
            raise self._unknown(element)
        return self._tags[element.tag](element)

    def _unknown(self, element: Element) -> TypesetError:
        name = f'<{element.tag} class="{" ".join(element.classes)}">' if element.classes else f"<{element.tag}>"
        return TypesetError(f'{self._path}: the print view does not know {name}, near "{element.text()[:60]}"')

    def _role(self, element: Element, known: frozenset[str]) -> str:
        """The first class, which must be known."""
        role = element.classes[0] if element.classes else ""
        if role not in known:
            raise self._unknown(element)
        return role

    def _heading(self, element: Element) -> list[Node]:
        return [heading(min(int(element.tag[1]), 4), *self._inline.body(element))]

    def _paragraph(self, element: Element) -> list[Node]:
        role = self._role(element, PARAGRAPHS)
        body = self._inline.body(_spaced(element) if role == "claim" else element)
        return [para(*body, role=role or None)] if body else []

    def _caption(self, element: Element) -> list[Node]:
        return [{**block, "role": "source"} if block["kind"] == "para" else block for block in self.blocks(element)]

    def _section(self, element: Element) -> list[Node]:
        return [self._part(element, self._role(element, SECTIONS))]

    def _part(self, element: Element, role: str) -> Node:
        """A part whose first heading is its title."""
        marks = {
            name.removeprefix("data-"): value
            for name, value in element.attributes.items()
            if name == "id" or name.startswith("data-")
        }
        first = next((child for child in element.elements()), None)
        title = first if first is not None and first.tag in HEADINGS else None
        rest = Element(element.tag, children=[child for child in element.children if child is not title])
        level = min(int(title.tag[1]), 4) if title else 3
        return node(
            "section",
            role=role,
            level=level,
            title=self._inline.body(title) if title else [],
            body=self.blocks(rest),
            marks=marks,
        )

    def _division(self, element: Element) -> list[Node]:
        if "write" in element.classes:
            return [self._lines(element)]
        if "cut-outs" in element.classes:
            task = element.attributes["data-task"]
            return [_with_task(block, task) if block["kind"] == "table" else block for block in self.blocks(element)]
        if "footnote" in element.classes:
            return [node("section", role="notes", level=2, title=[], body=self.blocks(element), marks={})]
        if element.classes:
            raise self._unknown(element)
        return self.blocks(element)

    def _lines(self, element: Element) -> Node:
        blocks = self.blocks(element)
        prompt: list[Inline] = next((block["body"] for block in blocks if block.get("role") == "prompt"), [])
        body = [block for block in blocks if block.get("role") not in {"prompt", "write-lines"}]
        return node("lines", prompt=prompt, body=body, count=int(element.attributes.get("data-lines", "3")))

    def _list(self, element: Element) -> list[Node]:
        role = self._role(element, LISTS)
        items = [child for child in element.elements() if child.tag == "li"]
        if len(items) != len(list(element.elements())):
            raise self._unknown(next(child for child in element.elements() if child.tag != "li"))
        if role == "services":
            return [self._part(item, "service") for item in items]
        notes = [
            item.attributes["id"].partition(":")[2] for item in items if item.attributes.get("id", "").startswith("fn:")
        ]
        made = node("list", ordered=element.tag == "ol", role=role or None, items=[self._item(item) for item in items])
        return [{**made, "notes": notes} if notes else made]

    def _item(self, element: Element) -> list[Node]:
        """A list item; the arrow that leads from a footnote back to its mark is not for paper."""
        return self.blocks(_without_backlinks(element))

    def _pairs(self, element: Element) -> list[Node]:
        """A list of terms. `div` may wrap each pair, as HTML allows."""
        entries: list[Node] = []
        for child in _pairs_inside(element):
            if child.tag == "dt":
                entries.append({"term": self._inline.body(child), "body": [], "fact": " ".join(child.classes)})
            elif child.tag == "dd" and entries:
                self._describe(entries[-1], child)
            else:
                raise self._unknown(child)
        return [node("facts", entries=entries, role=element.classes[0] if element.classes else None)]

    def _describe(self, entry: Node, element: Element) -> None:
        for block in self.blocks(element):
            if block["kind"] != "para":
                raise self._unknown(element)
            entry["body"] += [*([" "] if entry["body"] else []), *block["body"]]

    def _table(self, element: Element) -> list[Node]:
        rows = [
            (row, part.tag)
            for part in element.elements()
            for row in (part.elements() if part.tag in {"thead", "tbody"} else [part])
        ]
        head = [self._row(row) for row, part in rows if part == "thead"]
        body = [self._row(row) for row, part in rows if part != "thead"]
        if not head or not any(any(cell for cell in row) for row in head):
            raise TypesetError(
                f'{self._path}: a table needs a header row with words in it, near "{element.text()[:60]}"'
            )
        every = [*head, *body]
        made = node("table", head=head, rows=body, widths=column_widths(every), ticks=ticked(every) or None)
        return [{**made, "whole": True} if height([made]) < LONG_TABLE else made]

    def _row(self, element: Element) -> list[list[Inline]]:
        if element.tag != "tr":
            raise self._unknown(element)
        return [self._inline.body(cell) for cell in element.elements()]


def _with_task(table: Node, task: str) -> Node:
    """A table to match or to put in order."""
    widths = numbered(table["widths"], table["rows"]) if task == "order" else table["widths"]
    return {**table, "task": task, "widths": widths}


def _spaced(element: Element) -> Element:
    """A line of labels, which a page keeps apart by its style, with spaces between them."""
    children = [part for child in element.children for part in (child, " ")]
    return Element(element.tag, element.attributes, children)


def _without_backlinks(element: Element) -> Element:
    children = [
        _without_backlinks(child) if isinstance(child, Element) else child
        for child in element.children
        if not (isinstance(child, Element) and "footnote-backref" in child.classes)
    ]
    return Element(element.tag, element.attributes, children)


def _pairs_inside(element: Element) -> list[Element]:
    return [inner for child in element.elements() for inner in (child.elements() if child.tag == "div" else [child])]
