"""Texts of items (stems, options, feedback) as elements that the Markdown parser leaves alone afterwards."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from builder.markup.elements import add, after
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


def plain_text(view: View, text: str) -> str:
    """The same words without any markup, for attributes and `<option>`."""
    return "".join(inline_element(view, text).itertext())


def add_reason(rows: Element, view: View, identity: str, text: str, feedback: str, verdict: str = "right") -> Element:
    """A row of the key: its verdict (`right` or `wrong`, said in words), what it is about, and why."""
    row = add(rows, "li", class_=verdict, data_option=identity)
    add(row, "strong", view.word(f"quiz.{verdict}"), class_="verdict")
    after(row, " ")
    add_text(row, view, "span", text, class_="option-text")
    after(row, " ")
    add_text(row, view, "span", feedback, class_="feedback")
    return row
