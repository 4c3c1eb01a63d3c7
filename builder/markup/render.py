"""From Markdown to HTML, outside the page engine, for handouts."""

from __future__ import annotations

from markdown import Markdown

from builder.markup.extension import LikenessExtension
from builder.model.lesson import Lesson
from builder.model.view import View


def render(view: View, text: str, lesson: str = "") -> str:
    """The HTML of a body as `view` shows it. `lesson`: id of the lesson whose items its `quiz` blocks show."""
    extension = LikenessExtension(view, lesson)
    return Markdown(extensions=["footnotes", "tables", "sane_lists", extension]).convert(text)


def render_lesson(view: View, lesson: Lesson) -> str:
    """The HTML of a lesson's body."""
    return render(view, lesson.body.text, lesson.id)
