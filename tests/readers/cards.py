"""What Anki makes of a table of cards: its own importer, with its own reading of the first lines (`#separator`, `#html`, …)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from anki.collection import Collection
from anki.import_export_pb2 import ImportCsvRequest, ImportResponse
from anki.notes import Note

from tests.readers.reading import Refused

REFUSALS = ("conflicting", "missing_notetype", "missing_deck", "empty_first_field")
"""The parts of Anki's import report that name a line it did not take."""


@dataclass(frozen=True)
class AnkiNote:
    """A note in the collection; `cards` are its (question, answer) pairs in HTML, as a learner sees them."""

    guid: str
    notetype: str
    deck: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    cards: tuple[tuple[str, str], ...]


def anki_cards(*tables: Path) -> list[AnkiNote]:
    """The notes after an import of each table, in turn, into one empty collection; a second import of the same updates its notes.

    Raises Refused with the lines that Anki left out and its reason for them.
    """
    with _empty_collection() as collection:
        for table in tables:
            _import(collection, table)
        return [_told(collection, collection.get_note(identity)) for identity in sorted(collection.find_notes(""))]


@contextmanager
def _empty_collection() -> Iterator[Collection]:
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder, "collection.anki2")))
        try:
            yield collection
        finally:
            collection.close()


def _import(collection: Collection, table: Path) -> None:
    as_read = collection.get_csv_metadata(path=str(table), delimiter=None)
    log = collection.import_csv(ImportCsvRequest(path=str(table), metadata=as_read)).log
    refused = [f"{reason}: {_line(note)}" for reason in REFUSALS for note in getattr(log, reason)]
    if refused:
        raise Refused("; ".join(refused))


def _line(note: ImportResponse.Note) -> str:
    return " | ".join(note.fields)


def _told(collection: Collection, note: Note) -> AnkiNote:
    notetype = note.note_type()
    assert notetype is not None
    shown = [(card.render_output().question_text, card.render_output().answer_text) for card in note.cards()]
    return AnkiNote(
        guid=note.guid,
        notetype=notetype["name"],
        deck=collection.decks.name(note.cards()[0].did),
        fields=tuple(note.fields),
        tags=tuple(note.tags),
        cards=tuple(shown),
    )
