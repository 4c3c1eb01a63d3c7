"""`match` in a page: a list of all there is to choose from, each with a letter, and a `<select>` for every text on the left.

The list stands beside the selects because a closed select, and the picker of some phones, cut long texts off; on paper the letters
are written into boxes.
"""

from __future__ import annotations

from string import ascii_uppercase
from xml.etree.ElementTree import Element

from builder.markup.elements import add
from builder.markup.items.text import add_reason, add_text, plain_text
from builder.model.items import MatchItem
from builder.model.shuffle import shuffled
from builder.model.view import View

BUTTONS = ("check",)
ANSWER = "show-answer"


def instruction(view: View, item: MatchItem) -> str:
    """That each line gets what belongs to it, and whether a letter may fit twice or be left over."""
    wanted = {pair.right for pair in item.pairs}
    how = [view.word("quiz.match-how")]
    how += [view.word("print.match-again")] if len(wanted) < len(item.pairs) else []
    how += [view.word("print.match-spare")] if len(item.choices) > len(wanted) else []
    return " ".join(how)


def write_field(parent: Element, view: View, lesson: str, item: MatchItem) -> None:
    """The lettered list, then a row for each pair: its left text labels a select of the same list, empty at first."""
    choices = shuffled(item.choices, item.id, among=len({pair.right for pair in item.pairs}))
    listed = add(parent, "ol", class_="match-choices", type="A")
    for identity, text in choices:
        add_text(listed, view, "li", text).set("data-choice", identity)
    rows = add(parent, "div", class_="pairs")
    for pair in item.pairs:
        name = f"{lesson}-{item.id}-{pair.id}"
        row = add(rows, "div", class_="pair", data_pair=pair.id)
        add_text(row, view, "label", pair.left).set("for", name)
        select = add(row, "select", id=name, name=name, autocomplete="off")
        add(select, "option", view.word("quiz.match-choose"), value="")
        for letter, (identity, text) in zip(ascii_uppercase, choices, strict=False):
            add(select, "option", f"{letter}. {plain_text(view, text)}", value=identity)


def write_key(parent: Element, view: View, item: MatchItem) -> None:
    """Each pair and why it is one; each extra and why it belongs to none. `data-choice` names the choice that fits a pair."""
    by_text = {text: identity for identity, text in item.choices}
    rows = add(parent, "ul", class_="explanations")
    for pair in item.pairs:
        row = add_reason(rows, view, pair.id, f"{pair.left} – {pair.right}", pair.feedback)
        row.set("data-choice", by_text[pair.right])
    for extra in item.extra:
        add_reason(rows, view, extra.id, extra.text, extra.feedback, "wrong")
