"""Law cards on paper: each card once, in two columns, with what holds for all of them said once below."""

from __future__ import annotations

from builder.handouts.balance import halves
from builder.handouts.lesson_tree import is_part, replaced, sections, without_facts
from builder.handouts.nodes import Node, node, para, plain
from builder.markup.elements import published
from builder.markup.register_blocks import law_dates, unanswered
from builder.model.view import View
from builder.signs import APART

SAID_ONCE = ("law-as-of", "checked-on", "source", "confidence")
"""Entries of a card that are said below all cards."""

THREATS = ("minimum-for-adults", "maximum-for-adults", "at-least", "consequence")
"""Entries of a card that may be left to the lesson's page: nothing in a lesson needs them read out."""


def law_cards(view: View, blocks: list[Node], *, threats: bool = True) -> list[Node]:
    """All law cards in `blocks`, wherever they stand, as one section, each card once; without `threats`, what a rule threatens is left out.

    Returns one section, or nothing when there is no law.
    """
    laws = [block for block in sections(blocks) if block["role"] == "law"]
    if not laws:
        return []
    cards = {
        card["marks"].get("law", plain(card["title"])): card
        for law in laws
        for card in law["body"]
        if is_part("provision")(card)
    }
    silent = [view.word(f"blocks.{name}") for name in (SAID_ONCE if threats else (*SAID_ONCE, *THREATS))]
    rest = {plain(block["body"]): block for law in laws for block in law["body"] if block["kind"] == "para"}
    gaps = dict.fromkeys(topic for law in laws for topic in law["marks"].get("unanswered", "").split())
    body = [
        *_in_columns([without_facts(card, silent) for card in cards.values()]),
        *_dates_and_sources(view, list(cards)),
        *([] if threats or not cards else [para(view.word("print.penalties-on-page"), role="small")]),
        *([para(unanswered(view, list(gaps)), role="no-law")] if gaps else []),
        *[block for block in rest.values() if block.get("role") not in {"checked", "no-law"}],
    ]
    return [node("section", role="law", level=2, title=laws[0]["title"], body=body, marks={})]


def without_law(block: Node) -> Node:
    """A section without the law cards in it: they stand elsewhere."""
    return {**block, "body": replaced(block["body"], is_part("law"), lambda law: [])}


def law_named(view: View, blocks: list[Node]) -> list[Node]:
    """The blocks with a line of titles for each `law` section: in a guide the cards stand whole at its end."""
    return replaced(blocks, is_part("law"), lambda law: law_line(view, [law], "print.law-cards"))


def law_line(view: View, blocks: list[Node], word: str, known: list[Node] | None = None) -> list[Node]:
    """One line that names the law cards in `blocks`, for where they need not stand whole; `word` is the line's beginning.

    Cards that stand in `known` already are not named.
    """
    here = {plain(card["title"]) for card in _cards(known or [])}
    titles = dict.fromkeys(title for card in _cards(blocks) if (title := plain(card["title"])) not in here)
    said = view.word(word, titles=APART.join(titles))
    return [node("para", body=[said], role="small", wide=True)] if titles else []


def _cards(blocks: list[Node]) -> list[Node]:
    """Every card in the blocks, also in columns."""
    out: list[Node] = []
    for block in blocks:
        if is_part("provision")(block):
            out.append(block)
        elif block["kind"] in {"section", "columns"}:
            out += _cards([*block.get("body", []), *block.get("left", []), *block.get("right", [])])
    return out


def _in_columns(cards: list[Node]) -> list[Node]:
    left, right = halves(cards)
    return [node("columns", left=left, right=right, share=50)] if right else cards


def _dates_and_sources(view: View, laws: list[str]) -> list[Node]:
    """Which law the cards describe, when that was checked, and where it was read, said once for all of them."""
    provisions = [found for law in laws if (found := view.registers.provision(law))]
    if not provisions:
        return []
    names = sorted({name for provision in provisions for name in published(view, provision.sources).values()})
    return [para(f"{law_dates(view, provisions)} {view.word('blocks.source')}: {APART.join(names)}", role="checked")]
