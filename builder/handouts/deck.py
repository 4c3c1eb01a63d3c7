"""The slides of a lesson as plain records: one idea on each, from the author's `slide` blocks, else from what the lesson says.

What is shown on the wall, the teacher's notes and the editable file are made from the same deck.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from builder.handouts.law import law_named
from builder.handouts.lesson_tree import LessonTree, is_part, without
from builder.handouts.nodes import Inline, Node, listing, node, para, walk
from builder.handouts.passages import parted
from builder.handouts.tree import inline_of
from builder.markup.register_blocks import help_services
from builder.model.help import Service
from builder.model.lesson import Lesson
from builder.model.view import View
from builder.signs import APART

SHOWN = ("slide", "scenario")
"""Sections of an activity that are slides of their own."""


@dataclass(frozen=True)
class Crown:
    """What stands above the slides of an activity: its number and title, its minutes and how pupils sit."""

    number: str
    title: list[Inline]
    minutes: str
    timer: str
    grouping: str
    sitting: str


@dataclass(frozen=True)
class Slide:
    """One slide. `look` is `title`, `words`, `story` or `help`."""

    look: str
    title: list[Inline]
    body: list[Node]
    sources: list[Inline] = field(default_factory=list)


@dataclass(frozen=True)
class Scene:
    """Slides that belong together, an activity's for instance, and what the teacher says to them."""

    title: list[Inline]
    slides: list[Slide]
    crown: Crown | None = None
    script: list[Node] = field(default_factory=list)


def deck(view: View, lesson: Lesson, tree: LessonTree) -> list[Scene]:
    """The scenes of a lesson in their order. `view` must be a teacher's: what to show and what to say is theirs."""
    assert view.audience == "teacher", "slides are for teachers"
    opening = [_opening(view, lesson), *_boxes(tree, "choices"), *_boxes(tree, "ground-rules")]
    scenes = [Scene([view.word("print.opening")], opening)]
    scenes += [_activity(view, activity, number) for number, activity in enumerate(tree.parts("activity"), 1)]
    return [_sourced(view, scene, tree.sources) for scene in [*scenes, *_help(view)]]


def numbers(scenes: list[Scene]) -> dict[str, tuple[int, int]]:
    """The first and the last slide of each activity, by the activity's number."""
    out, count = {}, 0
    for scene in scenes:
        if scene.crown:
            out[scene.crown.number] = (count + 1, count + len(scene.slides))
        count += len(scene.slides)
    return out


def _sourced(view: View, scene: Scene, sources: list[Node]) -> Scene:
    """The scene with the addresses of its sources on the slides, in the place of the raised numbers of paper."""
    return replace(scene, slides=[_with_sources(view, slide, sources) for slide in scene.slides])


def _with_sources(view: View, slide: Slide, sources: list[Node]) -> Slide:
    wanted = {found["id"] for found in walk(slide.body) if found["kind"] == "note"}
    links = [
        found for note in sources if note["id"] in wanted for found in walk(note["body"]) if found["kind"] == "link"
    ]
    if not links:
        return replace(slide, body=unnoted(slide.body))
    line: list[Inline] = [f"{view.word('blocks.source')}: "]
    for number, link in enumerate(links):
        line += [*([APART] if number else []), link]
    return replace(slide, body=unnoted(slide.body), sources=line)


def unnoted(tree: Any) -> Any:
    """The tree without the marks of source notes."""
    if isinstance(tree, list):
        return [unnoted(part) for part in tree if not (isinstance(part, dict) and part.get("kind") == "note")]
    return {name: unnoted(value) for name, value in tree.items()} if isinstance(tree, dict) else tree


def _opening(view: View, lesson: Lesson) -> Slide:
    question = inline_of(lesson.head.question, lesson.path, lesson.language)
    return Slide("title", [lesson.head.title], [para(*question, role="lead")])


def _boxes(tree: LessonTree, role: str) -> list[Slide]:
    """The box of that role, whatever it takes of slides."""
    return [
        slide
        for part in tree.parts(role)
        for slide in _slides("words", part["title"], without(part["body"], is_part("teacher", "slide")))
    ]


def _activity(view: View, activity: Node, number: int) -> Scene:
    """An activity: the author's slides and the stories in their order; without a slide of the author's, first what to do."""
    marks, body = activity["marks"], activity["body"]
    shown = [block for block in body if is_part(*SHOWN)(block)]
    slides = [slide for block in shown for slide in _shown(block)]
    if not any(is_part("slide")(block) for block in shown):
        slides = [*_slides("words", activity["title"], _tasks(body)), *slides]
    crown = Crown(
        str(number), activity["title"], view.word("blocks.minutes", minutes=marks["minutes"]), marks["minutes"],
        view.word(f"blocks.{marks['grouping']}"), marks["grouping"],
    )  # fmt: skip
    notes = [made for block in body if is_part("teacher")(block) for made in block["body"]]
    return Scene(activity["title"], slides, crown, unnoted(law_named(view, notes)))


def _shown(block: Node) -> list[Slide]:
    if is_part("slide")(block):
        return _slides("words", block["title"], block["body"])
    told = [inner for inner in block["body"] if inner["kind"] in {"para", "list"}]
    return _slides("story", block["title"], told)


def _tasks(body: list[Node]) -> list[Node]:
    """What pupils are to do: the paragraphs that begin with bold words, else the first two."""
    paragraphs = [block for block in body if block["kind"] == "para" and not block.get("role")]
    tasks = [
        block for block in paragraphs if isinstance(block["body"][0], dict) and block["body"][0]["kind"] == "strong"
    ]
    return tasks or paragraphs[:2]


def _slides(look: str, title: list[Inline], body: list[Node]) -> list[Slide]:
    """A slide, or several that share a title where the words need more room than one has."""
    parts = parted(body)
    counts = [f" ({number}/{len(parts)})" if len(parts) > 1 else "" for number in range(1, len(parts) + 1)]
    return [Slide(look, [*title, *([count] if count else [])], part) for count, part in zip(counts, parts, strict=True)]


def _help(view: View) -> Iterator[Scene]:
    """The last slides: the school's people, and the numbers of the help box, which stay on the wall while pupils leave."""
    services = [service for _, service in help_services(view, "box") if service.phone]
    rows = [line for service in services for line in _number(view, service)]
    people = [_person(view, number) for number in range(len(view.edition.school.people))]
    title: list[Inline] = [view.word("blocks.help")]
    slides = _slides("words", [view.word("blocks.people")], [listing(people)]) if people else []
    slides += [Slide("help", title, rows)] if rows else []
    if slides:
        yield Scene(title, slides)


def _person(view: View, number: int) -> list[Node]:
    person = view.edition.school.people[number]
    words = [person.name, view.say(person.where)]
    return [para(node("strong", body=[view.say(person.role)]), "".join(f" · {word}" for word in words if word))]


def _number(view: View, service: Service) -> list[Node]:
    """A row of the last slide: the number and the name, and below it what to know before dialling."""
    note = view.say(service.phone_note)
    row = node("number", number=[view.say(service.phone)], name=[view.called(service)])
    return [row, *([para(note)] if note else [])]
