"""Stages a plain tree that any engine for Markdown can build: pages with front matter, and a small `mkdocs.yml`.

Only files whose text changed are written, so that an engine that watches the tree is not woken for nothing.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.markup.elements import own_name
from builder.markup.visible import visible_text
from builder.model.lesson import Lesson, Page
from builder.model.view import View
from builder.site.platforms import Package, packages_of, page_name, platforms_meta
from builder.site.prints import ROOM, Print, cards_of, links_of, room_meta

_LINK = re.compile(r"(?<!\\)(\]\()([^()\s]+?\.md)(#[^()\s]*)?(\))")
_TERM = re.compile(r"\]\(glossary:([a-z0-9-]+)\)")
_QUIZ = re.compile(r"^(/{3,}[ \t]*quiz[ \t]*)$", re.MULTILINE)
_FILES = ("glossary", "sources", "about", "privacy")


@dataclass(frozen=True)
class Staged:
    """A staged tree: its configuration, and the pages an engine must make of it (`consent/index.html`)."""

    view: View
    folder: Path
    pages: tuple[str, ...]

    @property
    def config(self) -> Path:
        """The engine's configuration."""
        return self.folder / "mkdocs.yml"


@dataclass(frozen=True)
class Files:
    """The files the pages link to: handouts, and packages for learning platforms."""

    prints: list[Print]
    packages: list[Package]


def stage(
    view: View, root: Path, folder: Path, pictures: dict[str, str], files: Files, dates: dict[str, str]
) -> Staged:
    """Writes the tree for `view` below `folder`.

    `pictures`: {path below `root`: path on the disk}; `files`: what the pages link to; `dates`: `build_date` and
    `help_checked` for the page foot.
    """
    texts: dict[str, str] = {}
    addresses = staged_addresses(view)
    for lesson in view.lessons:
        texts[addresses[lesson.path]] = _lesson_page(view, lesson, addresses, files)
        if packages := packages_of(files.packages, lesson.id, view):
            name = page_name(lesson.id)
            sibling = _siblings(
                view, name, {package.language for package in files.packages if package.lesson == lesson.id}
            )
            texts[name] = _front(platforms_meta(packages, lesson, view, sibling))
    for page in pages_of(view):
        texts[addresses[page.path]] = _page(view, page, addresses, files)
    room = room_meta(files.prints, view, _siblings(view, f"{ROOM}.md", set(view.edition.languages)))
    if room:
        texts[f"{ROOM}.md"] = _front(room)
    docs = folder / "docs"
    kept = {docs / name for name in texts}
    for name, text in texts.items():
        write_if_changed(docs / name, text)
    for path, actual in pictures.items():
        inner = path.split("/", 1)[1] if path.startswith("lessons/") else path
        if path.startswith("lessons/") or view.audience == "teacher":
            kept.add(docs / inner)
            copy_if_changed(root / actual, docs / inner)
    remove_others(docs, kept)
    write_if_changed(
        folder / "mkdocs.yml", json.dumps(_configuration(view, root, folder, dates, room), ensure_ascii=False, indent=1)
    )
    return Staged(view, folder, tuple(sorted(name.removesuffix(".md") + ".html" for name in texts)))


def pages_of(view: View) -> tuple[Page, ...]:
    """The pages of a view that are not lessons: its language's, the language-neutral ones, and for teachers the guides."""
    modules = {module.id for module in view.curriculum.plan.modules} - {module.id for module in view.modules}
    return tuple(
        page
        for page in view.curriculum.pages.values()
        if page.language in ("", view.language)
        and (page.audience == "student" or view.audience == "teacher")
        and page.name.split("/")[0] not in modules
        and page.head.kind != "print"
    )


def guides_of(view: View) -> list[Page]:
    """The guides of a teacher's view, in the order of the plan, those it does not name after them."""
    order = view.curriculum.plan.guides
    guides = [page for page in pages_of(view) if page.audience == "teacher"]
    return sorted(guides, key=lambda page: (order.index(page.name) if page.name in order else len(order), page.name))


def staged_addresses(view: View) -> dict[str, str]:
    """{path of a source: its place in the staged tree}, e.g. `lessons/consent/x.en.md` -> `consent/x.md`."""
    addresses = {lesson.path: f"{lesson.module}/{lesson.id}.md" for lesson in view.lessons}
    for page in pages_of(view):
        addresses[page.path] = f"{'guides/' if page.audience == 'teacher' else ''}{page.name}.md"
    return addresses


def _lesson_page(view: View, lesson: Lesson, addresses: dict[str, str], files: Files) -> str:
    head = lesson.head
    meta: dict[str, Any] = {
        "title": head.title, "description": head.summary, "kind": "lesson", "module": lesson.module, "band": head.band,
        "minutes": head.minutes, "core_minutes": head.core_minutes, "question": head.question,
        "objectives": [{"id": objective.id, "text": objective.text} for objective in head.objectives],
        "reviewed": head.reviewed.isoformat(),
        "sibling": _siblings(view, addresses[lesson.path], {language for (name, language) in view.curriculum.lessons if name == lesson.id}),
        **links_of(files.prints, lesson.id, view),
        **({"platforms": f"../{page_name(lesson.id).removesuffix('.md')}.html"} if packages_of(files.packages, lesson.id, view) else {}),
    }  # fmt: skip
    text = _QUIZ.sub(rf"\1\n    lesson: {lesson.id}", visible_text(view, lesson.body.text))
    return _front(meta) + _relink(text, lesson.path, addresses)


