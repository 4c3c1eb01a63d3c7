"""Adding a lesson to the plan: one line of the file changes, and all that a person wrote in it stays."""

from __future__ import annotations

import re
from pathlib import Path

from builder.errors import LikenessError
from builder.model.plan import Plan
from builder.read import Reading
from builder.read.curriculum import PLAN


def add_to_plan(reading: Reading, module: str, lesson: str) -> Path:
    """Put the lesson at the end of its module's lessons, unless it is there; gives the plan's path."""
    assert reading.curriculum is not None
    path = reading.root / PLAN
    plan: Plan = reading.curriculum.plan
    number = next(number for number, known in enumerate(plan.modules) if known.id == module)
    if lesson in plan.modules[number].lessons:
        return path
    lines = path.read_text(encoding="utf-8").split("\n")
    places = reading.documents[PLAN].values
    at = places[("modules", number, "lessons")]
    last = places.get(("modules", number, "lessons", len(plan.modules[number].lessons) - 1))
    if not (_add_in_brackets(lines, (last or at)[0] - 1, lesson) or _add_below(lines, last, lesson)):
        raise LikenessError(
            f'The files are written, but the plan is not: add "{lesson}" to "{module}" in {PLAN} by hand.'
        )
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _add_in_brackets(lines: list[str], index: int, lesson: str) -> bool:
    """`lessons: [one, two]`, also when the list goes over several lines."""
    list_line = re.fullmatch(r"(?P<before>[^#]*?)(?P<comma>,?)\s*\](?P<after>\s*\}?\s*(#.*)?)", lines[index])
    if list_line is None:
        return False
    before = list_line["before"]
    comma = "" if before.rstrip().endswith("[") else ", "
    lines[index] = f"{before}{comma}{lesson}]{list_line['after']}"
    return True


def _add_below(lines: list[str], last: tuple[int, int] | None, lesson: str) -> bool:
    """One lesson a line, each behind a hyphen."""
    if last is None or not (item := re.match(r"(\s*-\s+)", lines[last[0] - 1])):
        return False
    lines.insert(last[0], f"{item[1]}{lesson}")
    return True
