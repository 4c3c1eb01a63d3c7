"""QTI 2.1: a content package for test banks such as TAO, with an item for each question and a test of them all."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from builder.packages.qti21_item import NAMESPACE, identifier, item
from builder.packages.questions import AnyQuestion, Bank
from builder.packages.stand_ins import tags
from builder.packages.target import Target, degraded, dropped, questions_for
from builder.packages.xmltree import document, node
from builder.packages.zipped import zipped

_MANIFEST = "http://www.imsglobal.org/xsd/imscp_v1p1"
_LOM = "http://ltsc.ieee.org/xsd/LOM"


def write(bank: Bank) -> bytes:
    """The package of a bank."""
    questions = questions_for(TARGET, bank)
    files = {_file(question): item(question, bank.language) for question in questions}
    return zipped(
        files | {"test.xml": document(_test(bank, questions)), "imsmanifest.xml": document(_manifest(bank, questions))}
    )


def _file(question: AnyQuestion) -> str:
    return f"items/{question.id}.xml"


def _test(bank: Bank, questions: Iterable[AnyQuestion]) -> Element:
    """All items in one section, answered one by one in any order, with feedback, as often as a pupil likes."""
    refs = [node("assessmentItemRef", identifier=identifier(q), href=_file(q)) for q in questions]
    section = node("assessmentSection", *refs, identifier="section", title=bank.title, visible="true")
    control = node("itemSessionControl", maxAttempts="0", showFeedback="true")
    part = node(
        "testPart", control, section, identifier="part", navigationMode="nonlinear", submissionMode="individual"
    )
    return node("assessmentTest", part, xmlns=NAMESPACE, identifier=_test_id(bank), title=bank.title)


def _test_id(bank: Bank) -> str:
    return f"test-{bank.lesson.id}"


def _manifest(bank: Bank, questions: tuple[AnyQuestion, ...]) -> Element:
    parts = [node("dependency", identifierref=identifier(question)) for question in questions]
    test = node(
        "resource",
        node("file", href="test.xml"),
        *parts,
        identifier=_test_id(bank),
        type="imsqti_test_xmlv2p1",
        href="test.xml",
    )
    return node(
        "manifest",
        node("metadata", node("schema", "QTIv2.1 Package"), node("schemaversion", "1.0.0")),
        node("organizations"),
        node("resources", test, *(_resource(bank, question) for question in questions)),
        identifier=f"likeness-{bank.lesson.id}-{bank.language}",
        xmlns=_MANIFEST,
        xmlns_imsmd=_LOM,
    )


def _resource(bank: Bank, question: AnyQuestion) -> Element:
    """An item with what a bank may sort it by."""
    words = [node("imsmd:keyword", node("imsmd:string", tag, language="x-none")) for tag in tags(bank, question)]
    title = node("imsmd:title", node("imsmd:string", question.stem.text, language=bank.language))
    return node(
        "resource",
        node("metadata", node("imsmd:lom", node("imsmd:general", title, *words))),
        node("file", href=_file(question)),
        identifier=identifier(question),
        type="imsqti_item_xmlv2p1",
        href=_file(question),
    )


TARGET = Target(
    "qti21",
    "qti21.zip",
    write,
    {
        "match/feedback": degraded("reasons-together"),
        "order/feedback": degraded("reasons-together"),
        "short": degraded("spellings"),
        "scenario": degraded("chain"),
        "reflect": degraded("essay"),
        "hint": dropped("no-hint"),
    },
)
