"""The Markdown extension of the teaching blocks: `builder.markup` in a page engine's list of extensions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from builder.markup.extension import LikenessExtension
from builder.markup.inline import inline_element, render_inline
from builder.markup.render import render, render_lesson
from builder.markup.views import find_view, remember

__all__ = [
    "LikenessExtension",
    "find_view",
    "inline_element",
    "makeExtension",
    "remember",
    "render",
    "render_inline",
    "render_lesson",
]


def makeExtension(**settings: Any) -> LikenessExtension:  #  (the name Python-Markdown looks for)
    """The extension for the settings of the engine's configuration; each has a default.

    `root`: folder of the curriculum (`.`), `edition` (`kr`), `language` (`en`), `audience` (`student`), `ending`: what
    sources of lessons end in (`.<language>.md`; in a staged tree `.md`).
    """
    language = str(settings.get("language", "en"))
    view = find_view(
        Path(settings.get("root", ".")),
        str(settings.get("edition", "kr")),
        language,
        settings.get("audience", "student"),
    )
    return LikenessExtension(view, ending=str(settings.get("ending", f".{language}.md")))
