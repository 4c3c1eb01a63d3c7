"""Small builders of HTML elements. Text given here is literal: Markdown in register text is never interpreted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

from babel import Locale
from babel.dates import format_date
from markdown.util import AtomicString

from builder.model.view import View, interface_words
from builder.signs import APART

_DAY = re.compile(r"(?<!\d)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
"""A day as the registers write it."""

MIRRORS = ("github.com",)
"""Hosts of public copies: nobody needs them where the publisher itself is named."""

_LOCALES = {"en": "en_GB"}
"""Where a language's own name does not say how its dates are written; every other language is its own locale."""


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A new `tag` at the end of `parent` with literal `text`; `class_` sets the class, `data_x` the attribute `data-x`."""
    named = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    element = SubElement(parent, tag, named)
    if text:
        element.text = AtomicString(text)
    return element


def after(parent: Element, text: str) -> None:
    """Appends literal `text` after the last child of `parent` (or as its first text)."""
    if len(parent):
        parent[-1].tail = AtomicString((parent[-1].tail or "") + text)
    else:
        parent.text = AtomicString((parent.text or "") + text)


def pair(parent: Element, term: str, *texts: str) -> Element:
    """A `<dt>` and its `<dd>` in a description list; returns the `<dd>`."""
    add(parent, "dt", term)
    return add(parent, "dd", " ".join(text for text in texts if text))


def source_links(parent: Element, view: View, addresses: Iterable[str], *, copies: bool = False) -> None:
    """Links to sources as `published` names them, separated by a middle dot; each address once."""
    for number, (address, name) in enumerate(published(view, addresses, copies=copies).items()):
        if number:
            after(parent, APART)
        add(parent, "a", name, href=address, rel="noreferrer")


def published(view: View, addresses: Iterable[str], *, copies: bool = False) -> dict[str, str]:
    """The name of each address's publisher, where `words/*/publishers.yml` has one, else its host.

    A public copy is left out where the publisher stands beside it, unless all `copies` are asked for.
    """
    names = interface_words(view.language, "publishers")
    hosts = {address: host(address) for address in addresses}
    official = any(found in names for found in hosts.values())
    kept = {address: found for address, found in hosts.items() if copies or not official or found not in MIRRORS}
    return {address: names.get(found, found) for address, found in kept.items()}


def host(address: str) -> str:
    """The host of an address without `www.`, e.g. `law.go.kr`."""
    return urlsplit(address).netloc.removeprefix("www.")


def printed_day(view: View, day: date) -> str:
    """A day in the words of the view's language, e.g. `22 November 2026`, `2026년 11월 22일`."""
    return format_date(day, "long", locale=_LOCALES.get(view.language, view.language))


def printed_days(view: View, text: str) -> str:
    """The register's `text` with every day in it as `printed_day` writes it; months, years and words stay."""
    return _DAY.sub(lambda found: printed_day(view, date.fromisoformat(found[0])), text)


def own_name(code: str) -> str:
    """The name of the language `code` in itself, e.g. `English`, `한국어`."""
    return Locale.parse(code).get_display_name(code) or code


def language_name(view: View, code: str) -> str:
    """The name of the language `code` in the view's language; `local` and `many` are our own words."""
    if code in ("local", "many"):
        return view.word(f"blocks.language-{code}")
    return Locale.parse(code).get_display_name(view.language) or code
