"""Running text with *emphasis* and references, for the texts of quizzes: nothing at the start of a line makes a list."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import Element, fromstring

from markdown import Markdown

from builder.markup.references import FOOTNOTE, ReferencePattern
from builder.model.view import View

_PLAIN = re.compile(r"[^\W_](?:[^\W_]|[ .,:;?!%()/\"'“”‘’…·–—-])*")
"""Text in which no character could be markup: most texts of a quiz are such."""


def render_inline(view: View, text: str) -> str:
    """The HTML of a short text with *emphasis* and references, without a paragraph around it.

    A footnote mark is left out: a quiz names its sources under `cite`. `&` and backticks are the characters they are.
    """
    return _rendered(ViewKey(view), text)


@lru_cache(maxsize=4096)
def _rendered(key: ViewKey, text: str) -> str:
    """Remembered, since an item stands on the page, in each draft of its sheet, in the key and in the packages."""
    return text.rstrip() if _PLAIN.fullmatch(text) else _converted(key, text)


def _converted(key: ViewKey, text: str) -> str:
    converter = _inline(key)
    converter.reset()
    literal = re.sub(r"\s*\n\s*", " ", text).replace("&", "&amp;")
    html = converter.convert(FOOTNOTE.sub("", literal).strip())
    return html.removeprefix("<p>").removesuffix("</p>")


def inline_element(view: View, text: str, tag: str = "span") -> Element:
    """The same as an element of the name `tag`, for building trees."""
    return fromstring(f"<{tag}>{render_inline(view, text)}</{tag}>")


class ViewKey:
    """Makes a view usable as a key for what is remembered: by identity of its parts, which it holds on to."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.parts = (id(view.curriculum), view.edition.id, view.language, view.audience)

    def __hash__(self) -> int:
        return hash(self.parts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ViewKey) and self.parts == other.parts


_BLOCK_SYNTAX = ("ulist", "olist", "hashheader", "setextheader", "hr", "quote", "code", "indent", "reference")


@lru_cache(maxsize=32)
def _inline(key: ViewKey) -> Markdown:
    """A converter for running text only: nothing at the start of a line makes a list, heading or quote."""
    converter = Markdown()
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    for name in _BLOCK_SYNTAX:
        converter.parser.blockprocessors.deregister(name)
    for name in (
        "backtick",
        "link",
        "reference",
        "image_link",
        "image_reference",
        "short_reference",
        "short_image_ref",
        "autolink",
        "automail",
    ):
        converter.inlinePatterns.deregister(name)
    converter.inlinePatterns.register(ReferencePattern(converter, key.view), "likeness-reference", 184)
    return converter
