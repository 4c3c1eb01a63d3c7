"""The self-check of a lesson as HTML that works, is read and prints without any script.

The page's script (`builder/site/theme/assets/script/quiz.js`) finds the form by its classes and shows the controls, which are
`hidden` until then. What a screen reader needs: the whole question is the `<legend>`, a label for each
input, a `role=status` that stands in the page before it is filled.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.markup.elements import add, after, source_links
from builder.markup.items import FORMS
from builder.markup.items.text import add_text
from builder.markup.references import phone
from builder.model.items import Item, MultiItem, TrueFalseItem
from builder.model.items.common import OptionsItem
from builder.model.quiz import Quiz
from builder.model.view import View

_SAID = (
    "said-choose", "said-each", "said-move", "said-write", "said-right", "said-wrong", "said-more", "said-partly", "said-short",
    "said-skipped", "said-safe", "said-unsafe", "said-sure-right", "said-sure-wrong", "said-unsure-right", "said-unsure-wrong",
    "said-before", "said-now", "said-moved", "said-fits", "said-misfit", "said-stands", "said-must-move", "all-done", "look-one",
    "look-many", "cleared",
)  # fmt: skip
"""Words that the script says; each becomes a `data-` attribute of the form, without `said-`."""

_SURE = ("unsure", "fairly", "sure")
"""How sure a pupil can be, from least to most."""


def write_check(parent: Element, view: View, quiz: Quiz) -> Element:
    """Writes the self-check of `quiz` below `parent` and returns its form.

    Search leaves it out (`data-search-exclude`), or a result would show the answers.
    """
    said = {f"data_{word.removeprefix('said-')}": view.word(f"quiz.{word}") for word in _SAID}
    form = add(
        parent, "form", class_="quiz", id=f"quiz-{quiz.lesson}", data_quiz=quiz.lesson, autocomplete="off", **said
    )
    form.set("data-search-exclude", "")
    write_no_sending(form, view)
    add(form, "h3" if parent.tag in ("section", "aside") else "h2", view.word("quiz.title"))
    add_text(form, view, "p", quiz.intro, class_="quiz-intro")
    for number, item in enumerate(quiz.items, 1):
        _write_item(form, view, quiz.lesson, number, item)
    _write_end(form, view)
    return form


def write_no_sending(form: Element, view: View) -> None:
    """A button to send that can never be pressed: with it, Enter in a field sends the form nowhere, even without script."""
    add(form, "button", view.word("quiz.check"), type="submit", disabled="disabled", hidden="hidden")


def _write_item(form: Element, view: View, lesson: str, number: int, item: Item) -> None:
    shape = FORMS[item.type]
    field = add(
        form, "fieldset", class_="item", id=f"item-{item.id}", data_type=item.type, data_item=item.id, tabindex="-1"
    )
    for key, value in _marks(item).items():
        field.set(key, value)
    legend = add(field, "legend")
    add(legend, "span", str(number), class_="item-number")
    after(legend, " ")
    add_text(legend, view, "span", item.stem, class_="stem")
    if how := shape.instruction(view, item):
        after(legend, " ")
        add(legend, "span", how, class_="item-how")
    if item.sensitive:
        write_help(field, view)
    if item.hint:
        hint = add(field, "details", class_="hint")
        add(hint, "summary", view.word("quiz.hint"))
        add_text(hint, view, "p", item.hint)
    shape.write_field(field, view, lesson, item)
    if item.confidence:
        _write_sure(field, view, f"{lesson}-{item.id}-sure")
    _write_controls(field, view, item, shape.BUTTONS)
    _write_answer(field, view, item)


def _marks(item: Item) -> dict[str, str]:
    """What the script has to know of an item beside its type: that options keep their order, that a part counts."""
    fixed = isinstance(item, TrueFalseItem) or (isinstance(item, OptionsItem) and item.fixed)
    partial = isinstance(item, MultiItem) and item.scoring == "partial"
    return {**({"data-fixed": ""} if fixed else {}), **({"data-partial": ""} if partial else {})}


def write_help(field: Element, view: View) -> None:
    """For an item that may touch what happened to somebody: it may be skipped, and whom to call."""
    line = add(field, "p", view.word("quiz.sensitive"), class_="item-help")
    service = view.role("child")
    if service:
        after(line, f" {view.word('quiz.sensitive-help')} ")
        line.append(phone(view, service))


def _write_sure(field: Element, view: View, name: str) -> None:
    """How sure the pupil is. The script alone makes use of it, and it is never kept, so nothing else shows it."""
    sure = add(field, "fieldset", class_="sure", hidden="hidden")
    add(sure, "legend", view.word("quiz.how-sure"))
    for degree in _SURE:
        label = add(sure, "label")
        add(label, "input", type="radio", name=name, value=degree)
        after(label, " ")
        add(label, "span", view.word(f"quiz.{degree}"))


def _write_controls(field: Element, view: View, item: Item, buttons: tuple[str, ...]) -> None:
    """The buttons the script shows, and the place it fills after *Check*."""
    if buttons or item.sensitive:
        controls = add(field, "div", class_="controls", hidden="hidden")
        for button in buttons:
            add(controls, "button", view.word(f"quiz.{button}"), type="button", class_=button)
        if item.sensitive:
            add(controls, "button", view.word("quiz.skip"), type="button", class_="skip-item")
    add(field, "div", class_="result", role="status")


def _write_answer(field: Element, view: View, item: Item) -> None:
    """The key with its reasons, closed; with script it stays away until an answer is checked."""
    shape = FORMS[item.type]
    answer = add(field, "details", class_="answer")
    add(answer, "summary", view.word(f"quiz.{shape.ANSWER}"))
    shape.write_key(answer, view, item)
    if item.explain:
        add_text(answer, view, "p", item.explain, class_="explain")
    _write_sources(answer, view, item)


def _write_sources(answer: Element, view: View, item: Item) -> None:
    """The provisions and claims the item rests on."""
    provisions = [p for cited in item.cite if (p := view.registers.provision(cited))]
    claims = [c for cited in item.cite if (c := view.registers.claims.get(cited))]
    if not provisions and not claims:
        return
    line = add(answer, "p", f"{view.word('quiz.cited')} ", class_="source")
    after(line, "; ".join(view.say(p.citation) for p in provisions))
    addresses = [address for claim in claims for address in claim.sources()]
    if provisions and addresses:
        after(line, "; ")
    source_links(line, view, addresses)


def _write_end(form: Element, view: View) -> None:
    """What stands below the last item once the script runs: what is left, again, clear, keep."""
    end = add(form, "div", class_="quiz-end", hidden="hidden")
    add(end, "p", class_="end-said", role="status")
    buttons = add(end, "div", class_="controls")
    add(buttons, "button", view.word("quiz.again"), type="button", class_="again", hidden="hidden")
    add(buttons, "button", view.word("quiz.clear"), type="button", class_="clear")
    keep = add(end, "label", class_="keep")
    add(keep, "input", type="checkbox")
    after(keep, " ")
    add(keep, "span", view.word("quiz.keep"))
