"""References in running text: figures, law and help by name, glossary links, and footnotes made from the register."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from builder.markup.elements import add, printed_days, published
from builder.model.registers import Claim, Provision, Service
from builder.model.view import View
from builder.signs import APART

REFERENCE = re.compile(r"\{(?P<of>[A-Za-z][A-Za-z0-9]*)\.(?P<name>[a-z0-9_-]+)\}")
"""`{U02.caught}`, `{law.name}`, `{help.child}`."""

FOOTNOTE = re.compile(r"\[\^(?P<id>[A-Za-z0-9-]+)\]")
"""`[^U02]`, `[^kr-sv-14-2-1]`."""

LAW_FIELDS = ("name", "child_means", "age_of_criminal_responsibility")
HELP_ROLES = ("emergency", "crisis", "child", "removal", "school")


def figure(view: View, claim: str, name: str) -> str | None:
    """The number of a claim's figure as the language prints it (`1,202`), or `None` when there is none."""
    found = view.registers.claims.get(claim)
    value = found.figures[name].value if found and name in found.figures else None
    return None if value is None else f"{value:,}"


def law_field(view: View, name: str) -> str | None:
    """A field of the edition's jurisdiction that prose may print, or `None` when there is no such field."""
    jurisdiction = view.law.jurisdiction
    match name:
        case "name":
            return view.say(jurisdiction.name)
        case "child_means":
            return view.say(jurisdiction.child_means)
        case "age_of_criminal_responsibility":
            return jurisdiction.age(view.language)
    return None


class ReferencePattern(InlineProcessor):
    """Replaces `{of.name}` by what the registers say; an unknown reference stays as written (the check reports it)."""

    def __init__(self, md: Markdown, view: View) -> None:
        super().__init__(REFERENCE.pattern, md)
        self.view = view

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]
        """The element for one reference, or nothing when the registers do not know it."""
        element = reference(self.view, m["of"], m["name"])
        return (element, m.start(0), m.end(0)) if element is not None else (None, None, None)


def reference(view: View, of: str, name: str) -> Element | None:
    """The inline element for `{of.name}`, or `None` when the registers know nothing of it."""
    if of == "help":
        service = view.role(name) if name in HELP_ROLES else None
        return phone(view, service) if service else None
    text = law_field(view, name) if of == "law" else figure(view, of, name)
    if text is None:
        return None
    element = Element("span", {"class": "figure" if of != "law" else "law-word"})
    element.text = AtomicString(text)
    return element


def phone(view: View, service: Service) -> Element:
    """A service's name with its number as a telephone link."""
    element = Element("span", {"class": "contact"})
    element.text = AtomicString(view.say(service.name))
    if service.dial and service.phone:
        element[:] = []
        element.text = AtomicString(view.called(service) + " ")
        add(element, "a", view.say(service.phone), class_="phone", href=f"tel:{dialled(service.dial)}")
    return element


def dialled(number: str) -> str:
    """The digits of a number for a `tel:` address."""
    return re.sub(r"[^0-9+]", "", number)


class GlossaryPattern(InlineProcessor):
    """`[word](glossary:id)` marks a word of the glossary; staging has made it a link where there is a page to link to."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"\[([^\]\n]+)\]\(glossary:([a-z0-9-]+)\)", md)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        """The element for one word."""
        element = Element("span", {"class": "term"})
        element.text = m[1]
        return element, m.start(0), m.end(0)


class FootnoteNotes(Preprocessor):
    """Writes the note of every `[^id]` that names a claim or a provision, so that authors never write one."""

    def __init__(self, md: Markdown, view: View) -> None:
        super().__init__(md)
        self.view = view

    def run(self, lines: list[str]) -> list[str]:
        """The lines with the missing notes below them."""
        text = "\n".join(lines)
        wanted = dict.fromkeys(match["id"] for match in FOOTNOTE.finditer(text) if f"[^{match['id']}]:" not in text)
        notes = [note for identity in wanted if (note := note_of(self.view, identity))]
        return [*lines, "", *notes] if notes else lines


def note_of(view: View, identity: str) -> str:
    """The Markdown of a footnote for a claim or provision, or "" when the registers do not know it."""
    claim = view.registers.claims.get(identity)
    if claim:
        return f"[^{identity}]: {_escape(_claim_text(view, claim))} {_links(view, claim.sources())}"
    provision = view.registers.provision(identity)
    if provision:
        return f"[^{identity}]: {_escape(_provision_text(view, provision))} {_links(view, provision.sources)}"
    return ""


def _claim_text(view: View, claim: Claim) -> str:
    parts = [view.say(claim.statement)]
    if claim.caveat:
        parts.append(f"{view.word('blocks.caveat')}: {view.say(claim.caveat)}")
    if claim.as_of:
        parts.append(f"({view.word('blocks.as-of')} {claim.as_of})")
    return " ".join(parts)


def _provision_text(view: View, provision: Provision) -> str:
    return f"{view.say(provision.plain_language)} ({view.say(provision.citation)}; {view.word('blocks.law-as-of')} {printed_days(view, provision.source_speaks_of)})"


def _links(view: View, addresses: list[str]) -> str:
    return APART.join(f"[{name}](<{address}>)" for address, name in published(view, addresses).items())


def _escape(text: str) -> str:
    """Register text as literal Markdown. Only what Markdown knows as an escape gets a backslash: before any other character it is printed."""
    return re.sub(r"([\\`*_{}\[\]>#])", r"\\\1", text).replace("<", "&lt;")
