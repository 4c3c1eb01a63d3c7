"""The items that open and close a lesson, before it: for counting hands, and for pupils a small form of their own.

Neither holds a key. With script a pupil may choose, and reads in the self-check what was chosen here; without, and on a teacher's
page, it is a list with lettered options.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.markup.elements import add, after
from builder.markup.items import FORMS
from builder.markup.items.choice import answer_text, write_choices
from builder.markup.items.text import add_text
from builder.markup.quiz_form import write_help, write_no_sending
from builder.model.items import Item
from builder.model.quiz import Quiz
from builder.model.view import View


def write_baseline(parent: Element, view: View, quiz: Quiz) -> Element:
    """Writes the baseline of `quiz` below `parent`: a list on a teacher's page, a form on a pupil's. Returns the section."""
    block = add(parent, "section", class_="baseline")
    add(block, "p", view.word("blocks.baseline"))
    if view.audience == "teacher":
        _write_list(block, view, quiz)
    else:
        _write_form(block, view, quiz)
    return block


def _write_list(block: Element, view: View, quiz: Quiz) -> None:
    rows = add(block, "ol")
    for item in quiz.baseline:
        row = add(rows, "li")
        add_text(row, view, "p", item.stem, class_="stem")
        options = add(row, "ol", type="a")
        for answer in item.answers:
            add_text(options, view, "li", answer_text(view, answer))


def _write_form(block: Element, view: View, quiz: Quiz) -> None:
    """The same with inputs, which only the script shows; search leaves it out as it does the self-check."""
    form = add(
        block, "form", class_="before", id=f"before-{quiz.lesson}", data_before=quiz.lesson, autocomplete="off",
        data_cleared=view.word("quiz.cleared"),
    )  # fmt: skip
    form.set("data-search-exclude", "")
    write_no_sending(form, view)
    add(form, "p", view.word("quiz.before-how"), class_="needs-script")
    rows = add(form, "ol", class_="before-items")
    for item in quiz.baseline:
        _write_item(add(rows, "li"), view, quiz.lesson, item)
    end = add(form, "div", class_="controls needs-script")
    add(end, "button", view.word("quiz.clear"), type="button", class_="clear")
    add(end, "p", class_="before-said", role="status")


def _write_item(row: Element, view: View, lesson: str, item: Item) -> None:
    field = add(row, "fieldset", data_item=item.id)
    legend = add(field, "legend")
    add_text(legend, view, "span", item.stem, class_="stem")
    if how := FORMS[item.type].instruction(view, item):
        after(legend, " ")
        add(legend, "span", how, class_="item-how")
    if item.sensitive:
        write_help(field, view)
    options = add(field, "ol", class_="before-options")
    kind = "checkbox" if item.type == "multi" else "radio"
    write_choices(options, view, f"before-{lesson}-{item.id}", item, kind)
