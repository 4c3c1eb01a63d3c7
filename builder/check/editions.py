"""Editions can be built: their modules, jurisdictions and languages exist."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.inspection import Inspection, interface_languages
from builder.check.references import references
from builder.model.edition import Edition
from builder.model.finding import Finding, Rule, finding
from builder.read.outline import did_you_mean
from builder.read.yaml_text import Path

MODULE = Rule("E001", "error", "an edition names modules of the plan", "correct the id, or delete it")
JURISDICTION = Rule(
    "E002", "error", "every jurisdiction that is named has a law pack and a help pack", "correct it, or write the packs"
)
STUB = Rule(
    "E003",
    "error",
    "an edition stands on a law pack that is ready",
    "choose another jurisdiction, or finish the pack and set `buildable: true`",
)
LANGUAGE = Rule(
    "E004",
    "error",
    "an edition is built in languages that have interface words",
    "correct the code, or translate the words in builder/words/",
)
UNSAID = Rule(
    "E005",
    "warning",
    "the plan and the edition speak every language the edition is built in",
    "add the text in this language",
)

RULES = (MODULE, JURISDICTION, STUB, LANGUAGE, UNSAID)


def check(inspection: Inspection) -> Iterator[Finding]:
    """Findings of the editions, and of blocks and items that are for some jurisdictions only."""
    for edition in inspection.curriculum.editions.values():
        yield from _modules(inspection, edition)
        yield from _jurisdiction(inspection, edition)
        yield from _languages(inspection, edition)
    yield from _only(inspection)
    yield from _unsaid(inspection)


def _modules(inspection: Inspection, edition: Edition) -> Iterator[Finding]:
    known = [module.id for module in inspection.curriculum.plan.modules]
    for number, module in enumerate(edition.modules):
        if module not in known:
            place = inspection.place(edition.path, ("modules", number))
            yield finding(MODULE, place, f'there is no module "{module}"', did_you_mean(module, known), len(module))


def _jurisdiction(inspection: Inspection, edition: Edition) -> Iterator[Finding]:
    registers = inspection.curriculum.registers
    wanted = edition.jurisdiction
    place = inspection.place(edition.path, ("jurisdiction",))
    for kind, packs in (("law", registers.law), ("help", registers.help)):
        path = f"facts/{kind}/{wanted}.yml"
        if wanted not in packs and path not in inspection.present:
            yield finding(
                JURISDICTION,
                place,
                f'there is no {kind} pack "{wanted}" ({path})',
                did_you_mean(wanted, sorted(packs)),
                len(wanted),
            )
    pack = registers.law.get(wanted)
    if pack and not pack.jurisdiction.buildable:
        yield finding(
            STUB, place, f'the law pack "{wanted}" is not ready: {pack.jurisdiction.status}', length=len(wanted)
        )


def _languages(inspection: Inspection, edition: Edition) -> Iterator[Finding]:
    known = interface_languages()
    for number, language in enumerate(edition.languages):
        if language not in known:
            place = inspection.place(edition.path, ("languages", number))
            message = f'the language "{language}" has no interface words; there are: {", ".join(known)}'
            yield finding(LANGUAGE, place, message, length=len(language))


def _only(inspection: Inspection) -> Iterator[Finding]:
    known = sorted(inspection.curriculum.registers.law)
    for reference in references(inspection):
        if reference.kind == "only" and reference.id not in known and inspection.registers_whole:
            message = f'there is no jurisdiction "{reference.id}", so this is shown nowhere'
            yield finding(JURISDICTION, reference.place, message, did_you_mean(reference.id, known), reference.length)


def _unsaid(inspection: Inspection) -> Iterator[Finding]:
    """The plan needs every language; an edition its own."""
    said: dict[tuple[str, Path], set[str]] = {}
    for passage in (*inspection.plan_passages, *inspection.edition_passages):
        said.setdefault((passage.path, passage.at[:-1]), set()).add(str(passage.at[-1]))
    own = {edition.path: edition.languages for edition in inspection.curriculum.editions.values()}
    for (path, at), languages in said.items():
        for language in own.get(path, inspection.languages):
            if language not in languages and language in inspection.languages:
                yield finding(
                    UNSAID,
                    inspection.place(path, at, key=True),
                    f'this text has no "{language}"; another language would be shown',
                )
