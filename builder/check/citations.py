"""Facts come from the registers: every name is known, may be taught, and is printed with its source."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.inspection import Inspection
from builder.check.references import NOTE, Reference, references
from builder.model.blocks import TOPICS, listed
from builder.model.curriculum import Registers
from builder.model.edition import Edition
from builder.model.finding import Finding, Rule, finding
from builder.model.registers import Claim
from builder.read.outline import did_you_mean

FACT = Rule(
    "K001",
    "error",
    "a claim, provision or myth that is named is in its register",
    "correct the id, or add the entry to facts/",
)
BRACES = Rule(
    "K002",
    "error",
    "a reference in braces names something the registers can print",
    "write e.g. {U02.caught}, {law.name}, {help.child}",
)
WORD = Rule(
    "K003",
    "error",
    "a word of the vocabulary or a glossary link is in the glossary",
    "correct the id, or add the word to facts/glossary.yml",
)
STANDARD = Rule(
    "K004",
    "error",
    "a standard that is named is in the register of standards",
    "correct the id, or add the entry to facts/standards.yml",
)
NOT_TAUGHT = Rule(
    "K005",
    "error",
    "a claim marked `do not teach` stands only in a myth, with its correction",
    "take it out, or tell it in a `myth` block",
)
CAVEAT = Rule(
    "K006",
    "error",
    "a claim that needs a caveat has it in the language it is cited in",
    "add the caveat in this language to facts/claims.yml",
)
UNSIGNED = Rule(
    "K007",
    "error",
    "law or help known from memory only is not cited without a sign-off",
    "cite another entry, or have it checked and signed in facts/signoffs.yml",
)
UNANSWERED = Rule(
    "K008",
    "error",
    "a reference can be printed in every edition that shows it",
    "put it into a block with `only:`, or write it without the reference",
)
TOPIC = Rule(
    "K009",
    "warning",
    "a `law` block finds a published provision for each of its topics",
    "leave the topic out, or add a provision to the law pack",
)
UNPRINTED = Rule(
    "K010",
    "error",
    "references stand in bodies and quizzes, where they are replaced",
    "say it in words: here it would be printed with its braces or brackets",
)
NOTELESS = Rule(
    "K011",
    "error",
    "a figure stands in one paragraph with the footnote of its claim",
    "add the footnote after the sentence",
)
UNCITED = Rule(
    "K012", "error", "an item cites the claims whose figures or marks stand in its texts", "add the id to `cite`"
)

RULES = (FACT, BRACES, WORD, STANDARD, NOT_TAUGHT, CAVEAT, UNSIGNED, UNANSWERED, TOPIC, UNPRINTED, NOTELESS, UNCITED)

LAW_FIELDS = ("name", "child_means", "age_of_criminal_responsibility")
HELP_ROLES = ("emergency", "crisis", "child", "removal", "school")


def check(inspection: Inspection) -> Iterator[Finding]:
    """Findings about every place in which a register's entry is named."""
    for reference in references(inspection):
        match reference.kind:
            case "note" | "cite" | "fact" | "statute" | "myth":
                yield from _fact(inspection, reference)
            case "figure" | "law" | "help":
                yield from _braces(inspection, reference)
            case "word" | "vocabulary":
                yield from _known(inspection, WORD, "word", reference, list(inspection.curriculum.registers.glossary))
            case "standard":
                yield from _known(
                    inspection, STANDARD, "standard", reference, list(inspection.curriculum.registers.standards)
                )
        if reference.kind in ("note", "figure", "law", "help", "word"):
            yield from _unprinted(reference)
        if reference.kind in ("note", "figure"):
            yield from _in_item(inspection, reference)
    yield from _topics(inspection)


def _tell(rule: Rule, reference: Reference, message: str, mend: str = "") -> Finding:
    return finding(rule, reference.place, message, mend, reference.length)


def _known(inspection: Inspection, rule: Rule, what: str, reference: Reference, known: list[str]) -> Iterator[Finding]:
    if reference.id not in known and inspection.registers_whole:
        yield _tell(rule, reference, f'there is no {what} "{reference.id}"', did_you_mean(reference.id, known))


def _fact(inspection: Inspection, reference: Reference) -> Iterator[Finding]:
    registers = inspection.curriculum.registers
    provisions = [] if reference.kind == "fact" else [p.id for pack in registers.law.values() for p in pack.provisions]
    known = {
        "myth": list(registers.myths),
        "fact": list(registers.claims),
        "statute": provisions,
    }.get(reference.kind, [*registers.claims, *provisions])
    what = {"myth": "myth", "fact": "claim", "statute": "provision"}.get(reference.kind, "claim or provision")
    if reference.id not in known:
        yield from _known(inspection, FACT, what, reference, known)
        return
    claim = registers.claims.get(reference.id)
    if claim:
        yield from _claim(reference, claim)
    provision = registers.provision(reference.id)
    if provision and not provision.publishable(registers.signoffs):
        yield _tell(
            UNSIGNED,
            reference,
            f'the provision "{reference.id}" is known from memory only, and nobody has signed for it',
        )


def _claim(reference: Reference, claim: Claim) -> Iterator[Finding]:
    if not claim.teachable() and not reference.in_myth:
        yield _tell(
            NOT_TAUGHT, reference, f'the claim {claim.id} is marked "do not teach": {claim.correction or claim.reason}'
        )
    elif claim.caveat and reference.language and reference.language not in claim.caveat:
        yield _tell(
            CAVEAT, reference, f'the caveat of {claim.id} is not written in the language "{reference.language}"'
        )


