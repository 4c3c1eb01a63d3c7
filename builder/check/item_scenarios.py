"""Scenarios hold together, and class games get only what belongs there."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.review import At, Fault, Review
from builder.model.finding import Rule
from builder.model.items import OrderItem, ReflectItem, ScenarioItem
from builder.read.outline import did_you_mean

GAME = Rule(
    "Q109",
    "error",
    "an item for class games is about knowledge and never sensitive",
    "take `game: true` away",
    "our own",
)
GOTO = Rule("Q111", "error", "a choice leads to a scene that is there", "correct `goto`, or write the scene", "our own")
REACHED = Rule(
    "Q112", "error", "every scene of a scenario is reached", "let a choice lead to it, or take it out", "our own"
)
ENDS = Rule(
    "Q113",
    "error",
    "every path of a scenario comes to an ending",
    "let a choice lead out, or end the story here",
    "our own",
)
NAMES_HELP = Rule("Q114", "error", "every ending names help", "add `help`, e.g. `help: [child]`", "our own")
ONE_SAFE = Rule(
    "Q115",
    "error",
    "where there is something to decide, exactly one choice is `safe`",
    "call the choice that helps most `safe`, and the others `mixed` or `unsafe`",
    "our own",
)

RULES = (GAME, GOTO, REACHED, ENDS, NAMES_HELP, ONE_SAFE)


def look(review: Review) -> Iterator[Fault]:
    """The faults of a scenario, and of what is marked for games."""
    item = review.item
    if item.game and (item.sensitive or isinstance(item, ScenarioItem | ReflectItem | OrderItem)):
        why = "is sensitive" if item.sensitive else f"is of the type {item.type}, which no game takes"
        yield Fault(GAME, ("game",), f'item "{item.id}" goes to class games and {why}')
    if isinstance(item, ScenarioItem):
        yield from _gotos(item)
        yield from _paths(item)
        yield from _endings(item)


def _gotos(item: ScenarioItem) -> Iterator[Fault]:
    known = [scene.id for scene in item.scenes]
    for number, scene in enumerate(item.scenes):
        for place, choice in enumerate(scene.choices):
            if choice.goto not in known:
                at: At = ("scenes", number, "choices", place, "goto")
                message = f'choice "{choice.id}" of scene "{scene.id}" leads to "{choice.goto}", which is not there'
                yield Fault(GOTO, at, message, did_you_mean(choice.goto, known))


def _paths(item: ScenarioItem) -> Iterator[Fault]:
    """Scenes that nobody comes to, and scenes from which nobody comes to an ending."""
    ways = {scene.id: {choice.goto for choice in scene.choices} for scene in item.scenes}
    back: dict[str, set[str]] = {}
    for start, goals in ways.items():
        for goal in goals:
            back.setdefault(goal, set()).add(start)
    reached = _from([item.scenes[0].id], ways)
    ending = _from([scene.id for scene in item.scenes if scene.ending], back)
    broken = any(goal not in ways for goals in ways.values() for goal in goals)
    for number, scene in enumerate(item.scenes):
        at = ("scenes", number, "id")
        if scene.id not in reached:
            yield Fault(REACHED, at, f'no choice leads to the scene "{scene.id}"')
        elif scene.id not in ending and not broken:
            yield Fault(ENDS, at, f'from the scene "{scene.id}" no path comes to an ending')


def _from(start: list[str], ways: dict[str, set[str]]) -> set[str]:
    """Everything that can be come to from `start`, itself included."""
    seen: set[str] = set()
    waiting = list(start)
    while waiting:
        scene = waiting.pop()
        if scene not in seen:
            seen.add(scene)
            waiting.extend(ways.get(scene, ()))
    return seen


def _endings(item: ScenarioItem) -> Iterator[Fault]:
    for number, scene in enumerate(item.scenes):
        at = ("scenes", number, "id")
        if scene.ending and not scene.help:
            yield Fault(NAMES_HELP, at, f'the ending "{scene.id}" names no help')
        safe = sum(choice.quality == "safe" for choice in scene.choices)
        if len(scene.choices) > 1 and safe != 1:
            yield Fault(ONE_SAFE, at, f'the scene "{scene.id}" has {safe or "no"} safe choices')
