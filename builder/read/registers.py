"""Reading `facts/`: every register into one typed whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from builder.model.curriculum import Registers
from builder.model.registers import (
    ClaimsFile,
    GlossaryFile,
    HelpPack,
    LawPack,
    MythsFile,
    SignOffsFile,
    StandardsFile,
    TermsFile,
)
from builder.read.reading import Shelf
from builder.read.tree import list_files


def read_registers(shelf: Shelf) -> Registers:
    """The registers below `facts/`; a file that cannot be read is noted on the shelf and left out."""
    claims = shelf.file("facts/claims.yml", ClaimsFile)
    myths = shelf.file("facts/myths.yml", MythsFile)
    glossary = shelf.file("facts/glossary.yml", GlossaryFile)
    standards = shelf.file("facts/standards.yml", StandardsFile)
    terms = shelf.file("facts/terms.yml", TermsFile)
    signoffs = shelf.file("facts/signoffs.yml", SignOffsFile)
    law: dict[str, LawPack] = {}
    for path in _packs(shelf, "law"):
        if pack := shelf.file(path, LawPack):
            law.setdefault(pack.jurisdiction.id, pack)
    contacts: dict[str, HelpPack] = {}
    for path in _packs(shelf, "help"):
        if help_pack := shelf.file(path, HelpPack):
            contacts.setdefault(help_pack.jurisdiction, help_pack)
    return Registers(
        claims=_by_id(claims.claims) if claims else {},
        seeds=claims.seeds if claims else {},
        myths=_by_id(myths.myths) if myths else {},
        glossary=_by_id(glossary.entries) if glossary else {},
        standards=_by_id(standards.standards) if standards else {},
        terms={language: tuple(rules) for language, rules in terms.terms.items()} if terms else {},
        signoffs=tuple(signoffs.signoffs) if signoffs else (),
        law=law,
        help=contacts,
    )


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Entry = TypeVar("Entry", bound=_HasId)


def _by_id(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The entries by id, in their order; of two with one id the first (the check tells of the second)."""
    found: dict[str, Entry] = {}
    for entry in entries:
        found.setdefault(entry.id, entry)
    return found


def _packs(shelf: Shelf, kind: str) -> list[str]:
    found, findings = list_files(shelf.root, f"facts/{kind}")
    shelf.findings.extend(findings)
    return [path for path in found if path.endswith(".yml")]
