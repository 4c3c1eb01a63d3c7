"""HTML as a small tree of elements: the first step of the print view. Nothing is judged here except that tags close.

What our Markdown makes is well-formed XML but for the names of characters (`&nbsp;`), so the parser of XML reads it, which is many times
faster than the one of HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Union
from xml.parsers import expat

from builder.handouts.errors import TypesetError

Child = Union["Element", str]

_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot);)#?\w+;")
"""A character by its name or number, but for the names that XML knows as well."""


@dataclass
class Element:
    """One element: its tag, attributes and children."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Child] = field(default_factory=list)

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

    Raises `TypesetError` for a tag that is closed in the wrong place or not at all, and for a character that HTML cannot hold.
    """
    root = Element("root")
    if "<" not in html and "&" not in html:
        root.children += [html] if html else []
        return root
    open_ = [root]

    def begin(tag: str, attributes: dict[str, str]) -> None:
        element = Element(tag, attributes)
        open_[-1].children.append(element)
        open_.append(element)

    reader = expat.ParserCreate()
    reader.buffer_text = True
    reader.StartElementHandler = begin
    reader.EndElementHandler = lambda tag: open_.pop()
    reader.CharacterDataHandler = lambda text: open_[-1].children.append(text)
    try:
        reader.Parse(f"<root>{_NAMED.sub(_as_written, html)}</root>", True)
    except (expat.ExpatError, UnicodeEncodeError) as fault:
        raise _refused(html, path, open_[-1], fault) from fault
    [whole] = root.elements()
    return whole


def _as_written(named: re.Match[str]) -> str:
    """The character itself, as a browser understands the name or the number; what is none stays as it is."""
    return escape(unescape(named[0]))


def _refused(html: str, path: str, last: Element, fault: Exception) -> TypesetError:
    control = next((mark for mark in html if mark < " " and mark not in "\t\n\r"), "")
    if control:
        return TypesetError(f"{path}: the character U+{ord(control):04X} cannot be printed; delete it")
    near = last.text()[-60:] or "the beginning"
    return TypesetError(
        f'{path}: the print view cannot read its HTML: inside <{last.tag}> there is a {fault}, near "{near}"'
    )
