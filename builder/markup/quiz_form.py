"""The self-check and the baseline of a lesson as HTML that works, is read and prints without any script.

The page's script (`builder/site/theme/assets/script/quiz.js`) finds the form by its classes and shows the controls, which are
`hidden` until then. What a screen reader needs: the whole question is the `<legend>`, a label for each
input, a `role=status` that stands in the page before it is filled.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.markup.elements import add, after, source_links
from builder.markup.items import FORMS
from builder.markup.items.choice import answer_text
from builder.markup.items.text import add_text
from builder.markup.references import phone
from builder.model.items import Answer, Item
from builder.model.quiz import Quiz
from builder.model.view import View

_SAID = {
    "choose": "said-choose", "right": "said-right", "wrong": "said-wrong", "more": "said-more", "skipped": "said-skipped",
    "all-done": "all-done", "look-one": "look-one", "look-many": "look-many", "cleared": "cleared",
}  # fmt: skip
"""Sentences the script says: name of the form's `data-` attribute, and of the word."""


def write_check(parent: Element, view: View, quiz: Quiz) -> Element:
    """Writes the self-check of `quiz` below `parent` and returns its form.

    Search leaves it out (`data-search-exclude`), or a result would show the answers.
    """
    said = {f"data_{name}": view.word(f"quiz.{word}") for name, word in _SAID.items()}
    form = add(
        parent, "form", class_="quiz", id=f"quiz-{quiz.lesson}", data_quiz=quiz.lesson, autocomplete="off", **said
    )
    form.set("data-search-exclude", "")
    add(form, "h3" if parent.tag in ("section", "aside") else "h2", view.word("quiz.title"))
    add_text(form, view, "p", quiz.intro, class_="quiz-intro")
    for number, item in enumerate(quiz.items, 1):
        _write_item(form, view, quiz.lesson, number, item)
    _write_end(form, view)
    return form


def write_baseline(parent: Element, view: View, quiz: Quiz) -> Element:
    """Writes the items that open and close the lesson, for counting hands: lettered options, no key."""
    block = add(parent, "section", class_="baseline")
    add(block, "p", view.word("blocks.baseline"))
    rows = add(block, "ol")
    for item in quiz.baseline:
        row = add(rows, "li")
        add_text(row, view, "p", item.stem, class_="stem")
        options = add(row, "ol", type="a")
        for answer in item.answers:
            add_text(options, view, "li", answer_text(view, answer))
    return block


def _write_item(form: Element, view: View, lesson: str, number: int, item: Item) -> None:
    shape = FORMS[item.type]
    field = add(
        form, "fieldset", class_="item", id=f"item-{item.id}", data_type=item.type, data_item=item.id, tabindex="-1"
    )
    legend = add(field, "legend")
    add(legend, "span", str(number), class_="item-number")
    after(legend, " ")
    add_text(legend, view, "span", item.stem, class_="stem")
    if how := shape.instruction(view):
        after(legend, " ")
        add(legend, "span", how, class_="item-how")
    if item.sensitive:
        _write_help(field, view)
    if item.hint:
        hint = add(field, "details", class_="hint")
        add(hint, "summary", view.word("quiz.hint"))
        add_text(hint, view, "p", item.hint)
    shape.write_options(field, view, lesson, item)
    _write_controls(field, view, item)
    _write_answer(field, view, item)


def _write_help(field: Element, view: View) -> None:
    """For an item that may touch what happened to somebody: it may be skipped, and whom to call."""
    line = add(field, "p", view.word("quiz.sensitive"), class_="item-help")
    service = view.role("child")
    if service:
        after(line, f" {view.word('quiz.sensitive-help')} ")
        line.append(phone(view, service))


def _write_controls(field: Element, view: View, item: Item) -> None:
    """The buttons the script shows, and the place it fills after *Check*."""
    controls = add(field, "div", class_="controls", hidden="hidden")
    add(controls, "button", view.word("quiz.check"), type="button", class_="check")
    if item.sensitive:
        add(controls, "button", view.word("quiz.skip"), type="button", class_="skip-item")
    add(field, "div", class_="result", role="status")


def _write_answer(field: Element, view: View, item: Item) -> None:
    """The key with the reason for every option, closed; with script it stays away until an answer is checked."""
    answer = add(field, "details", class_="answer")
    add(answer, "summary", view.word("quiz.show-answer"))
    rows = add(answer, "ul", class_="explanations")
    for found in item.answers:
        _write_explanation(rows, view, found)
    if item.explain:
        add_text(answer, view, "p", item.explain, class_="explain")
    _write_sources(answer, view, item)


def _write_explanation(rows: Element, view: View, answer: Answer) -> None:
    verdict = "right" if answer.right else "wrong"
    row = add(rows, "li", class_=verdict, data_option=answer.id)
    add(row, "strong", view.word(f"quiz.{verdict}"), class_="verdict")
    after(row, " ")
    add_text(row, view, "span", answer_text(view, answer), class_="option-text")
    after(row, " ")
    add_text(row, view, "span", answer.feedback, class_="feedback")


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
    source_links(line, addresses)


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
