"""Blocks that list what the curriculum holds: modules, lessons, glossary, sources."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.markup.elements import add, after, printed_day, printed_days, source_links
from builder.markup.register_blocks import Options
from builder.model.registers import Claim, Provision
from builder.model.view import View


def write_modules(parent: Element, view: View, title: str, options: Options, level: int) -> Element:
    """A card for each module of the edition."""
    block = add(parent, "nav", class_="modules", aria_label=view.word("blocks.modules"))
    cards = add(block, "ul")
    for module in view.modules:
        card = add(
            cards,
            "li",
            class_="module-card",
            data_module=module.id,
            data_colour=module.colour,
            data_figure=module.figure,
        )
        add(add(card, f"h{level}"), "a", view.say(module.title), href=f"{module.id}/index.md")
        add(card, "p", view.say(module.summary))
        count = len(view.lessons_of(module))
        add(
            card,
            "p",
            view.word("blocks.one-lesson") if count == 1 else view.word("blocks.lessons", count=count),
            class_="card-facts",
        )
    return block


def write_module(parent: Element, view: View, title: str, options: Options, level: int, ending: str) -> Element:
    """The summary of a module and a card for each of its lessons. `ending`: of the lessons' sources, e.g. `.md`."""
    block = add(parent, "nav", class_="lessons", aria_label=view.word("blocks.lesson-list"))
    module = next((m for m in view.curriculum.plan.modules if m.id == options["id"]), None)
    if module is None:
        return block
    add(block, "p", view.say(module.summary), class_="summary")
    cards = add(block, "ol")
    for lesson in view.lessons_of(module):
        card = add(cards, "li", class_="lesson-card")
        add(add(card, f"h{level}"), "a", lesson.head.title, href=f"{lesson.id}{ending}")
        add(card, "p", lesson.head.summary)
        facts = add(card, "p", class_="card-facts")
        after(
            facts,
            f"{view.word('blocks.band', band=lesson.head.band)} · {view.word('blocks.minutes', minutes=lesson.head.minutes)}",
        )
    return block


def write_glossary(parent: Element, view: View, title: str, options: Options, level: int) -> Element:
    """Every glossary entry in the order of the language's own alphabet."""
    block = add(parent, "dl", class_="glossary")
    for entry in sorted(view.registers.glossary.values(), key=lambda entry: view.say(entry.term).casefold()):
        row = add(block, "div", id=f"term-{entry.id}")
        term = add(row, "dt", view.say(entry.term))
        others = entry.also.get(view.language, [])
        if others:
            after(term, " ")
            add(term, "span", f"({view.word('blocks.glossary-also')}: {', '.join(others)})", class_="also")
        add(row, "dd", view.say(entry.definition))
    return block


def write_sources(parent: Element, view: View, title: str, options: Options, level: int) -> Element:
    """Every claim a lesson may cite, every published provision and service of the jurisdiction, with sources and dates."""
    block = add(parent, "section", class_="sources")
    add(block, f"h{level}", view.word("blocks.claims"), id="claims")
    claims = add(block, "ul")
    for claim in view.registers.claims.values():
        if claim.teachable():
            _claim(claims, view, claim)
    add(block, f"h{level}", view.word("blocks.law-in", country=view.say(view.law.jurisdiction.name)), id="law")
    provisions = add(block, "ul")
    for provision in view.law.provisions:
        if provision.publishable(view.registers.signoffs):
            _provision(provisions, view, provision)
    add(block, "p", view.word("blocks.not-advice"), class_="not-advice")
    add(block, f"h{level}", view.word("blocks.help-lines"), id="help-lines")
    services = add(block, "ul")
    for service in (service for pack in view.help_packs for service in pack.services):
        if service.publishable(view.registers.signoffs):
            row = add(services, "li")
            add(row, "strong", view.say(service.name))
            after(row, " — ")
            source_links(row, view, service.sources)
            if service.last_checked:
                after(row, f" · {view.word('blocks.checked-on')} {printed_day(view, service.last_checked)}")
    return block


def _claim(rows: Element, view: View, claim: Claim) -> None:
    row = add(rows, "li", id=f"source-{claim.id}")
    add(row, "span", view.say(claim.statement), class_="statement")
    if claim.caveat:
        after(row, " ")
        add(row, "span", f"{view.word('blocks.caveat')}: {view.say(claim.caveat)}", class_="caveat")
    after(row, " — ")
    source_links(row, view, claim.sources())
    parts = [f"{view.word('blocks.as-of')} {claim.as_of}"] if claim.as_of else []
    parts.append(f"{view.word('blocks.checked-on')} {printed_day(view, claim.checked)}")
    after(row, " · " + " · ".join(parts))


def _provision(rows: Element, view: View, provision: Provision) -> None:
    row = add(rows, "li", id=f"source-{provision.id}")
    add(row, "strong", view.say(provision.title))
    after(row, f" — {view.say(provision.citation)} — ")
    source_links(row, view, provision.sources, copies=True)
    confidence = view.word(f"blocks.{provision.confidence}")
    after(row, f" · {view.word('blocks.law-as-of')} {printed_days(view, provision.source_speaks_of)} · {confidence}")
