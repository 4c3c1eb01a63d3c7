"""From Markdown to HTML, outside the page engine, for handouts."""

from __future__ import annotations

from functools import lru_cache

from markdown import Markdown

from builder.markup.extension import LikenessExtension
from builder.markup.inline import ViewKey
from builder.model.lesson import Lesson
from builder.model.view import View


def render(view: View, text: str, lesson: str = "", *, forms: bool = True) -> str:
    """The HTML of a body as `view` shows it. `lesson`: id of the lesson whose items its `quiz` blocks show, if there are to be `forms`."""
    return _rendered(ViewKey(view), text, lesson, forms)


def render_lesson(view: View, lesson: Lesson, *, forms: bool = True) -> str:
    """The HTML of a lesson's body."""
    return render(view, lesson.body.text, lesson.id, forms=forms)


@lru_cache(maxsize=32)
def _rendered(key: ViewKey, text: str, lesson: str, forms: bool) -> str:
    """Remembered, since the same guides stand in the print of every lesson."""
    extension = LikenessExtension(key.view, lesson, forms=forms)
    return Markdown(extensions=["footnotes", "tables", "sane_lists", extension]).convert(text)
