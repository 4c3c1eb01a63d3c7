"""What an import yields: drafts of items in the keys of a quiz file, and what could not come along."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from builder.model.finding import Finding, Place, Rule, finding

NOT_READ = Rule(
    "J001",
    "error",
    "the file is what its ending says",
    "export it again from the platform, or name the format with --from",
)
UNKNOWN_TYPE = Rule("J002", "warning", "a question is of a type that a quiz can hold", "write it anew as another type")
UNCLEAR = Rule("J003", "warning", "a question has a key that can be read", "mend it in the platform, or write it anew")
LOST = Rule("J004", "warning", "everything a question has comes along", "look whether the item still says what it must")

Format = Literal["gift", "moodle-xml", "csv"]


@dataclass
class Draft:
    """An item as far as it could be read: `keys` as an author writes them, `line` where it stands in the file."""

    keys: dict[str, Any]
    line: int
    lost: list[str] = field(default_factory=list)

    def needs(self) -> list[str]:
        """What an author must still write: a sentence for each missing key, in the order of the file."""
        return [_NEEDS[key] for key in ("objective", "level") if not self.keys.get(key)] + _feedback_needs(self.keys)


@dataclass(frozen=True)
class Imported:
    """The drafts of a file, in order, and what was noticed on the way."""

    path: str
    format: Format
    drafts: tuple[Draft, ...]
    findings: tuple[Finding, ...]


_NEEDS = {
    "objective": "objective: which objective of the lesson it tests",
    "level": "level: recall, apply or judge",
}


def _feedback_needs(keys: dict[str, Any]) -> list[str]:
    """The feedback that is missing. Pupils learn from it more than from anything else a quiz can do."""
    needs = [f"{key}: shown to who answers so" for key in _FEEDBACK.get(keys["type"], ()) if not keys.get(key)]
    for part in ("options", "pairs", "extra", "steps"):
        for entry in keys.get(part, ()):
            if not entry.get("feedback"):
                needs.append(
                    f"feedback of {part.removesuffix('s')} {entry['id']}: why it is right, or what makes it wrong"
                )
    if keys["type"] == "reflect" and not keys.get("pointers"):
        needs.append("pointers: what a good answer may think of")
    return needs


_FEEDBACK = {"true-false": ("feedback_true", "feedback_false"), "short": ("feedback_right", "feedback_wrong")}


def noticed(rule: Rule, path: str, line: int, message: str, column: int = 1) -> Finding:
    """A finding about the file that is imported."""
    return finding(rule, Place(path, line, column), message)
