"""The sources an item or a lesson rests on, as notes for the end of a document."""

from __future__ import annotations

from collections.abc import Iterable

from builder.handouts.nodes import Inline, Node, node, para
from builder.markup.elements import printed_days, published
from builder.model.view import View
from builder.signs import APART


def mentions(view: View, cites: Iterable[str]) -> list[Inline]:
    """The raised numbers for those of `cites` that the registers know."""
    return [node("note", id=cite) for cite in cites if _words(view, cite)]


def sources(view: View, cites: Iterable[str]) -> list[Node]:
    """The notes for `cites`, as `{id, body}`."""
    return [
        {"id": cite, "body": [para(words, " ", *_links(view, cite))]}
        for cite in dict.fromkeys(cites)
        if (words := _words(view, cite))
    ]


def _words(view: View, cite: str) -> str:
    """What a note says; "" for an id the registers do not know, which the check reports."""
    claim = view.registers.claims.get(cite)
    if claim:
        parts = [view.say(claim.statement)]
        parts += [f"{view.word('blocks.caveat')}: {view.say(claim.caveat)}"] if claim.caveat else []
        parts += [f"({view.word('blocks.as-of')} {claim.as_of})"] if claim.as_of else []
        return " ".join(parts)
    provision = view.registers.provision(cite)
    if provision:
        return f"{view.say(provision.title)}. {view.say(provision.citation)}; {view.word('blocks.law-as-of')} {printed_days(view, provision.source_speaks_of)}"
    return ""


def _links(view: View, cite: str) -> list[Inline]:
    claim, provision = view.registers.claims.get(cite), view.registers.provision(cite)
    found = claim.sources() if claim else list(provision.sources) if provision else []
    links: list[Inline] = []
    for address, name in published(view, found).items():
        links += [APART] if links else []
        links.append(node("link", to=address, body=[name]))
    return links
