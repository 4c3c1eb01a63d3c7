"""What our own exports put in a platform's words, taken back: reasons in a list below the explanation, places for an order, tags.

`builder.packages.stand_ins` writes these.
"""

from __future__ import annotations

import re
from typing import Any

from builder.importing.plain import from_html

Keys = dict[str, Any]
_LEVELS = ("recall", "apply", "judge")
_FLAGS = ("sensitive", "game", "baseline", "confidence")
_LIST = re.compile(r"<(ul|ol)>(<li>.*</li>)</\1>\s*$", re.DOTALL)


def parted(general: str) -> tuple[str, list[str]]:
    """The HTML of a general feedback without the list at its end, and the rows of the list."""
    found = _LIST.search(general)
    if not found:
        return general, []
    return general[: found.start()], re.findall(r"<li>(.*?)</li>", found[2], re.DOTALL)


def with_reasons(keys: Keys, rows: list[str]) -> None:
    """Gives the rows of such a list back to the pairs or pointers they are of; rows that fit nothing stay in the explanation."""
    said = [from_html(row)[0] for row in rows]
    if keys["type"] == "reflect" and not keys.get("pointers"):
        keys["pointers"] = said
        return
    for pair in keys.get("pairs", ()):
        beginning = f"{pair['left']} – "
        fitting = next((row for row in said if row.startswith(beginning)), None)
        if fitting is not None:
            said.remove(fitting)
            pair["feedback"] = fitting.removeprefix(beginning)
    if said:
        keys["explain"] = " ".join([keys.get("explain", ""), *said]).strip()


def with_tags(keys: Keys, tags: list[str]) -> None:
    """Takes what tags say of an item: `objective:x`, `level:x`, `type:order`, and those that name a property."""
    for tag in tags:
        name, _, value = tag.partition(":")
        if name == "objective" or (name == "level" and value in _LEVELS) or name in ("scoring", "fixed"):
            keys[name] = value
        elif name in _FLAGS and not value:
            keys[name] = True
    if "type:order" in tags and keys["type"] == "match":
        _as_order(keys)


def _as_order(keys: Keys) -> None:
    """Pairs of a step and its place become steps again."""
    pairs = keys["pairs"]
    places = [str(pair["right"]) for pair in pairs]
    if sorted(places) != sorted(str(n) for n in range(1, len(pairs) + 1)):
        return
    in_order = sorted(keys.pop("pairs"), key=lambda pair: int(pair["right"]))
    keys["type"] = "order"
    keys["steps"] = [
        {
            "id": chr(ord("a") + n),
            "text": pair["left"],
            **({"feedback": pair["feedback"]} if "feedback" in pair else {}),
        }
        for n, pair in enumerate(in_order)
    ]
