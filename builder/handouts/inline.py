"""Running text: the inside of a paragraph, from HTML to inline nodes. What is not on the list is refused."""

from __future__ import annotations

import re

from builder.handouts.elements import Element
from builder.handouts.errors import TypesetError
from builder.handouts.nodes import Inline, node, plain
from builder.handouts.quotes import curl

_SPACES = re.compile(r"[ \t\n\r\f]+")

STRONG = dict.fromkeys(("strong", "b", "mark"), "strong")
EMPH = dict.fromkeys(("em", "i"), "emph")
SIMPLE = {**STRONG, **EMPH, "q": "quoted", "code": "code", "kbd": "code", "small": "small", "abbr": "span"}
"""Tags that become an inline node of their own."""

SPANS = frozenset(
    [
        "figure",
        "label",
        "verdict",
        "what",
        "where",
        "role",
        "name",
        "also",
        "option-text",
        "feedback",
        "service-name",
        "term",
        "caveat",
        "law-word",
        "contact",
        "statement",
    ]
)
"""Classes a `span` may carry; each becomes the node's role."""

TAGS = frozenset({*SIMPLE, "a", "span", "sup", "br", "cite", "time"})
"""All tags that may stand in running text."""


class InlineWalker:
    """Turns the inside of one paragraph into inline nodes. `path` is the author's file, for messages; `language` that of the text."""

    def __init__(self, path: str, language: str) -> None:
        self.path, self.language = path, language

    def body(self, element: Element) -> list[Inline]:
        """The running text of `element`, its white space as on a page, or `TypesetError` for a tag that is not on the list."""
        return _collapse(self._children(element))

    def _children(self, element: Element, before: str = "") -> list[Inline]:
        out: list[Inline] = []
        for child in element.children:
            if isinstance(child, str):
                out.append(curl(child, before))
            else:
                out.extend(self._element(child, before))
            before = (plain(out) or before)[-1:]
        return out

    def _element(self, element: Element, before: str) -> list[Inline]:
        if element.tag not in TAGS:
            raise TypesetError(
                f'{self.path}: <{element.tag}> cannot stand in running text on paper, near "{element.text()[:60]}"'
            )
        if element.tag == "br":
            return [node("break")]
        if element.tag == "sup":
            return self._superscript(element)
        inside = self._children(element, before)
        if element.tag == "a":
            return self._link(element, inside)
        if element.tag == "span":
            return self._span(element, inside)
        return [node(SIMPLE[element.tag], body=inside)] if element.tag in SIMPLE else inside

    def _superscript(self, element: Element) -> list[Inline]:
        """A footnote's mark becomes a `note`; any other superscript stays one."""
        mark = element.attributes.get("id", "")
        if mark.startswith("fnref"):
            return [node("note", id=mark.partition(":")[2])]
        return [node("super", body=self._children(element))]

    def _link(self, element: Element, inside: list[Inline]) -> list[Inline]:
        """Links to the web and to telephones stay links; names of other pages stand out as names."""
        target = element.attributes.get("href", "")
        if target.startswith(("https://", "http://", "tel:", "mailto:")):
            return [node("link", to=target, body=inside, role=" ".join(element.classes) or None)]
        return inside if target.startswith("#") else [node("emph", body=inside)]

    def _span(self, element: Element, inside: list[Inline]) -> list[Inline]:
        unknown = set(element.classes) - SPANS
        if unknown:
            raise TypesetError(
                f'{self.path}: the print view does not know <span class="{sorted(unknown)[0]}">, near "{element.text()[:60]}"'
            )
        language = element.attributes.get("lang", "")
        if language and language != self.language:
            return [node("foreign", language=language, body=inside)]
        return [node("span", role=element.classes[0], body=inside)] if element.classes else inside


def _collapse(body: list[Inline]) -> list[Inline]:
    """White space as a browser shows it: single spaces, none at either end and none round a break."""
    squeezed, _ = _squeeze(body, True)
    return _strip_end(squeezed)


def _squeeze(body: list[Inline], spaced: bool) -> tuple[list[Inline], bool]:
    """`body` with each run of white space as one space; `spaced` says whether a space came just before."""
    out: list[Inline] = []
    for part in body:
        if isinstance(part, str):
            text = _single_spaces(part)
            text = text.lstrip(" ") if spaced else text
            if text:
                out.append(text)
                spaced = text.endswith(" ")
        elif part["kind"] == "break":
            out.append(part)
            spaced = True
        elif "body" in part:
            inside, spaced = _squeeze(part["body"], spaced)
            if inside:
                out.append({**part, "body": inside})
        else:
            out.append(part)
            spaced = False
    return out, spaced


def _single_spaces(text: str) -> str:
    """Runs of spaces, tabs and line ends become one space; no-break spaces stay."""
    return _SPACES.sub(" ", text)


def _strip_end(body: list[Inline]) -> list[Inline]:
    while body and isinstance(body[-1], str):
        text = body[-1].rstrip(" ")
        if text:
            return [*body[:-1], text]
        body = body[:-1]
    return body
