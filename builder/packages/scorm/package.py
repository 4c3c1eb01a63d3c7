"""The parts of a SCORM package, from a pupil's view of the lesson."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from importlib.resources import files
from string import Template

from builder.markup import render, render_lesson
from builder.model.view import View
from builder.packages.questions import Bank
from builder.packages.scorm.manifest import manifest
from builder.packages.target import Target
from builder.packages.zipped import zipped
from builder.site.finish import POLICY, look_over, slim
from builder.site.theme_files import script_parts, style_parts

PAGE, HELP = "lesson.html", "get-help.html"
MASTERY = 60
"""Per cent from which a platform may say *passed*, where the edition asks for a score at all."""

_LINK = re.compile(r'<a\b(?P<before>[^>]*?)\shref="(?P<to>[^"]*)"(?P<after>[^>]*)>(?P<inside>.*?)</a>', re.DOTALL)
_STAYS = re.compile(r"#|tel:|https?:")


def write(bank: Bank) -> bytes:
    """The package as a zip file, the same bytes for the same lesson."""
    view = replace(bank.view, audience="student")
    parts = {
        PAGE: _lesson_page(view, bank).encode(),
        "likeness.css": "".join(slim(part) for part in style_parts()).encode(),
        "early.js": _part("early.js"),
        "scorm.js": _part("scorm.js"),
        "quiz.js": "".join(slim(part) for part in script_parts("quiz", "items/")).encode(),
    }
    if page := _help_page(view):
        parts[HELP] = page.encode()
    identity = f"{bank.lesson.id}-{bank.language}"
    score = MASTERY if view.edition.platform_score else None
    parts["imsmanifest.xml"] = manifest(identity, bank.title, PAGE, parts, score)
    return zipped(parts)


def _lesson_page(view: View, bank: Bank) -> str:
    has_help = ("get-help", view.language) in view.curriculum.pages
    help_link = (
        f'<p><a class="go" href="{HELP}" target="_blank">{escape(view.word("blocks.help"))}</a></p>' if has_help else ""
    )
    body = f"{help_link}\n{_self_contained(render_lesson(view, bank.lesson))}"
    scripts = '<script defer src="quiz.js"></script>\n<script defer src="scorm.js"></script>'
    return _page(view, bank.title, bank.lesson.head.question, body, scripts, _colour(view, bank))


def _help_page(view: View) -> str:
    """The page *get help*, with a way back; nothing where the curriculum has none."""
    page = view.curriculum.pages.get(("get-help", view.language))
    if page is None:
        return ""
    crumb = f'<p class="crumbs"><a href="{PAGE}">{escape(view.word("packages.back"))}</a></p>'
    body = _self_contained(render(view, page.body.text))
    return _page(view, page.head.title, page.head.summary, body, "", "amber", crumb)


def _page(view: View, title: str, lead: str, body: str, scripts: str, colour: str, crumb: str = "") -> str:
    template = Template((files("builder") / "packages" / "scorm" / "page.html").read_text("utf-8"))
    text = template.substitute(
        language=view.language,
        policy=POLICY,
        title=escape(title),
        lead=f'<p class="question">{escape(lead)}</p>' if lead else "",
        skip=escape(view.word("packages.skip")),
        score=str(view.edition.platform_score).lower(),
        colour=colour,
        crumb=crumb,
        scripts=scripts,
        body=body,
    )
    look_over(title, text)
    return text


def _self_contained(html: str) -> str:
    """The page without links to pages that are not in the package: their words stay.

    What can be followed opens in its own window: leaving the page would end the visit, and platforms let it begin only once.
    """

    def settle(match: re.Match[str]) -> str:
        to = match["to"]
        if to.split("#")[0].endswith("get-help.md"):
            return f'<a href="{HELP}" target="_blank">{match["inside"]}</a>'
        if not _STAYS.match(to):
            return match["inside"]
        window = ' target="_blank" rel="noopener noreferrer"' if to.startswith("http") else ""
        attributes = re.sub(r'\s(?:rel|target)="[^"]*"', "", f"{match['before']}{match['after']}")
        return f'<a{attributes} href="{to}"{window}>{match["inside"]}</a>'

    return _LINK.sub(settle, html)


def _colour(view: View, bank: Bank) -> str:
    module = view.curriculum.module_of(bank.lesson.id)
    return module.colour if module else ""


def _part(name: str) -> bytes:
    folder = files("builder") / "packages" / "scorm"
    theme = files("builder") / "site" / "theme" / "assets" / "script"
    return slim(((folder if name == "scorm.js" else theme) / name).read_text("utf-8")).encode()


TARGET = Target("scorm", "scorm.zip", write)
