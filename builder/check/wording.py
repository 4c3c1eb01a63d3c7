"""What the rules on item writing look for in each language: the patterns of `builder/words/<language>/items.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from builder.own_yaml import load

_NOTHING = "(?!)"
"""The pattern that finds nothing: a key a language leaves empty."""

_WITH_CAPITALS = frozenset({"person"})
"""Keys whose patterns tell capitals from small letters."""

_INSIDE_WORDS = frozenset({"endings", "joint"})
"""Keys whose patterns find a part of a word in every language."""


@dataclass(frozen=True)
class Wording:
    """The patterns and limits of one language."""

    language: str
    table: dict[str, str]

    @cached_property
    def flags(self) -> re.RegexFlag:
        """How patterns are compiled. Without small and capital letters there is nothing to fold, and folding Hangul is slow."""
        return re.MULTILINE | (re.IGNORECASE if self.table["ignore-case"] == "yes" else re.NOFLAG)

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {}

    def pattern(self, key: str) -> re.Pattern[str]:
        """The pattern of a key: any of its lines. `KeyError` for a key that the table does not have."""
        found = self._patterns.get(key)
        if found is None:
            whole = self.table["whole-words"] == "yes" and key not in _INSIDE_WORDS
            flags = self.flags & ~re.IGNORECASE if key in _WITH_CAPITALS else self.flags
            found = self._patterns[key] = re.compile(_joined(_lines(self.table[key]), whole), flags)
        return found

    def find(self, key: str, text: str) -> re.Match[str] | None:
        """The first place in `text` that a line of the key finds."""
        return self.pattern(key).search(text)

    def has(self, key: str, text: str) -> bool:
        """Whether a line of the key finds anything in `text`."""
        return self.find(key, text) is not None

    def limit(self, key: str) -> int:
        """A number of the table."""
        return int(self.table[key])

    @cached_property
    def common(self) -> re.Pattern[str]:
        """A whole word that says too little to give an answer away."""
        return re.compile("|".join(_lines(self.table["common"])), self.flags)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")] or [_NOTHING]


def _joined(lines: list[str], whole: bool) -> str:
    """One pattern of several. Whole words are looked for at the beginnings of words alone, which is what makes it quick."""
    if whole:
        words = "|".join(line for line in lines if not line.startswith("^"))
        lines = [line for line in lines if line.startswith("^")] + ([rf"(?<!\w)(?:{words})(?!\w)"] if words else [])
    return "|".join(lines)


@cache
def wording(language: str) -> Wording | None:
    """The wording of a language, or `None` where nobody has written it yet: then no rule on words speaks."""
    file = files("builder") / "words" / language / "items.yml"
    if not file.is_file():
        return None
    return Wording(language, load(file.read_text("utf-8")))
