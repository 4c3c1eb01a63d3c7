"""HTML as a small tree of elements: the first step of the print view. Nothing is judged here except that tags close."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Union

from builder.handouts.errors import TypesetError

Child = Union["Element", str]

VOID = frozenset({"br", "hr", "input", "img"})
"""Tags that never close."""


@dataclass
class Element:
    """One element: its tag, attributes, children, and the line of the HTML it began on."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Child] = field(default_factory=list)
    line: int = 0

    @property
    def classes(self) -> tuple[str, ...]:
        """The names in `class`, in the written order."""
        return tuple(self.attributes.get("class", "").split())

    def elements(self) -> Iterator[Element]:
        """The children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def text(self) -> str:
        """All text inside, with runs of white space as one space."""
        return " ".join("".join(self._pieces()).split())

    def _pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, Element):
                yield from child._pieces()
            else:
                yield child


def parse(html: str, path: str) -> Element:
    """Read `html` into a root element. `path` is the author's file, for the message.

    Raises `TypesetError` for a tag that is closed in the wrong place or not at all.
    """
    reader = _Reader(path)
    reader.feed(html)
    reader.close()
    return reader.root()


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__(convert_charrefs=True)
        self._path = path
        self._open = [Element("root")]

    def root(self) -> Element:
        if len(self._open) > 1:
            raise self._fault(f"<{self._open[-1].tag}> is never closed")
        return self._open[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, line=self.getpos()[0])
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self._open[-1].tag != tag:
            raise self._fault(f"</{tag}> closes <{self._open[-1].tag}>")
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _fault(self, what: str) -> TypesetError:
        near = self._open[-1].text()[-60:] or "the beginning"
        return TypesetError(f'{self._path}: the print view cannot read its HTML: {what}, near "{near}"')