def _page(view: View, page: Page, addresses: dict[str, str], files: Files) -> str:
    name = addresses[page.path]
    module = next((m for m in view.curriculum.plan.modules if name == f"{m.id}/index.md"), None)
    title = page.head.title
    if module or page.head.kind == "home":
        title = view.say(module.title if module else view.curriculum.plan.title)
    languages = {language for (other, language) in view.curriculum.pages if other == page.name}
    meta = {
        "title": title,
        "description": page.head.summary
        or (view.say(module.summary) if module else view.say(view.curriculum.plan.tagline)),
        "summary": page.head.summary,
        "name": page.name,
        "kind": "guide" if page.audience == "teacher" and page.head.kind == "page" else page.head.kind,
        "module": module.id if module else "",
        "cards": cards_of(files.prints, page.name, view),
        "sibling": _siblings(view, name, set(view.edition.languages) if "" in languages else languages),
    }
    return _front(meta) + _relink(visible_text(view, page.body.text), page.path, addresses)


def _siblings(view: View, name: str, languages: set[str]) -> dict[str, str]:
    """The same page in the edition's other languages: {code: address relative to the page}."""
    up = "../" * (name.count("/") + 1)
    address = name.removesuffix(".md") + ".html"
    return {
        language: f"{up}{language}/{address if language in languages else 'index.html'}"
        for language in view.edition.languages
        if language != view.language
    }


def _front(meta: dict[str, Any]) -> str:
    """Front matter. JSON is YAML, and says exactly what is meant."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items())
    return "---\n" + "\n".join(lines) + "\n---\n"


def _relink(text: str, path: str, addresses: dict[str, str]) -> str:
    """Links between sources become links between staged pages; glossary words become links to the glossary."""
    here = posixpath.dirname(addresses[path])

    def place(match: re.Match[str]) -> str:
        target = addresses.get(posixpath.normpath(posixpath.join(posixpath.dirname(path), match[2])))
        if target is None:
            return match[0]
        return f"{match[1]}{posixpath.relpath(target, here or '.')}{match[3] or ''}{match[4]}"

    glossary = next((staged for staged in addresses.values() if staged == "glossary.md"), None)
    if glossary:
        text = _TERM.sub(rf"]({posixpath.relpath(glossary, here or '.')}#term-\1)", text)
    return _LINK.sub(place, text)


def _configuration(
    view: View, root: Path, folder: Path, dates: dict[str, str], room: dict[str, Any] | None
) -> dict[str, Any]:
    plan = view.curriculum.plan
    return {
        "INHERIT": os.path.relpath(root / "mkdocs.yml", folder),
        "site_name": view.say(plan.title),
        "docs_dir": "docs",
        "site_dir": "site",
        "exclude_docs": "",
        "nav": _navigation(view),
        "theme": {"name": "material", "custom_dir": str(Path(__file__).parent / "theme"), "language": view.language},
        # The last two only so that the plugin need not ask the base theme for them: our own search does without.
        "plugins": {"search": {"lang": view.language, "separator": r"[\s\-]+", "pipeline": []}},
        "markdown_extensions": {
            "builder.markup": {
                "root": str(root), "edition": view.edition.id, "language": view.language, "audience": view.audience, "ending": ".md",
            }
        },
        "copyright": view.say(plan.licence),
        "extra": {
            "edition_name": view.say(view.edition.name),
            "school_name": view.say(view.edition.school.name),
            "tagline": view.say(plan.tagline),
            "welcome": view.say(plan.welcome if view.audience == "student" else plan.welcome_teacher),
            "audience": view.audience,
            "language": view.language,
            "languages": [{"code": code, "name": own_name(code)} for code in view.edition.languages],
            "jurisdiction": view.jurisdiction,
            "neutral_page": view.edition.neutral_page,
            "page_ending": ".html",
            "modules": [
                {"id": m.id, "title": view.say(m.title), "colour": m.colour, "figure": m.figure, "url": f"{m.id}/index.html"}
                for m in view.modules
            ],
            "guides": [
                {"title": page.head.title, "url": f"guides/{page.name}.html"} for page in guides_of(view)
            ],
            "print_room": room["title"] if room else "",
            **dates,
        },
    }  # fmt: skip


def _navigation(view: View) -> list[Any]:
    names = set(staged_addresses(view).values())
    nav: list[Any] = ["index.md"] if "index.md" in names else []
    for module in view.modules:
        inner = [f"{module.id}/index.md", *(f"{module.id}/{lesson.id}.md" for lesson in view.lessons_of(module))]
        nav.append({view.say(module.title): [name for name in inner if name in names]})
    guides = [f"guides/{page.name}.md" for page in guides_of(view)]
    if guides:
        nav.append({view.word("blocks.for-teachers"): guides})
    placed = {"index.md", *guides} | {name for name in names if "/" in name}
    rest = sorted(names - placed, key=lambda name: (name != "get-help.md", name.removesuffix(".md") in _FILES, name))
    return [*nav, *rest]


def write_if_changed(file: Path, text: str) -> bool:
    """Writes `text` unless the file holds it already; returns whether it wrote."""
    encoded = text.encode("utf-8")
    if file.is_file() and file.read_bytes() == encoded:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(encoded)
    return True


def copy_if_changed(source: Path, target: Path) -> None:
    """Copies a picture unless the target holds the same bytes."""
    if not target.is_file() or target.read_bytes() != source.read_bytes():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def remove_others(folder: Path, kept: set[Path]) -> None:
    """Deletes the files below `folder` that are not in `kept`: pages whose source is gone."""
    for file in sorted(folder.rglob("*"), reverse=True):
        if file.is_file() and file not in kept:
            file.unlink()
        elif file.is_dir() and not any(file.iterdir()):
            file.rmdir()
