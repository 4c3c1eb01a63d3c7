"""`scenario` on paper: numbered scenes to walk through, each choice says where it goes on; endings name help."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.handouts.items import drawing
from builder.handouts.items.question import Question
from builder.handouts.nodes import Inline, Node, node
from builder.model.items import ScenarioItem, Scene
from builder.model.items.scenario import HelpRole
from builder.model.view import View


@dataclass(frozen=True)
class Way:
    """A choice without its worth: letter, text, and the number of the scene it leads to."""

    letter: str
    text: str
    to: int


@dataclass(frozen=True)
class Stop:
    """A scene with its number; an ending has no ways on, and names help."""

    number: int
    text: str
    ways: tuple[Way, ...]
    help: tuple[HelpRole, ...]


@dataclass(frozen=True)
class Story:
    """What pupils get: the scenes in the written order, the first one first."""

    stops: tuple[Stop, ...]

    def texts(self) -> Iterator[str]:
        """The texts of scenes and choices."""
        for stop in self.stops:
            yield stop.text
            yield from (way.text for way in stop.ways)


def given(item: ScenarioItem) -> Story:
    """What pupils get, without the worth of the choices and what they do."""
    numbers = _numbers(item)
    return Story(
        tuple(
            Stop(
                numbers[scene.id],
                scene.text,
                tuple(Way(choice.id, choice.text, numbers[choice.goto]) for choice in scene.choices),
                scene.help,
            )
            for scene in item.scenes
        )
    )


def sheet(view: View, question: Question[Story], number: int) -> Node:
    """The item as pupils get it."""
    scenes = [_box(view, stop, question.path) for stop in question.given.stops]
    return drawing.asked(view, question, number, view.word("print.scenario"), [node("story", scenes=scenes)])


def key(view: View, item: ScenarioItem) -> str:
    """The safest path, scene and letter, to the number of its ending: `1a 3b 5`."""
    numbers = _numbers(item)
    return " ".join(f"{numbers[scene.id]}{letter}" for scene, letter in _safest(item))


def why(view: View, item: ScenarioItem, path: str) -> list[Node]:
    """Scene by scene: where each choice leads, how good it is and what it does; what each ending names."""
    numbers = _numbers(item)
    return [_scene_reasons(view, scene, numbers, path) for scene in item.scenes]


def _box(view: View, stop: Stop, path: str) -> Node:
    ways = [
        {
            "letter": way.letter,
            "body": drawing.words(view, way.text, path),
            "goto": [view.word("print.scenario-goto", number=way.to)],
        }
        for way in stop.ways
    ]
    return {
        "name": [_name(view, stop.number, ending=not stop.ways)],
        "body": drawing.words(view, stop.text, path),
        "ways": ways,
        "help": _help(view, stop.help) if not stop.ways else [],
    }


def _scene_reasons(view: View, scene: Scene, numbers: dict[str, int], path: str) -> Node:
    rows = []
    for choice in scene.choices:
        to = view.word("print.scenario-goto", number=numbers[choice.goto])
        rows.append(
            drawing.reason(
                [*drawing.words(view, choice.text, path), f" → {to}"],
                drawing.words(view, choice.feedback, path),
                label=choice.id,
                right=choice.quality == "safe",
                verdict=view.word(f"print.scenario-{choice.quality}"),
            )
        )
    name = view.word("print.scenario-scene", number=numbers[scene.id])
    lead: list[Inline] = [node("strong", body=[name]), " · ", *drawing.words(view, scene.text, path)]
    return drawing.reasons(rows, lead, _help(view, scene.help) if scene.ending else [])


def _name(view: View, number: int, *, ending: bool) -> str:
    """What a scene is called on paper."""
    kind = "scenario-start" if number == 1 else "scenario-end" if ending else "scenario-scene"
    return view.word(f"print.{kind}", number=number)


def _help(view: View, roles: tuple[HelpRole, ...]) -> list[Inline]:
    """The help an ending names, with numbers from the register; an adult at school where the jurisdiction has none.

    A service that has two of the roles is named once. A no-break space keeps its number beside its name.
    """
    services = {service.id: service for role in roles if (service := view.role(role))}
    named = [f"{view.called(service)}\u00a0{view.say(service.phone)}".rstrip() for service in services.values()]
    return [f"{view.word('print.scenario-help')} {', '.join(named) or view.word('print.scenario-adult')}"]


def _numbers(item: ScenarioItem) -> dict[str, int]:
    return {scene.id: number for number, scene in enumerate(item.scenes, 1)}


def _safest(item: ScenarioItem) -> list[tuple[Scene, str]]:
    """The scenes from the first along the safe choices, each with its letter; the ending has none. A circle is walked once."""
    walked: list[tuple[Scene, str]] = []
    scene: Scene | None = item.scenes[0]
    while scene and scene.id not in {seen.id for seen, _ in walked}:
        safe = next((choice for choice in scene.choices if choice.quality == "safe"), None)
        walked.append((scene, safe.id if safe else ""))
        scene = item.scene(safe.goto) if safe else None
    return walked
