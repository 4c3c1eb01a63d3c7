"""Packs: everything of a lesson, of a module and around the lessons as one file to download, named as a teacher would name it.

Windows, macOS and every phone open a zip. Names are plain, numbered in the order of the table of kinds, composed (NFC) and flagged
as UTF-8. What lies inside is packed already, so the zip only stores it; the same prints give the same bytes.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator

from builder.handouts.cache import digest_of, write_whole
from builder.handouts.kinds import kinds_of
from builder.handouts.piece import Printed
from builder.handouts.shelf import Shelf
from builder.markup.elements import printed_day
from builder.model.edition import Edition
from builder.model.view import View
from builder.read import Reading
from builder.site.prints import Print
from builder.site.trees import program_digest

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
LONGEST = 80
"""Letters of a name: folders on Windows add theirs."""


def packs(reading: Reading, edition: Edition, language: str, prints: list[Print], shelf: Shelf) -> Iterator[Printed]:
    """Put the packs of a language on the `shelf`, from the `prints` that lie there; one of the same files as last time is not made again."""
    assert reading.curriculum is not None
    view = View(reading.curriculum, edition, language, "teacher")
    for lesson in view.lessons:
        rows = _rows(view, prints, "lesson", lesson.id)
        yield _packed(view, shelf, lesson.id, "pack", lesson.head.title, rows)
    for module in view.modules:
        rows = _rows(view, prints, "module", module.id)
        for lesson in view.lessons_of(module):
            inner = plain_name(lesson.head.title)
            rows += [(f"{inner}/{name}", found) for name, found in _rows(view, prints, "lesson", lesson.id)]
        yield _packed(view, shelf, module.id, "module-pack", view.say(module.title), rows)
    around = _rows(view, prints, "curriculum", "")
    if around:
        yield _packed(view, shelf, "", "around-pack", view.word("print.around-title"), around)


def _rows(view: View, prints: list[Print], level: str, subject: str) -> list[tuple[str, Print]]:
    """The files of a subject with their names in the pack, numbered by kind in the order of the table."""
    kinds = kinds_of(level)  # type: ignore[arg-type]
    found = [p for p in prints if p.subject == subject and p.kind in kinds]
    present = [kind for kind in kinds if any(p.kind == kind for p in found)]
    ordered = sorted(found, key=lambda p: (kinds.index(p.kind), bool(p.variant), p.format != "pdf"))
    return [(f"{present.index(p.kind) + 1} {plain_name(p.label(view))}.{p.format}", p) for p in ordered]


def plain_name(words: str) -> str:
    """A name every system takes: without forbidden signs, not one of Windows' own, composed, no dot or space at its end."""
    name = unicodedata.normalize("NFC", _FORBIDDEN.sub(" ", words))
    name = " ".join(name.split())[:LONGEST].rstrip(" .")
    return f"{name}_" if _RESERVED.match(name) or not name else name


def _packed(view: View, shelf: Shelf, subject: str, kind: str, title: str, rows: list[tuple[str, Print]]) -> Printed:
    stem = f"{subject}.{kind}" if subject else kind
    entries = [(f"0 {plain_name(view.word('print.pack-index'))}.txt", _index(view, title, rows))]
    made_of = digest_of(repr((program_digest(), entries, [(name, found.digest) for name, found in rows])).encode())
    if kept := shelf.get(stem, made_of):
        return kept[0]
    entries += [(name, (shelf.folder / found.name).read_bytes()) for name, found in rows]
    content = _zipped(entries)
    path = shelf.folder / f"{stem}.zip"
    write_whole(path, content)
    packed = Printed(path, subject, kind, view.language, 0, len(content), reused=False)
    shelf.put(stem, made_of, [packed])
    return packed


def _zipped(entries: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in entries:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr, entry.create_system = 0o644 << 16, 3
            archive.writestr(entry, content)
    return out.getvalue()


def _index(view: View, title: str, rows: list[tuple[str, Print]]) -> bytes:
    """What is in the pack, as text that also an old editor shows: marked as UTF-8, lines ended as on Windows."""
    checked = printed_day(view, view.help.checked)
    lines = [f"{view.say(view.curriculum.plan.title)} · {title}", "", view.word("print.pack-first"), ""]
    lines += [f"{name}  ({_about(view, found)})" for name, found in rows]
    lines += ["", view.word("print.help-checked", date=checked), view.say(view.curriculum.plan.licence)]
    return "\r\n".join([*lines, ""]).encode("utf-8-sig")


def _about(view: View, found: Print) -> str:
    """Who it is for, and how many pages it has."""
    whose = view.word("print.for-pupils" if found.for_pupils else "blocks.for-teachers")
    pages = [view.word("print.pages", pages=found.pages)] if found.pages else [view.word("print.to-edit")]
    return ", ".join([whose, *pages])
