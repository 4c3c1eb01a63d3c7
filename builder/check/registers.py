"""The registers hold together: what they name exists, is still fresh, and is not a misprint that circulates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.check.inspection import Inspection
from builder.check.prose import scalar_locator
from builder.model.finding import Finding, Place, Rule, finding
from builder.read.outline import did_you_mean
from builder.read.source import Source
from builder.read.yaml_text import Document, Path

INNER = Rule(
    "K101", "error", "an entry of a register names other entries that exist", "correct the id, or add the entry"
)
OVERDUE = Rule(
    "K102",
    "warning",
    "claims and law are compared with their sources before their date",
    "compare it with its sources, then set `checked` and `recheck_by`",
)
STALE = Rule(
    "K103",
    "warning",
    "a published contact was confirmed within the last 180 days",
    "look it up again, then set `last_checked`, or add a sign-off",
)
MISPRINT = Rule("K104", "error", "no known misprint stands anywhere", "write the right one")
UNVERIFIED_ROLE = Rule(
    "K105",
    "warning",
    "the contacts of the help box are published",
    "have the contact checked and signed in facts/signoffs.yml, or choose another",
)

PACK_NAME = Rule(
    "K106",
    "error",
    "a pack lies in the file named after its jurisdiction",
    "rename the file, or correct the jurisdiction",
)

RULES = (INNER, OVERDUE, STALE, MISPRINT, UNVERIFIED_ROLE, PACK_NAME)


def check(inspection: Inspection) -> Iterator[Finding]:
    """Findings inside `facts/`, and of misprints anywhere."""
    if inspection.registers_whole:
        yield from _inner(inspection)
    yield from _overdue(inspection)
    yield from _help(inspection)
    yield from _misprints(inspection)
    yield from _pack_names(inspection)


def _pack_names(inspection: Inspection) -> Iterator[Finding]:
    for document in _registers(inspection):
        named = _pack(document.value) if document.path.startswith(("facts/law/", "facts/help/")) else None
        if named and not document.path.endswith(f"/{named[0]}.yml"):
            at: Path = ("jurisdiction", "id") if len(named[1]) > 1 else ("jurisdiction",)
            message = f'this pack is for "{named[0]}", and the name of its file says otherwise'
            yield finding(PACK_NAME, document.place(at), message, length=len(named[0]))


def _inner(inspection: Inspection) -> Iterator[Finding]:
    registers = inspection.curriculum.registers
    provisions = [p.id for pack in registers.law.values() for p in pack.provisions]
    services = [s.id for pack in registers.help.values() for s in pack.services]
    tools = [tool.id for pack in registers.help.values() for tool in pack.platform_tools]
    claims = list(registers.claims)
    facts = [*claims, *provisions]
    known: dict[str, tuple[str, list[str]]] = {
        "claims.*.see.*": ("claim", claims),
        "claims.*.seeds.*": ("seed", list(registers.seeds)),
        "myths.*.facts.*": ("claim", claims),
        "entries.*.cite.*": ("claim or provision", facts),
        "topics.*.*": ("provision", provisions),
        "jurisdiction.minors_sources.*": ("provision", provisions),
        "roles.*": ("service", services),
        "pathway.steps.*.contacts.*": ("service", services),
        "pathway.steps.*.cite.*": ("provision", provisions),
        "pathway.cite.*": ("provision", provisions),
        "everywhere.cite.*": ("provision", provisions),
        "signoffs.*.entry": ("provision, service or platform tool", [*provisions, *services, *tools]),
    }
    for document in _registers(inspection):
        for pattern, (what, ids) in known.items():
            for at, value in _matching(document.value, pattern.split(".")):
                if isinstance(value, str) and value not in ids:
                    yield finding(
                        INNER, document.place(at), f'there is no {what} "{value}"', did_you_mean(value, ids), len(value)
                    )


def _matching(value: object, pattern: list[str], at: Path = ()) -> Iterator[tuple[Path, object]]:
    """The values below `value` whose path fits the pattern, in which `*` is any key or place in a list."""
    if not pattern:
        yield at, value
    elif isinstance(value, list) and pattern[0] == "*":
        for number, entry in enumerate(value):
            yield from _matching(entry, pattern[1:], (*at, number))
    elif isinstance(value, dict):
        for key in value if pattern[0] == "*" else (pattern[0],):
            if key in value:
                yield from _matching(value[key], pattern[1:], (*at, key))


def _registers(inspection: Inspection) -> list[Document]:
    return [document for path, document in inspection.reading.documents.items() if path.startswith("facts/")]


def _overdue(inspection: Inspection) -> Iterator[Finding]:
    registers, today = inspection.curriculum.registers, inspection.today
    used = {edition.jurisdiction for edition in inspection.curriculum.editions.values()}
    claims = inspection.reading.documents.get("facts/claims.yml")
    for number, entry in enumerate(claims.value["claims"] if claims and registers.claims else ()):
        claim = registers.claims[entry["id"]]
        if claims and claim.recheck_by < today:
            yield finding(
                OVERDUE,
                claims.place(("claims", number, "recheck_by")),
                f"the claim {claim.id} was to be compared with its sources by {claim.recheck_by}",
                length=10,
            )
    for document in _registers(inspection):
        if (found := _pack(document.value)) and found[0] in used:
            name, at, day = found
            if day < today.isoformat():
                yield finding(
                    OVERDUE,
                    document.place(at),
                    f"the pack {name} was to be compared with its sources by {day}",
                    length=10,
                )


def _pack(value: dict[str, object]) -> tuple[str, Path, str] | None:
    """The jurisdiction of a law or help pack, and where and by when it says to check again."""
    frame = value.get("jurisdiction")
    if isinstance(frame, dict):
        return str(frame.get("id")), ("jurisdiction", "recheck_by"), str(frame.get("recheck_by"))
    if isinstance(frame, str):
        return frame, ("recheck_by",), str(value.get("recheck_by"))
    return None


def _help(inspection: Inspection) -> Iterator[Finding]:
    registers = inspection.curriculum.registers
    used = {"INTL", *(edition.jurisdiction for edition in inspection.curriculum.editions.values())}
    for document in _registers(inspection):
        pack = registers.help.get(str(document.value.get("jurisdiction"))) if "/help/" in document.path else None
        if pack is None or pack.jurisdiction not in used:
            continue
        for number, service in enumerate(pack.services):
            if service.publishable(registers.signoffs) and service.is_stale(inspection.today, registers.signoffs):
                confirmed = service.last_confirmed(registers.signoffs)
                message = f'the contact "{service.id}" was last confirmed {"on " + confirmed.isoformat() if confirmed else "never"}, more than 180 days ago'
                yield finding(STALE, document.place(("services", number, "last_checked")), message, length=10)
        for role, wanted in pack.roles if pack.jurisdiction != "INTL" else ():
            named = registers.service(wanted or "")
            if named and not named.publishable(registers.signoffs):
                message = f'the contact "{wanted}" stands in the help box but is not published: {named.verified}'
                yield finding(UNVERIFIED_ROLE, document.place(("roles", role)), message, length=len(named.id))


_UNPRINTED = {
    "about", "confirmed_by", "correction", "known_misprints", "not_verified", "note", "notes", "open_question", "reason", "seeds", "status",
}  # fmt: skip
"""Keys of registers whose texts are for editors only; a misprint may be spoken of there."""


def _misprints(inspection: Inspection) -> Iterator[Finding]:
    packs = inspection.curriculum.registers.help.values()
    known = {misprint.wrong: misprint.correct for pack in packs for misprint in pack.known_misprints}
    if not known:
        return
    pattern = re.compile("|".join(_alone(wrong) for wrong in known))
    for path, source in inspection.reading.sources.items():
        if any(wrong in source.text for wrong in known):
            document = inspection.reading.documents.get(path)
            register = path.startswith("facts/") and document
            for place, wrong in _in_register(source, register, pattern) if register else _in_lines(source, pattern):
                correct = known[wrong]
                mend = f"write {correct}" if correct else "delete it: nothing stands behind it"
                yield finding(MISPRINT, place, f'"{wrong}" is a misprint that circulates', mend, len(wrong))


def _alone(wrong: str) -> str:
    """A pattern that finds `wrong` only by itself, not as a part of a longer number or address."""
    return rf"(?<![\w.-]){re.escape(wrong)}(?![\w-]|\.\w)"


def _in_lines(source: Source, pattern: re.Pattern[str]) -> Iterator[tuple[Place, str]]:
    for number, line in enumerate(source.lines, 1):
        for match in pattern.finditer(line):
            yield Place(source.path, number, match.start() + 1), match.group()


def _in_register(source: Source, document: Document, pattern: re.Pattern[str]) -> Iterator[tuple[Place, str]]:
    for at in document.values:
        if _UNPRINTED.isdisjoint(part for part in at if isinstance(part, str)):
            text = document.at(at)
            for match in pattern.finditer(text) if isinstance(text, str) else ():
                yield scalar_locator(source, document, at, text)(match.start(), match.end()), match.group()