def _braces(inspection: Inspection, reference: Reference) -> Iterator[Finding]:
    if reference.kind == "figure":
        if inspection.registers_whole or reference.id in inspection.curriculum.registers.claims:
            yield from _figure(inspection.curriculum.registers, reference)
        return
    known = LAW_FIELDS if reference.kind == "law" else HELP_ROLES
    if reference.name not in known:
        hint = did_you_mean(reference.name, list(known)) or "write one of: " + ", ".join(
            f"{{{reference.id}.{name}}}" for name in known
        )
        yield _tell(BRACES, reference, f"{{{reference.id}.{reference.name}}} names nothing that can be printed", hint)
        return
    for edition in _editions(inspection, reference):
        if not _answers(inspection.curriculum.registers, edition, reference):
            message = f"the edition {edition.id} ({edition.jurisdiction}) has nothing published for {{{reference.id}.{reference.name}}}"
            yield _tell(UNANSWERED, reference, message)


def _editions(inspection: Inspection, reference: Reference) -> list[Edition]:
    """The editions that show the place of a reference."""
    return [
        edition
        for edition in inspection.curriculum.editions.values()
        if reference.language in ("", *edition.languages)
        and (not reference.only or edition.jurisdiction in reference.only)
        and edition.jurisdiction in inspection.curriculum.registers.law
        and edition.jurisdiction in inspection.curriculum.registers.help
    ]


def _answers(registers: Registers, edition: Edition, reference: Reference) -> bool:
    if reference.kind == "law":
        jurisdiction = registers.law[edition.jurisdiction].jurisdiction
        language = reference.language or "en"
        return reference.name != "age_of_criminal_responsibility" or bool(jurisdiction.age(language))
    service = registers.service(getattr(registers.help[edition.jurisdiction].roles, reference.name) or "")
    return service is not None and service.publishable(registers.signoffs)


def _figure(registers: Registers, reference: Reference) -> Iterator[Finding]:
    claim = registers.claims.get(reference.id)
    shown = f"{{{reference.id}.{reference.name}}}"
    if claim is None:
        hint = did_you_mean(reference.id, [*registers.claims, "law", "help"])
        yield _tell(BRACES, reference, f'there is no claim "{reference.id}"', hint)
    elif reference.name not in claim.figures:
        known = list(claim.figures)
        hint = did_you_mean(reference.name, known) or (
            f"it has: {', '.join(known)}" if known else "it has no figures; cite it in a footnote"
        )
        yield _tell(BRACES, reference, f'the claim {claim.id} has no figure "{reference.name}"', hint)
    elif reference.passage and reference.passage.path.startswith("quizzes/"):
        yield from _claim(reference, claim)
    elif reference.passage and not _has_note(registers, reference.passage.written, claim.id):
        yield _tell(
            NOTELESS,
            reference,
            f"{shown} stands in a paragraph without [^{claim.id}]",
            f"add [^{claim.id}] after the sentence",
        )


def _has_note(registers: Registers, paragraph: str, claim: str) -> bool:
    """Whether the paragraph carries the claim's footnote, or one that is misspelt and told of already."""
    notes = NOTE.findall(paragraph)
    return claim in notes or any(note not in registers.claims and not registers.provision(note) for note in notes)


def _unprinted(reference: Reference) -> Iterator[Finding]:
    """Front matter, the plan and editions are printed as they are, and so are the links of a quiz."""
    passage = reference.passage
    if passage is None or not passage.at:
        return
    if not passage.path.startswith("quizzes/") or reference.kind == "word":
        yield _tell(UNPRINTED, reference, "this reference stands where it is printed as it is written")


def _topics(inspection: Inspection) -> Iterator[Finding]:
    registers = inspection.curriculum.registers
    edition = inspection.edition
    pack = registers.law.get(edition.jurisdiction)
    for text in inspection.texts if pack else ():
        if text.language not in ("", *edition.languages):
            continue
        for block in text.body.walk():
            only = listed(block.options.get("only", ""))
            if block.name == "law" and pack and (not only or edition.jurisdiction in only):
                for topic in listed(block.options.get("topics", "")):
                    provisions = pack.on_topics([topic]) if topic in TOPICS else None  # type: ignore[list-item]
                    if provisions is not None and not any(p.publishable(registers.signoffs) for p in provisions):
                        place = inspection.option_place(text.path, block, "topics")
                        message = (
                            f'the law pack {edition.jurisdiction} has no published provision for the topic "{topic}"'
                        )
                        yield finding(TOPIC, place, message, length=len(block.options["topics"]))


def _in_item(inspection: Inspection, reference: Reference) -> Iterator[Finding]:
    """A quiz prints no notes, so an item names the claims of its figures and footnote marks under `cite`."""
    passage = reference.passage
    if passage is None or not passage.path.startswith("quizzes/") or len(passage.at) < 2:
        return
    quiz = next(quiz for quiz in inspection.curriculum.quizzes.values() if quiz.path == passage.path)
    item = quiz.items[int(passage.at[1])]
    if reference.id not in item.cite:
        message = f'item "{item.id}" speaks of {reference.id}, which it does not cite'
        yield _tell(UNCITED, reference, message, f"write `cite: [{', '.join((*item.cite, reference.id))}]`")
