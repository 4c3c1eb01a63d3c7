"""Texts of items (stems, options, feedback) as elements that the Markdown parser leaves alone afterwards."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from builder.markup.inline import inline_element
from builder.model.view import View


def add_text(parent: Element, view: View, tag: str, text: str, class_: str = "") -> Element:
    """A new `tag` below `parent` with `text`, whose *emphasis* and references are rendered once and for all."""
    element = inline_element(view, text, tag)
    if class_:
        element.set("class", class_)
    for part in element.iter():
        if part.text:
            part.text = AtomicString(part.text)
        if part.tail:
            part.tail = AtomicString(part.tail)
    parent.append(element)
    return element
