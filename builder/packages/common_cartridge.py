"""Common Cartridge 1.1: one file that Canvas, Schoology, D2L Brightspace and Blackboard import and Moodle restores.

Its assessment is QTI 1.2 (`qti12.py`). The cartridge has only questions with one right answer, with several, to type, and to write;
pairs and orders become one question for each part.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.packages.qti12 import assessment
from builder.packages.questions import Bank
from builder.packages.target import Target, degraded, dropped, questions_for
from builder.packages.xmltree import document, node
from builder.packages.zipped import zipped

_MANIFEST = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
_TYPE = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"
_FILE = "quiz/assessment.xml"


def write(bank: Bank) -> bytes:
    """The cartridge of a bank: a manifest and one assessment."""
    return zipped(
        {
            "imsmanifest.xml": document(_manifest(bank)),
            _FILE: assessment(bank, questions_for(TARGET, bank)),
        }
    )


def _manifest(bank: Bank) -> Element:
    quiz = f"quiz-{bank.lesson.id}"
    return node(
        "manifest",
        node(
            "metadata",
            node("schema", "IMS Common Cartridge"),
            node("schemaversion", "1.1.0"),
            node(
                "lomimscc:lom",
                node(
                    "lomimscc:general",
                    node("lomimscc:title", node("lomimscc:string", bank.title, language=bank.language)),
                ),
            ),
        ),
        node(
            "organizations",
            node(
                "organization",
                node(
                    "item",
                    node("item", node("title", bank.title), identifier="item-1", identifierref=quiz),
                    identifier="root",
                ),
                identifier="organization-1",
                structure="rooted-hierarchy",
            ),
        ),
        node("resources", node("resource", node("file", href=_FILE), identifier=quiz, type=_TYPE)),
        identifier=f"likeness-{bank.lesson.id}-{bank.language}",
        xmlns=_MANIFEST,
        xmlns_lomimscc=_LOM,
    )


TARGET = Target(
    "common-cartridge",
    "imscc",
    write,
    {
        "match": degraded("choice-a-pair"),
        "match/feedback": degraded("pair-feedback"),
        "order": degraded("choice-a-step"),
        "short": degraded("spellings"),
        "short/feedback": degraded("not-in-moodle"),
        "scenario": degraded("chain"),
        "reflect": degraded("essay"),
        "hint": dropped("no-hint"),
        "partial": degraded("platform-marks"),
        "all-or-nothing": degraded("platform-marks"),
        "fixed": dropped("no-fixed"),
        "objective": dropped("no-objective"),
    },
)
