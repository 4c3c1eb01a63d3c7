"""Korean lines break between words, not inside them.

The typesetter breaks between any two syllables. A joiner (U+2060, without width) between them forbids it, and `press` takes the
joiners out of the finished PDF, so that a reader who searches or copies finds plain words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from builder.handouts.nodes import SILENT, Inline

JOINER = "\u2060"

LONGEST = 16
"""A word longer than this may break after all, or narrow columns overflow."""

HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_WORD = re.compile(r"[^\s·/~]+[·/~]*")
"""A word, or the part of one up to a middle dot or a stroke, after which a line may end."""

_NEVER_LAST = frozenset("“‘”’\"'([{「『《〈")
"""Marks after which a line never ends anyway."""

_UNTOUCHED = SILENT | {"name", "author", "keywords", "kind"}
"""Keys of the tree whose strings are not set as text."""


def keep_words(tree: Any) -> Any:
    """The tree with joiners inside its Hangul words; a tree without Hangul comes out equal."""
    if isinstance(tree, str):
        return _joined(tree)
    if isinstance(tree, list):
        return _run(tree) if _is_running_text(tree) else [keep_words(part) for part in tree]
    if isinstance(tree, dict):
        return {name: value if name in _UNTOUCHED else keep_words(value) for name, value in tree.items()}
    return tree


@lru_cache(maxsize=20_000)
def _joined(text: str) -> str:
    """Remembered, since a sentence comes again in every draft and on several sheets."""
    return _WORD.sub(lambda word: _join(word[0]), text)


def _join(word: str) -> str:
    """The word with a joiner after every syllable, the last one too: so a glyph always stands for the same, and lines stay whole.

    A joiner before white space does no harm: the line may still end after the space.
    """
    if not HANGUL.search(word) or len(word) > LONGEST:
        return word
    pairs = zip(word, [*word[1:], ""], strict=True)
    return "".join(
        before + JOINER if HANGUL.match(before) or _sticks(before, after) else before for before, after in pairs
    )


def _sticks(before: str, after: str) -> bool:
    """Whether two neighbours need a joiner: one is a syllable, and a line could end between them."""
    if not before or not after or before.isspace() or after.isspace() or before in _NEVER_LAST or before in "·/~":
        return False
    return bool(HANGUL.match(before) or HANGUL.match(after))


def _is_running_text(parts: list[Any]) -> bool:
    """Whether the list is running text: strings and inline nodes, with at least one string or note."""
    return any(isinstance(part, str) or (isinstance(part, dict) and part.get("kind") == "note") for part in parts)


def _run(body: list[Inline]) -> list[Inline]:
    """Running text, with a joiner also where a word changes its dress halfway: `**동의**는`, `동의[^U02]`."""
    out: list[Inline] = []
    last = ""
    for part in body:
        first, end = _ends(part)
        if _sticks(last, first) and not HANGUL.match(last):
            out.append(JOINER)
        out.append(keep_words(part))
        last = end or last
    return out


def _ends(part: Inline) -> tuple[str, str]:
    """The first and the last character of a run. A note counts as a digit, a break as a space."""
    if isinstance(part, dict):
        if part["kind"] == "break":
            return " ", " "
        if part["kind"] == "note":
            return "1", "1"
        body = part.get("body", [])
        return (_ends(body[0])[0], _ends(body[-1])[1]) if body else ("", "")
    return part[:1], part[-1:]
