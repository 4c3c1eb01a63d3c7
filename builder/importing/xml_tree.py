"""XML as a small tree with line numbers. Documents that declare a type or entities are refused: they can grow without end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

MAX_DEPTH = 50


class NotXml(Exception):
    """The text is no XML that we read; `line` and `column` from 1."""

    def __init__(self, said: str, line: int, column: int) -> None:
        super().__init__(said)
        self.line, self.column = line, column


@dataclass
class Element:
    """An element: its attributes, its elements inside, and the text between them."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text right inside the element."""
        return "".join(self.pieces)

    def all(self, tag: str) -> Iterator[Element]:
        """The elements of that name right inside."""
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> Element | None:
        """The first element of that name right inside, or `None`."""
        return next(self.all(tag), None)

    def said(self, *tags: str) -> str:
        """The text of the element along the path `tags`, or "" where there is none."""
        found: Element | None = self
        for tag in tags:
            found = found.first(tag) if found else None
        return found.text.strip() if found else ""


def parse(text: str) -> Element:
    """The root element. Raises `NotXml`."""
    reader = expat.ParserCreate("utf-8")
    root = Element("", {}, 0)
    open_elements = [root]

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(open_elements) > MAX_DEPTH:
            raise _at(reader, f"its elements stand more than {MAX_DEPTH} deep")
        element = Element(tag, attributes, reader.CurrentLineNumber)
        open_elements[-1].children.append(element)
        open_elements.append(element)

    def refuse(*about: object) -> None:
        raise _at(reader, "it declares a document type, which a question bank has no use for")

    reader.StartElementHandler = start
    reader.EndElementHandler = lambda tag: open_elements.pop()
    reader.CharacterDataHandler = lambda piece: open_elements[-1].pieces.append(piece)
    reader.StartDoctypeDeclHandler = refuse
    try:
        # The declaration may name another encoding; the text is read already.
        reader.Parse(text.encode("utf-8"), True)
    except expat.ExpatError as error:
        raise NotXml(expat.ErrorString(error.code), error.lineno, error.offset + 1) from error
    return root.children[0]


def _at(reader: expat.XMLParserType, said: str) -> NotXml:
    return NotXml(said, reader.CurrentLineNumber, reader.CurrentColumnNumber + 1)
