"""`likeness new`: writes the first version of a curriculum, a lesson or a quiz, so that nobody starts with an empty file."""

from builder.new.curriculum import new_curriculum
from builder.new.lesson import new_lesson, new_quiz

__all__ = ["new_curriculum", "new_lesson", "new_quiz"]
