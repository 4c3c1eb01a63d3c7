"""What was printed of each lesson, each module and the whole, and its packs: what is made of the same as last time is not even laid out again."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from builder.handouts.cache import write_whole
from builder.handouts.piece import Printed


class Shelf:
    """A folder of finished files, with a note for each order (a lesson, a module, the whole, a pack) that says what they were made of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, order: str, made_of: str | None) -> list[Printed] | None:
        """The files of an order, or `None` when they were made of something else, or one of them is gone or is not as it was.

        `made_of`: what they have to be made of; `None` takes them whatever it was.
        """
        try:
            note = json.loads(self._note(order).read_text("utf-8"))
            if made_of is not None and note["made_of"] != made_of:
                return None
            printed = [
                Printed(**{**entry, "path": self.folder / entry["path"], "reused": True}) for entry in note["printed"]
            ]
            return printed if [_stamp(done.path) for done in printed] == note["stamps"] else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, order: str, made_of: str, printed: list[Printed]) -> None:
        """Note what the files of an order were made of."""
        entries = [{**asdict(done), "path": done.path.name} for done in printed]
        note = {"made_of": made_of, "printed": entries, "stamps": [_stamp(done.path) for done in printed]}
        write_whole(self._note(order), json.dumps(note).encode())

    def _note(self, order: str) -> Path:
        return self.folder / f"{order}.json"


def _stamp(path: Path) -> list[int]:
    """By which it is seen that somebody wrote into a file: its size, and the moment it was last written."""
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]
