"""Pictures are described, at hand, small, and nothing but pictures."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.parsers import expat

from builder.check.inspection import Inspection
from builder.check.links import LINK
from builder.check.prose import Passage
from builder.model.finding import Finding, Place, Rule, finding
from builder.read.outline import did_you_mean

ALTERNATIVE = Rule(
    "V001",
    "error",
    "every picture has an alternative text",
    "say between the brackets what the picture shows and why it is here",
)
MISSING = Rule(
    "V002", "error", "a picture lies in the curriculum's folder", "put the file beside the lesson and correct the path"
)
TOO_LARGE = Rule("V003", "error", "a picture is at most 2 MB", "make it smaller: 1600 pixels wide is enough")
UNSAFE = Rule(
    "V004",
    "error",
    "a drawing (SVG) holds shapes only: no script, event, entity or outside reference",
    "save it again as plain SVG, or delete this part",
)
LETTERS = Rule(
    "V005",
    "error",
    "a drawing (SVG) holds no letters in a font",
    "turn the text into paths, or write it below the picture",
)
LINKED = Rule("V006", "error", "a picture is an ordinary file", "put a copy of the file here instead of a link to it")

RULES = (ALTERNATIVE, MISSING, TOO_LARGE, UNSAFE, LETTERS, LINKED)

MAX_BYTES = 2_000_000
_KINDS = (".svg", ".png", ".jpg", ".jpeg")
_ACTIVE = {"script", "foreignObject", "iframe", "object", "embed", "audio", "video", "animate", "set", "handler"}
_LEADS_OUT = re.compile(r"url\(\s*['\"]?(?!\s*['\"]?#)|@import|javascript:", re.IGNORECASE)


def check(inspection: Inspection) -> Iterator[Finding]:
    """Findings of pictures named in prose, and of every picture file."""
    for passage in inspection.passages:
        if "![" in passage.written:
            for match in LINK.finditer(passage.written):
                if match["picture"]:
                    yield from _named(inspection, passage, match)
    for path, actual in inspection.reading.pictures.items():
        yield from _file(path, inspection.reading.root / actual)


def _named(inspection: Inspection, passage: Passage, match: re.Match[str]) -> Iterator[Finding]:
    if not match["label"].strip():
        yield finding(
            ALTERNATIVE, passage.place(*match.span()), "this picture has no alternative text", length=len(match.group())
        )
    target = unquote(match["target"])
    place = passage.place(*match.span("target"))
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]", target):
        yield finding(
            MISSING, place, f'the picture "{target[:60]}" does not lie in the folder', length=len(match["target"])
        )
        return
    path = posixpath.normpath(posixpath.join(posixpath.dirname(passage.path), target))
    if path.startswith("../"):
        yield finding(
            MISSING, place, f'the picture "{target[:60]}" lies outside the folder', length=len(match["target"])
        )
    elif path not in inspection.reading.pictures:
        known = [posixpath.relpath(known, posixpath.dirname(passage.path)) for known in inspection.reading.pictures]
        what = (
            "there is no picture"
            if target.lower().endswith(_KINDS)
            else f"a picture ends in {', '.join(_KINDS)}, unlike"
        )
        yield finding(MISSING, place, f'{what} "{target[:60]}"', did_you_mean(target, known), len(match["target"]))


def _file(path: str, file: Path) -> Iterator[Finding]:
    if file.is_symlink():
        yield finding(LINKED, Place(path), "this picture is a link to another file")
        return
    try:
        size = os.stat(file).st_size
        if not file.is_file():
            yield finding(LINKED, Place(path), "this is not an ordinary file")
        elif size > MAX_BYTES:
            yield finding(TOO_LARGE, Place(path), f"this picture has {size:,} bytes; it may have {MAX_BYTES:,}")
        elif path.endswith(".svg"):
            yield from _Drawing(path).walk(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        yield finding(UNSAFE, Place(path), f"this picture cannot be read ({type(error).__name__})")


class _Drawing:
    """Walks an SVG without ever following an entity, and notes what is not a shape."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []
        self.inside: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.StartDoctypeDeclHandler = self._declares
        self.parser.StartElementHandler = self._begins
        self.parser.EndElementHandler = lambda name: self.inside.pop()
        self.parser.CharacterDataHandler = self._says

    def walk(self, text: str) -> list[Finding]:
        try:
            self.parser.Parse(text, True)
        except expat.ExpatError:
            self._tell(UNSAFE, "this is not a drawing in SVG that can be read")
        except _Refused:
            pass
        return self.findings

    def _tell(self, rule: Rule, message: str) -> None:
        place = Place(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.findings.append(finding(rule, place, message))

    def _declares(self, *_: object) -> None:
        self._tell(UNSAFE, "this drawing declares a document type, which can hold entities")
        raise _Refused

    def _begins(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rsplit("}", 1)[-1]
        self.inside.append(name)
        if name in _ACTIVE:
            self._tell(UNSAFE, f"this drawing holds <{name}>")
        if name == "text":
            self._tell(LETTERS, "this drawing holds letters in a font, which print may not have")
        for key, value in attributes.items():
            self._attribute(name, key.rsplit("}", 1)[-1], value)

    def _attribute(self, name: str, attribute: str, value: str) -> None:
        if attribute.lower().startswith("on"):
            self._tell(UNSAFE, f'<{name}> has the event "{attribute}"')
        elif (attribute == "href" and not value.startswith("#")) or _LEADS_OUT.search(value):
            self._tell(UNSAFE, f'<{name}> refers to something outside in "{attribute}": "{value[:40]}"')

    def _says(self, text: str) -> None:
        if self.inside[-1:] == ["style"] and _LEADS_OUT.search(text):
            self._tell(UNSAFE, "<style> refers to something outside")


class _Refused(Exception):
    """Nothing after this place is read."""
