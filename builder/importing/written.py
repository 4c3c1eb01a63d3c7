"""The quiz file of an import, in YAML: what is missing stands as a comment where it belongs."""

from __future__ import annotations

from typing import Any

import yaml

from builder.importing.draft import Draft, Imported

_ORDER = (
    "id", "type", "stem", "objective", "level", "baseline", "sensitive", "confidence", "game", "hint", "scoring", "fixed",
    "answer", "feedback_true", "feedback_false", "options", "pairs", "extra", "steps", "accept", "feedback_right",
    "feedback_wrong", "pointers", "explain",
)  # fmt: skip


def quiz_text(imported: Imported) -> str:
    """The text of a quiz file. It passes `likeness check` once an author has written what the comments ask for."""
    head = [
        "# yaml-language-server: $schema=../../docs/schemas/quiz.json",
        f"# From {imported.path}. Comments that begin with `to write` name what is missing; `likeness check` finds the rest.",
        "# to write: intro: one or two sentences to the pupil before the first item",
        "items:",
    ]
    return "\n".join(head) + "\n" + "\n".join(_item(draft) for draft in imported.drafts)


def _item(draft: Draft) -> str:
    keys = {key: value for key in _ORDER if (value := _whole(draft.keys.get(key))) not in (None, "", [], ())}
    text = yaml.safe_dump([keys], allow_unicode=True, sort_keys=False, width=100_000)
    lines = [f"  {line}" for line in text.splitlines()]
    return "\n".join([*lines, *(f"    # to write: {need}" for need in draft.needs())]) + "\n"


def _whole(value: Any) -> Any:
    """A value without the empty texts inside it."""
    if isinstance(value, list):
        return [_whole(entry) for entry in value]
    if isinstance(value, dict):
        return {key: inner for key, inner in value.items() if inner != ""}
    return value
