"""Blocks whose matter comes from the registers: law cards, help boxes, pathways, facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from builder.markup.elements import add, after, language_name, pair, printed_day, printed_days, source_links
from builder.markup.references import dialled, phone
from builder.model.base import Words
from builder.model.blocks import listed, option
from builder.model.registers import Guidance, Provision, Service
from builder.model.view import View
from builder.signs import APART

Options = dict[str, str]


def write_law(parent: Element, view: View, title: str, options: Options, level: int) -> Element:
    """The cards of the provisions that answer the block's topics, and a line that names the topics nothing answers.

    `cards: short` leaves on a card what a class reads in its minutes and says the dates once below.
    """
    short = option("law", options, "cards") == "short"
    block = add(parent, "section", class_="law")
    country = view.say(view.law.jurisdiction.name)
    add(block, f"h{level}", title or view.word("blocks.law-in", country=country))
    topics = listed(options["topics"])
    provisions = view.provisions(topics)
    for provision in provisions:
        write_provision(block, view, provision, level + 1, short=short)
    gaps = [topic for topic in topics if not view.provisions((topic,))]
    if gaps:
        block.set("data-unanswered", " ".join(gaps))
        add(block, "p", unanswered(view, gaps), class_="no-law")
    if short and provisions:
        add(block, "p", law_dates(view, provisions), class_="checked")
    add(block, "p", view.word("blocks.not-advice"), class_="not-advice")
    return block


def unanswered(view: View, topics: Sequence[str]) -> str:
    """Says which topics no published provision answers: a missing card must not read as *nothing forbids it*."""
    named = ", ".join(view.word(f"blocks.topic-{topic}") for topic in topics)
    return view.word("blocks.no-law", country=view.say(view.law.jurisdiction.name), topics=named)


def law_dates(view: View, provisions: Iterable[Provision]) -> str:
    """The days of the law that the cards describe, each once, and the day of the check."""
    spoken_of = sorted({provision.source_speaks_of for provision in provisions})
    days = ", ".join(printed_days(view, day) for day in spoken_of)
    return view.word("blocks.law-dates", days=days, checked=printed_day(view, view.law.jurisdiction.checked))


def write_provision(parent: Element, view: View, provision: Provision, level: int, *, short: bool = False) -> Element:
    """One law card, for teachers with its note; `short` without its own dates and sources."""
    card = add(parent, "article", class_="provision", data_law=provision.id)
    add(card, f"h{level}", view.say(provision.title))
    add(card, "p", view.say(provision.plain_language), class_="plain")
    facts = add(card, "dl", class_="provision-facts")
    _write_rule(facts, view, provision)
    if not short:
        _write_check(facts, view, provision)
    if view.audience == "teacher" and view.say(provision.classroom_note):
        add(card, "p", view.say(provision.classroom_note), class_="classroom-note")
    return card


def _write_rule(facts: Element, view: View, provision: Provision) -> None:
    """What the rule threatens, where it stands, and since when it holds, or what is known of its start."""
    for_adults = provision.penalty_is_for_adults
    if provision.min_penalty:
        pair(
            facts,
            view.word("blocks.minimum-for-adults" if for_adults else "blocks.at-least"),
            view.say(provision.min_penalty),
        )
    if provision.max_penalty:
        pair(
            facts,
            view.word("blocks.maximum-for-adults" if for_adults else "blocks.consequence"),
            view.say(provision.max_penalty),
        )
    pair(facts, view.word("blocks.citation"), view.say(provision.citation))
    if provision.in_force_since:
        pair(facts, view.word("blocks.in-force-since"), printed_day(view, provision.in_force_since))
    else:
        pair(facts, view.word("blocks.in-force"), view.say(provision.in_force_note))


def _write_check(facts: Element, view: View, provision: Provision) -> None:
    """Which law the card describes, when and how far that was checked, and where it was read."""
    pair(facts, view.word("blocks.law-as-of"), printed_days(view, provision.source_speaks_of))
    pair(facts, view.word("blocks.checked-on"), printed_day(view, view.law.jurisdiction.checked))
    pair(facts, view.word("blocks.confidence"), view.word(f"blocks.{provision.confidence}"))
    source_links(pair(facts, view.word("blocks.source")), view, provision.sources)


def help_services(view: View, which: str) -> list[tuple[str, Service]]:
    """(role, service) of a help block: `box` has the roles in order, `all` every published service of the jurisdiction.

    What one reaches at the same web address only, and not by telephone, stands there once.
    """
    roles = _roles(view)
    if which == "box":
        return roles
    shown = {_reached(service): (role, service) for role, service in roles}
    for service in (service for pack in view.help_packs for service in pack.services):
        if _is_for(view, service) and service.publishable(view.registers.signoffs):
            shown.setdefault(_reached(service), ("", service))
    return list(shown.values())


def _reached(service: Service) -> str:
    """What tells a service from others: its web address where that is the only way to it, else its id."""
    return service.url if service.url and not service.phone else service.id


def _roles(view: View) -> list[tuple[str, Service]]:
    """The help box in order; the crisis line is left out where it is the same service as another role."""
    order = ("emergency", "crisis", "child", "school", "removal")
    found = {role: service for role in order if (service := view.role(role))}
    others = {service.id for role, service in found.items() if role != "crisis"}
    return [(role, service) for role, service in found.items() if role != "crisis" or service.id not in others]


def _is_for(view: View, service: Service) -> bool:
    return view.audience == "teacher" or service.audience == "pupil"


def write_help(parent: Element, view: View, title: str, options: Options, level: int) -> Element:
    """The school's people to tell, then the services with number, hours and limits, and the day they were checked."""
    block = add(parent, "section", class_="help")
    add(block, f"h{level}", title or view.word("blocks.help"))
    if view.edition.school.people:
        write_people(block, view, level + 1)
    rows = add(block, "ul", class_="services")
    services = help_services(view, option("help", options, "set"))
    for role, service in services:
        _write_service(rows, view, role, service)
    confirmed = [day for _, s in services if (day := s.last_confirmed(view.registers.signoffs))]
    if confirmed:
        add(block, "p", view.word("blocks.help-checked", date=printed_day(view, min(confirmed))), class_="checked")
    return block


