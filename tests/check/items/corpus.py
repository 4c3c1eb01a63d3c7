"""The corpus of items against which the rules on item writing are measured, and the measure itself.

An item of the corpus says only what matters in it: `+ ` marks a right answer, and feedback that is not written is filled in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from builder.check.item_writing import faults
from builder.model.items import Item
from builder.read.yaml_text import read_yaml

FOLDER = Path(__file__).parent / "corpus"
UNSEEN = "unseen"
"""Files of this name were written when the rules were finished, and no rule was changed after them."""

_ITEM: TypeAdapter[Item] = TypeAdapter(Item)
_LETTERS = "abcdefgh"


@dataclass(frozen=True)
class Labelled:
    """An item with the rules that a reviewer says it breaks, and those that the program finds."""

    name: str
    language: str
    unseen: bool
    breaks: frozenset[str]
    found: frozenset[str]


@dataclass(frozen=True)
class Figures:
    """How often a rule was right: `n` items break it, `hits` of them were found, `alarms` others were told of."""

    n: int
    hits: int
    alarms: int

    @property
    def precision(self) -> str:
        """Of what was found, how much is so."""
        return _share(self.hits, self.hits + self.alarms)

    @property
    def recall(self) -> str:
        """Of what is so, how much was found."""
        return _share(self.hits, self.n)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"


def corpus() -> list[Labelled]:
    """Every item of the corpus, looked at by every rule on single items."""
    return [
        labelled
        for file in sorted(FOLDER.glob("*.yml"))
        for number, entry in enumerate(_entries(file), 1)
        for labelled in [_labelled(file, number, entry)]
    ]


def _entries(file: Path) -> list[dict[str, Any]]:
    document, findings = read_yaml(file.name, file.read_text(encoding="utf-8"))
    assert document is not None, findings
    entries: list[dict[str, Any]] = document.value["items"]
    return entries


def _labelled(file: Path, number: int, entry: dict[str, Any]) -> Labelled:
    name, language = file.stem.split(".")
    breaks = frozenset(entry.get("breaks", ()))
    item = _ITEM.validate_python(_whole(entry, f"{name}-{number}"))
    cites_law = any("-" in cited for cited in item.cite)
    found = frozenset(fault.rule.id for fault in faults(item, language, cites_law=cites_law))
    return Labelled(f"{file.name} {number}: {item.stem}", language, name.startswith(UNSEEN), breaks, found)


def _whole(entry: dict[str, Any], name: str) -> dict[str, Any]:
    """The entry in the keys of a quiz file."""
    item = {"type": "single", "id": name, "objective": "any", "level": "apply", **entry}
    for key in ("breaks", "note"):
        item.pop(key, None)
    options = item.pop("options", ())
    match item["type"]:
        case "single" | "multi":
            item["options"] = [_option(letter, option) for letter, option in zip(_LETTERS, options, strict=False)]
        case "true-false":
            item |= {"feedback_true": "About yes.", "feedback_false": "About no."}
        case "order":
            item["steps"] = [_text(letter, str(text)) for letter, text in zip(_LETTERS, options, strict=False)]
        case "short":
            item |= {"feedback_right": "That is it.", "feedback_wrong": "Think again."}
        case "match":
            pairs = zip(_LETTERS, item["pairs"], strict=False)
            item["pairs"] = [{**_text(at, ""), "left": left, "right": right} for at, (left, right) in pairs]
            for pair in item["pairs"]:
                del pair["text"]
            item["extra"] = [_text(at, text) for at, text in zip("wxyz", item.get("extra", ()), strict=False)]
        case "scenario":
            item["scenes"] = [_scene(scene) for scene in item["scenes"]]
    return item


def _option(letter: str, option: str | dict[str, str]) -> dict[str, Any]:
    written = option if isinstance(option, dict) else {"text": option}
    text = str(written["text"])
    right = text.startswith("+ ")
    about = _text(letter, text.removeprefix("+ "))
    return {**about, "correct": right, "feedback": written.get("why", about["feedback"])}


def _text(letter: str, text: str) -> dict[str, Any]:
    return {"id": letter, "text": text, "feedback": f"About {letter}."}


def _scene(scene: dict[str, Any]) -> dict[str, Any]:
    choices = zip(_LETTERS, scene.get("choices", ()), strict=False)
    return {**scene, "choices": [{**_text(at, ""), **choice} for at, choice in choices]}


def figures(items: list[Labelled], rule: str) -> Figures:
    """The figures of a rule over these items."""
    so = [item for item in items if rule in item.breaks]
    return Figures(
        len(so),
        sum(rule in item.found for item in so),
        sum(rule in item.found for item in items if rule not in item.breaks),
    )


def disagreements(items: list[Labelled]) -> Iterator[str]:
    """Every item on which the program and the reviewer differ, by rule."""
    for item in items:
        for rule in sorted(item.breaks - item.found):
            yield f"{rule} missed: {item.name}"
        for rule in sorted(item.found - item.breaks):
            yield f"{rule} alarm:  {item.name}"
