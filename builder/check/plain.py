"""Plain words out of Markdown, with the way back: from a character a person reads to the one the author typed."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

STAND_IN = "N"
"""What a reference such as `{U02.caught}` becomes: a word for the sentence it stands in, and no digit."""

_MARKUP = re.compile(
    r"""
      \\(?P<escaped>[\\`*_{}\[\]()<>\#+.!|~-])
    | !?\[(?P<label>[^\]\[\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"\n]*")?\)
    | \[\^[A-Za-z0-9-]+\]
    | (?P<reference>\{[A-Za-z][A-Za-z0-9]*\.[a-z0-9_-]+\})
    | <https?://[^>\s]+>
    | \*+ | `+
    | (?<!\w)_{1,2}(?=[^\W_]) | (?<=[^\W_])_{1,2}(?!\w)
    """,
    re.VERBOSE,
)
_MARKS = re.compile(r"[\\\[{<*`_]")
"""Without one of these a text is plain already."""

_INNER = re.compile(r"\*+|`+")


@dataclass(frozen=True)
class Plain:
    """The plain text, and the places where it and the written text run apart: `starts[i]` of it is `origins[i]` there."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """The offset in the written text of the character at `offset` of the plain one."""
        at = bisect_right(self.starts, offset) - 1
        return self.origins[at] + offset - self.starts[at]


def plain(written: str) -> Plain:
    """`written` without emphasis, links, footnote marks and references; line ends become spaces."""
    if not _MARKS.search(written):
        return Plain(written.replace("\n", " "), (0,), (0,))
    parts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    length = 0

    def keep(begin: int, text: str) -> None:
        nonlocal length
        if text:
            starts.append(length)
            origins.append(begin)
            parts.append(text)
            length += len(text)

    done = 0
    for match in _MARKUP.finditer(written):
        keep(done, written[done : match.start()])
        _keep_inside(match, keep)
        done = match.end()
    keep(done, written[done:])
    return Plain("".join(parts).replace("\n", " "), tuple(starts) or (0,), tuple(origins) or (0,))


def _keep_inside(match: re.Match[str], keep: object) -> None:
    """Keeps what a piece of markup shows: an escaped character, a link's label, a stand-in for a reference."""
    assert callable(keep)
    if match["escaped"]:
        keep(match.start("escaped"), match["escaped"])
    elif match["reference"]:
        keep(match.start(), STAND_IN)
    elif match["label"]:
        done = match.start("label")
        for mark in _INNER.finditer(match.string, done, match.end("label")):
            keep(done, match.string[done : mark.start()])
            done = mark.end()
        keep(done, match.string[done : match.end("label")])


def columns(text: str) -> int:
    """How wide a text is to the eye, in columns of a terminal: Korean letters take two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
