"""Links lead somewhere: to a page of the same language that its reader may see, an anchor that exists, or a host we know."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from builder.check.anchors import anchors
from builder.check.inspection import Inspection
from builder.check.prose import Passage
from builder.model.finding import Finding, Place, Rule, finding
from builder.read.outline import did_you_mean

MISSING = Rule(
    "U001",
    "error",
    "a link leads to a page of the curriculum",
    "correct the path; it begins at the folder of this file, e.g. ../get-help.en.md",
)
LANGUAGE = Rule("U002", "error", "a link stays in the language of its page", "link the page of this language")
ANCHOR = Rule(
    "U003",
    "error",
    "the place a link names is on its page",
    "name a heading or block that is there, or leave the part after # out",
)
GUIDE = Rule(
    "U004",
    "error",
    "no pupil's page links to a teacher's guide",
    "put the link into a `teacher` block, or leave it out",
)
SCHEME = Rule(
    "U005",
    "error",
    "a link is a web address or a page of the curriculum",
    "delete the link; numbers to call come from {help.child} or a `help` block",
)
HTML = Rule(
    "U006",
    "error",
    "a text holds no raw HTML",
    "write it in Markdown or with a block; HTML would be shown as the text it is",
)
SNIPPET = Rule("U007", "error", "a text does not include other files", "write the text out")
HOST = Rule(
    "U008",
    "error",
    "a web link leads to a host that a register or an edition names",
    "delete the link, or add the page as a source of a claim, law, help or standard",
)

RULES = (MISSING, LANGUAGE, ANCHOR, GUIDE, SCHEME, HTML, SNIPPET, HOST)

LINK = re.compile(
    r"(?:(?P<picture>!)\[(?P<label>[^\]\[\n]*))?\]\(\s*<?(?P<target>(?:[^()\s<>]|\([^()\s]*\))*)>?\)?",
)
"""A link, or with `picture` a picture and its `label`; what may follow the target does not matter here."""
_AUTO = re.compile(r"<(?P<target>[A-Za-z][A-Za-z0-9+.-]*:[^>\s]*)>")
_DEFINITION = re.compile(r"^\[(?!\^)[^\]\n]+\]:\s*<?(?P<target>[^\s>]+)", re.MULTILINE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--|<!\[CDATA\[|<![A-Za-z]|<\?[A-Za-z]")
_CODE_SPAN = re.compile(r"(?<!`)(`++)[^`]++\1(?!`)")

LICENCES = frozenset({"creativecommons.org", "opensource.org"})
"""Hosts of licences, which the page *About* may link besides what the registers name."""


def check(inspection: Inspection) -> Iterator[Finding]:
    """Findings of links, HTML and inclusions in all prose."""
    for passage in inspection.passages:
        text = passage.written
        if "](" in text or "<" in text or "]:" in text:
            text = _CODE_SPAN.sub(lambda match: " " * len(match.group()), text)
            yield from _links(inspection, passage, text)
            for match in _HTML.finditer(text):
                yield _tell(HTML, passage, match.span(), f'raw HTML stands here: "{_short(match.group())}"')
    for path, source in inspection.reading.sources.items():
        if path.endswith(".md") and "--8<--" in source.text:
            yield from _snippets(inspection, path)


def _snippets(inspection: Inspection, path: str) -> Iterator[Finding]:
    for number, line in enumerate(inspection.reading.sources[path].lines, 1):
        if (column := line.find("--8<--")) >= 0:
            yield finding(
                SNIPPET, Place(path, number, column + 1), "--8<-- asks for another file here", length=len("--8<--")
            )


def _tell(rule: Rule, passage: Passage, span: tuple[int, int], message: str, mend: str = "") -> Finding:
    return finding(rule, passage.place(*span), message, mend, span[1] - span[0])


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _links(inspection: Inspection, passage: Passage, text: str) -> Iterator[Finding]:
    for pattern in (LINK, _AUTO, _DEFINITION):
        for match in pattern.finditer(text):
            if not match.groupdict().get("picture"):
                yield from _link(inspection, passage, match["target"], match.span("target"))


def _link(inspection: Inspection, passage: Passage, target: str, span: tuple[int, int]) -> Iterator[Finding]:
    if target.startswith("glossary:"):
        return
    if target.lower().startswith(("https://", "http://")):
        host = _host(target)
        if host not in _known_hosts(inspection):
            yield _tell(HOST, passage, span, f'no register or edition names the host "{_short(host)}"')
    elif _SCHEME.match(target) or target.startswith(("//", "/", "\\")):
        yield _tell(SCHEME, passage, span, f'the link "{_short(target)}" leads where no page may lead')
    else:
        yield from _page(inspection, passage, target, span)


def _page(inspection: Inspection, passage: Passage, target: str, span: tuple[int, int]) -> Iterator[Finding]:
    """A relative link: its page, language, reader and anchor."""
    written, _, anchor = unquote(target).partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(passage.path), written)) if written else passage.path
    pages = _pages(inspection)
    if path not in pages:
        if path not in inspection.reading.pictures:
            yield _tell(
                MISSING,
                passage,
                span,
                f'there is no page "{_short(target)}" ({_short(path)})',
                _nearest(passage, path, list(pages)),
            )
        return
    language = pages[path]
    if passage.language and language not in ("", passage.language):
        own = path.replace(f".{language}.", f".{passage.language}.")
        mend = f"link {posixpath.relpath(own, posixpath.dirname(passage.path))}" if own in pages else ""
        yield _tell(
            LANGUAGE,
            passage,
            span,
            f'this page is written in "{passage.language}", the linked one in "{language}"',
            mend,
        )
    if path.startswith("guides/") and passage.audience == "student" and inspection.blocks_whole(passage.path):
        yield _tell(GUIDE, passage, span, "pupils read this, and the linked page is for teachers")
    if anchor and anchor not in (known := anchors(inspection, path)):
        yield _tell(
            ANCHOR, passage, span, f'{path} has no place "{_short(anchor)}"', did_you_mean(anchor, sorted(known))
        )


def _nearest(passage: Passage, path: str, pages: list[str]) -> str:
    if path.startswith("../"):
        return "a link must not lead out of the curriculum's folder"
    with_language = path.removesuffix(".md") + f".{passage.language}.md"
    near = (
        with_language
        if with_language in pages
        else did_you_mean(path, pages).removeprefix('did you mean "').removesuffix('"?')
    )
    return f'did you mean "{posixpath.relpath(near, posixpath.dirname(passage.path))}"?' if near else ""


@lru_cache(maxsize=1)
def _pages(inspection: Inspection) -> dict[str, str]:
    """The language of every page by path; "" where a page serves all. A page that could not be read counts as there."""
    found = {path: "" for path in inspection.present if path.endswith(".md")}
    found.update({text.path: text.language for text in inspection.texts})
    return found


@lru_cache(maxsize=1)
def _known_hosts(inspection: Inspection) -> frozenset[str]:
    """The hosts of every address in the registers and editions."""
    found = set(LICENCES)
    for path, document in inspection.reading.documents.items():
        if path.startswith(("facts/", "editions/")):
            for match in re.finditer(r"https?://[^\s\"'<>)\],}]+", inspection.reading.sources[document.path].text):
                found.add(_host(match.group()))
    return frozenset(found)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return address
