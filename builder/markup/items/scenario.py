"""`scenario` in a page: the scenes as a numbered list, each choice a `<details>` with what it does and a link to where it leads.

So the story can be walked without script. With script one scene is shown at a time, and one choice is open at a time.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.markup.elements import add, after
from builder.markup.items.text import add_reason, add_text
from builder.markup.references import phone
from builder.model.items import Choice, ScenarioItem, Scene
from builder.model.view import View

BUTTONS = ("back", "walk")
ANSWER = "show-way"


def instruction(view: View, item: ScenarioItem) -> str:
    """That a choice shows what it does before the story goes on."""
    return view.word("quiz.scenario-how")


def write_field(parent: Element, view: View, lesson: str, item: ScenarioItem) -> None:
    """The scenes in the author's order, which is the one the numbers of the links speak of."""
    places = {scene.id: number for number, scene in enumerate(item.scenes, 1)}
    rows = add(parent, "ol", class_="scenes")
    for scene in item.scenes:
        row = add(rows, "li", class_="scene", id=_place(lesson, item, scene.id), data_scene=scene.id)
        add_text(row, view, "p", scene.text, class_="scene-text")
        for choice in scene.choices:
            _write_choice(row, view, choice, _place(lesson, item, choice.goto), places.get(choice.goto, 0))
        if scene.ending:
            _write_ending(row, view, scene)


def write_key(parent: Element, view: View, item: ScenarioItem) -> None:
    """The safe choice of each scene, and why."""
    rows = add(parent, "ul", class_="explanations")
    for scene in item.scenes:
        for choice in scene.choices:
            if choice.quality == "safe":
                row = add_reason(rows, view, f"{scene.id}.{choice.id}", choice.text, choice.feedback)
                row.remove(row[0])


def _place(lesson: str, item: ScenarioItem, scene: str) -> str:
    """The id of a scene on the page."""
    return f"{lesson}-{item.id}-{scene}"


def _write_choice(row: Element, view: View, choice: Choice, target: str, number: int) -> None:
    """What can be done; inside, how far it helps, what it does, and the way on."""
    box = add(row, "details", class_="choice", data_choice=choice.id)
    summary = add_text(box, view, "summary", choice.text)
    summary.set("data-to", str(number))
    said = add(box, "p", class_="feedback")
    add(said, "strong", view.word(f"quiz.{choice.quality}"), class_=f"quality {choice.quality}")
    after(said, " ")
    add_text(said, view, "span", choice.feedback)
    on = add(box, "a", class_="button go-on", href=f"#{target}")
    add(on, "span", view.word("quiz.go-on"), class_="needs-script")
    add(on, "span", view.word("quiz.go-to", n=number), class_="without-script")


def _write_ending(row: Element, view: View, scene: Scene) -> None:
    """The help that the ending names, each service once; an adult at school where the edition's help pack has none."""
    services = {service.id: service for role in scene.help if (service := view.role(role))}
    add(row, "p", view.word("print.scenario-help"), class_="scene-help")
    listed = add(row, "ul", class_="scene-help")
    for service in services.values():
        add(listed, "li").append(phone(view, service))
    if not services:
        add(listed, "li", view.word("print.scenario-adult"))
