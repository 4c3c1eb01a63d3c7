"""XML for packages: elements in one expression, and a document that reads well and is the same bytes each time."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring, tostring

from builder.packages.questions import Said

_RUNNING = ("em", "strong")


def node(tag: str, /, *content: Element | str | None, **attributes: str) -> Element:
    """An element with these children or this text; `None` is left out. `xml_lang` becomes `xml:lang`."""
    made = Element(tag, {name.replace("_", ":", 1): value for name, value in attributes.items()})
    for part in content:
        if isinstance(part, str):
            made.text = (made.text or "") + part
        elif part is not None:
            made.append(part)
    return made


def prose(tag: str, said: Said, **attributes: str) -> Element:
    """An element that holds a text with its emphasis."""
    made = fromstring(f"<{tag}>{said.html}</{tag}>")
    made.attrib.update(attributes)
    return made


def document(root: Element) -> bytes:
    """The file of a tree, in UTF-8: every element on a line of its own, except inside running text."""
    _indent(root, "\n")
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _indent(element: Element, margin: str) -> None:
    if not len(element) or element.text or any(child.tag in _RUNNING or child.tail for child in element):
        return
    element.text = margin + " "
    for child in element:
        _indent(child, margin + " ")
        child.tail = margin + " "
    element[-1].tail = margin
