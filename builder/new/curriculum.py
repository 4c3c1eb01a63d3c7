"""`likeness new curriculum DIR`: a small curriculum that checks and builds, for an organisation's own lessons."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from builder.errors import OutputError
from builder.new.template import TEMPLATES, all_below, filled, write_new

# A template under the name `.gitignore` would make git leave files of ours out.
_RENAMED = {"gitignore": ".gitignore"}


def new_curriculum(folder: Path, today: date) -> list[Path]:
    """Write it into a new or empty folder; gives the files. Raises `OutputError` when the folder holds anything."""
    if folder.exists() and not folder.is_dir():
        raise OutputError(f'"{folder}" is a file; name a new folder for the curriculum.')
    if folder.is_dir() and any(entry.name != ".git" for entry in folder.iterdir()):
        raise OutputError(f'"{folder}" is not empty; name a new folder for the curriculum.')
    words = {"today": today.isoformat()}
    texts = all_below(TEMPLATES / "curriculum")
    return write_new(folder, {_RENAMED.get(path, path): filled(text, words) for path, text in texts})
