"""What other people's readers make of a file of ours. Each function needs the fixture `readers`.

Every one is a thin question to a small Node.js script beside this module, which hands the file to a package that nobody here
wrote. What the reader refuses comes back as `Refused`, in the reader's own words.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tools.foreign_readers import find_node

HERE = Path(__file__).parent


class Refused(Exception):
    """A reader does not take the file; the message is the reader's own."""


def gift(text: str) -> list[dict[str, Any]]:
    """The questions of a GIFT file as gift-pegjs reads them (its `index.d.ts` says the keys).

    Raises Refused with line, column and reason. Of a true-false item, `trueFeedback` is the first text in the
    file, which a learner sees after the wrong answer, and `falseFeedback` the second, after the right one, whatever their names say.
    """
    questions: list[dict[str, Any]] = ask("gift", text.encode())
    return questions


def spreadsheet(content: bytes) -> list[list[dict[str, Any]]]:
    """The rows of the first sheet of a `.xlsx` as exceljs reads them; each cell with `value` and `formula`."""
    rows: list[list[dict[str, Any]]] = ask("spreadsheet", content)[0]
    return rows


def table(content: bytes) -> list[list[str]]:
    """The rows of a CSV as Papa Parse reads them."""
    rows: list[list[str]] = ask("table", content)
    return rows


def apps_scripts(texts: list[str]) -> list[dict[str, Any]]:
    """What the TypeScript compiler says of each script with Google's typings, and the form it makes: `complaints`, `form`, `items`.

    The compiler is strict: a parameter needs its type in JSDoc, for a method of what has none could have any name.
    """
    made: list[dict[str, Any]] = ask("apps_script", json.dumps(texts).encode())
    return made


def ask(script: str, given: bytes, *words: str) -> Any:
    """What the script `<script>.cjs` answers about the bytes; raises Refused when its reader refuses them."""
    node = find_node()
    assert node, "ask for the fixture `readers`"
    command = [node, str(HERE / f"{script}.cjs"), *words]
    ended = subprocess.run(command, input=given, capture_output=True, cwd=HERE, check=False)
    if ended.returncode != 0:
        raise RuntimeError(f"{script}.cjs broke: {ended.stderr.decode(errors='replace')[-2000:]}")
    said = json.loads(ended.stdout)
    if "fault" in said:
        raise Refused(said["fault"])
    return said["read"]


_ANKI_REFUSALS = ("conflicting", "missing_notetype", "missing_deck", "empty_first_field")
"""The parts of Anki's import report that hold lines it did not take."""


def anki_notes(file: Path, folder: Path, *, times: int = 1) -> list[dict[str, Any]]:
    """The notes in a new Anki collection after importing `file` so many times: `guid`, `fields`, `tags`, `deck`.

    Raises Refused with the lines that Anki left out, and its reason.
    """
    from anki.collection import Collection, ImportCsvRequest

    collection = Collection(str(folder / "collection.anki2"))
    try:
        for _ in range(times):
            metadata = collection.get_csv_metadata(path=str(file), delimiter=None)
            log = collection.import_csv(ImportCsvRequest(path=str(file), metadata=metadata)).log
            left_out = [f"{why}: {' | '.join(note.fields)}" for why in _ANKI_REFUSALS for note in getattr(log, why)]
            if left_out:
                raise Refused("; ".join(left_out))
        return [_note(collection, identity) for identity in collection.find_notes("")]
    finally:
        collection.close()


def _note(collection: Any, identity: Any) -> dict[str, Any]:
    note = collection.get_note(identity)
    deck = collection.decks.name(note.cards()[0].did)
    return {"guid": note.guid, "fields": list(note.fields), "tags": list(note.tags), "deck": deck}