def write_people(parent: Element, view: View, level: int) -> None:
    """The people at the school whom a pupil can tell."""
    add(parent, f"h{level}", view.word("blocks.people"))
    people = add(parent, "ul", class_="people")
    for person in view.edition.school.people:
        row = add(people, "li", class_="person")
        add(row, "strong", view.say(person.role))
        after(row, "".join(f"{APART}{known}" for known in (person.name, view.say(person.where)) if known))
        if person.phone:
            after(row, APART)
            add(row, "a", person.phone, class_="phone", href=f"tel:{dialled(person.phone)}")


def _write_service(parent: Element, view: View, role: str, service: Service) -> None:
    row = add(parent, "li", class_="service", data_service=service.id, data_role=role)
    if role:
        add(row, "p", view.word(f"blocks.role-{role}"), class_="role")
    line = add(row, "p", class_="call")
    add(line, "strong", view.called(service), class_="service-name")
    if service.phone and service.dial:
        after(line, " ")
        add(line, "a", view.say(service.phone), class_="phone", href=f"tel:{dialled(service.dial)}")
    if view.say(service.phone_note):
        add(row, "p", view.say(service.phone_note))
    add(row, "p", view.say(service.what_for), class_="what")
    facts = add(row, "dl", class_="service-facts")
    for key, words in (("hours", service.hours), ("ages", service.ages), ("sms", service.sms), ("chat", service.chat)):
        if view.say(words):
            pair(facts, view.word(f"blocks.{key}"), view.say(words))
    if service.url:
        add(
            pair(facts, view.word("blocks.web")),
            "a",
            service.url.split("//", 1)[1].rstrip("/"),
            href=service.url,
            rel="noreferrer",
        )
    if service.free_of_charge:
        pair(facts, view.word("blocks.cost"), view.word("blocks.free"))
    pair(facts, view.word("blocks.languages"), ", ".join(language_name(view, code) for code in service.languages))
    if view.say(service.anonymous_possible):
        pair(facts, view.word("blocks.anonymous"), view.say(service.anonymous_possible))
    if service.last_checked:
        pair(facts, view.word("blocks.checked-on"), printed_day(view, service.last_checked))


def write_pathway(parent: Element, view: View, title: str, options: Options, level: int) -> Element:
    """The steps of the jurisdiction for a pupil, a friend, who did it, or the teacher."""
    who = option("pathway", options, "who")
    block = add(parent, "section", class_="pathway", data_who=who)
    add(block, f"h{level}", title or view.word(f"blocks.pathway-{who}"))
    rows = add(block, "ol")
    if who == "pupil":
        for step in view.help.pathway.steps if view.help.pathway else []:
            row = add(rows, "li")
            add(row, "p", view.say(step.do), class_="do")
            if view.say(step.why):
                add(row, "p", view.say(step.why), class_="why")
            _write_contacts(row, view, step.contacts)
    for words in _guidance(view, who):
        add(add(rows, "li"), "p", view.say(words), class_="do")
    return block


def _guidance(view: View, who: str) -> list[Words]:
    """The short list for `who`: the jurisdiction's own, else the one that holds everywhere."""
    field = {"friend": "friend", "did-it": "if_you_did_it", "teacher": "teacher"}.get(who)
    if field is None:
        return []
    everywhere = view.registers.help["INTL"].everywhere if "INTL" in view.registers.help else None
    packs: list[Guidance | None] = [view.help.pathway, everywhere]
    return next((found for pack in packs if pack and (found := getattr(pack, field))), [])


def _write_contacts(row: Element, view: View, contacts: list[str]) -> None:
    services = [service for wanted in contacts if (service := view.service(wanted))]
    if services:
        line = add(row, "ul", class_="contacts")
        for service in services:
            one = add(line, "li")
            one.append(phone(view, service))
            if view.say(service.phone_note):
                after(one, f" {view.say(service.phone_note)}")


def write_fact(parent: Element, view: View, title: str, options: Options, level: int) -> Element:
    """A claim with the day it speaks of, its sources and its caveat."""
    block = add(parent, "figure", class_="fact")
    claim = view.registers.claims.get(options["id"])
    if claim is None:
        return block
    add(block, "p", view.say(claim.statement), class_="statement")
    foot = add(block, "figcaption")
    if claim.caveat:
        add(foot, "p", f"{view.word('blocks.caveat')}: {view.say(claim.caveat)}", class_="caveat")
    line = add(foot, "p", class_="source")
    if claim.as_of:
        after(line, f"{view.word('blocks.as-of')} {claim.as_of} · ")
    after(line, f"{view.word('blocks.source')}: ")
    source_links(line, view, claim.sources())
    return block
