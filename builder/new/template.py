"""The texts that new files begin with: they lie in `builder/templates/`, with words in double braces to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from builder.errors import OutputError

TEMPLATES = files("builder") / "templates"
FALLBACK = "en"


def filled(text: str, words: Mapping[str, str]) -> str:
    """The text with each `{{name}}` of `words` replaced."""
    for name, value in words.items():
        text = text.replace("{{" + name + "}}", value)
    return text


def in_language(name: str, language: str, ending: str) -> str:
    """The template `name` in a language, or in English where it has not been translated."""
    wanted = TEMPLATES / f"{name}.{language}.{ending}"
    return (wanted if wanted.is_file() else TEMPLATES / f"{name}.{FALLBACK}.{ending}").read_text(encoding="utf-8")


def all_below(folder: Traversable, name: str = "") -> Iterator[tuple[str, str]]:
    """Every file of a folder of templates: its path below the folder, with `/`, and its text."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{name}{entry.name}"
        if entry.is_dir():
            yield from all_below(entry, f"{path}/")
        else:
            yield path, entry.read_text(encoding="utf-8")


def write_new(root: Path, texts: Mapping[str, str]) -> list[Path]:
    """Write files that must not be there yet; all of them or, when one is there, none. Gives their paths."""
    targets = {root / path: text for path, text in texts.items()}
    for target in targets:
        if target.exists():
            raise OutputError(f"{target} is there already; nothing was written.")
    try:
        for target, text in targets.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{error.filename} cannot be written ({error.strerror}).") from error
    return list(targets)
