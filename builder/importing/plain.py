"""From a platform's texts to an author's: plain text with *emphasis*, every other sign literal."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_ESCAPABLE = re.compile(r"\\(?=[\\`*_{}\[\]()>#+.!-])")
_STAR = re.compile(r"\*")
_UNDERSCORE = re.compile(r"(?<!\w)_|_(?!\w)")
_APART = frozenset({"p", "div", "br", "li", "ul", "ol", "tr", "td", "table", "h1", "h2", "h3", "h4", "h5", "h6"})
_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**"}
_SILENT = frozenset({"script", "style"})
_PICTURES = frozenset({"img", "video", "audio", "iframe", "object", "svg", "math"})


def literal(text: str) -> str:
    """Text in which no sign is Markdown: what a quiz prints for the result is `text`, with white space as one space."""
    text = _ESCAPABLE.sub(r"\\\\", " ".join(text.split()))
    return _UNDERSCORE.sub(r"\\_", _STAR.sub(r"\\*", text))


def from_html(html: str) -> tuple[str, bool]:
    """The text of a fragment of HTML with its emphasis, and whether a picture, film or formula had to stay behind."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.parts).split()), reader.pictures


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.pictures = False
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        self.pictures = self.pictures or tag in _PICTURES
        self._mark(tag)

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        self._mark(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            # The white space at the ends is kept: words beside a tag must not grow together.
            lead, tail = data[: len(data) - len(data.lstrip())], data[len(data.rstrip()) :]
            self.parts.append(f"{lead and ' '}{literal(data)}{tail and ' '}")

    def _mark(self, tag: str) -> None:
        if not self._silent:
            self.parts.append(" " if tag in _APART else _MARKS.get(tag, ""))
