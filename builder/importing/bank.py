"""Reading the file of a bank: which format it is, its text in whatever encoding a school's programs write, and its drafts."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from builder.errors import SourceError
from builder.importing import gift, moodle_xml, table
from builder.importing.draft import Draft, Format, Imported

MAX_BYTES = 5_000_000
"""A bank with some thousand questions; pictures inside a file count too."""

READERS = {"gift": gift.read, "moodle-xml": moodle_xml.read, "csv": table.read}
_ENDINGS: dict[str, Format] = {".gift": "gift", ".txt": "gift", ".xml": "moodle-xml", ".csv": "csv", ".tsv": "csv"}
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def import_bank(file: Path, form: Format | None = None, prefix: str = "") -> Imported:
    """The drafts of a bank's file. Without `form` the ending says the format. `prefix` is taken off ids that begin with it.

    Raises `SourceError` for a file that cannot be read at all.
    """
    form = form or _ENDINGS.get(file.suffix.lower())
    if form is None:
        raise SourceError(f'"{file.name}" ends in none of {", ".join(_ENDINGS)}; name its format with --from.')
    drafts, findings = READERS[form](file.name, _text(file))
    return Imported(file.name, form, tuple(_with_ids(drafts, prefix)), tuple(findings))


def _text(file: Path) -> str:
    try:
        if not file.is_file():
            raise SourceError(f'"{file}" is not an ordinary file; name the file to import.')
        if file.stat().st_size > MAX_BYTES:
            raise SourceError(
                f'"{file.name}" has {file.stat().st_size:,} bytes; a bank may have {MAX_BYTES:,}: export it in parts.'
            )
        raw = file.read_bytes()
    except OSError as error:
        raise SourceError(f'"{file}" cannot be read ({error.strerror}).') from error
    text = _decoded(file, raw)
    if not text.strip():
        raise SourceError(f'"{file.name}" is empty.')
    return _HIDDEN.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))


def _decoded(file: Path, raw: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or CP949, in which spreadsheets in Korea save CSV."""
    codings = ("utf-16",) if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp949")
    for coding in codings:
        try:
            return raw.decode(coding)
        except UnicodeDecodeError:
            continue
    raise SourceError(f'"{file.name}" is saved neither as UTF-8 nor as UTF-16 or CP949; save it as UTF-8.')


def _with_ids(drafts: list[Draft], prefix: str) -> list[Draft]:
    """The drafts with ids that a quiz may have, each once: from the file's own where it has any."""
    taken: set[str] = set()
    for number, draft in enumerate(drafts, 1):
        named = str(draft.keys.get("id", "")).removeprefix(prefix)
        stem = re.sub(r"[^a-z0-9]+", "-", named.lower()).strip("-")[:50] or f"item-{number}"
        identity, copy = stem, 2
        while identity in taken:
            identity, copy = f"{stem}-{copy}", copy + 1
        taken.add(identity)
        draft.keys["id"] = identity
    return drafts
