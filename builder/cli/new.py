"""`likeness new`: reads the command line, has the files written, and says what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

HERE = click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=Path("."),
    show_default="this folder",
    help="Folder of the curriculum.",
)


MORE_TYPES = ("multi", "match", "order", "short", "scenario", "reflect")
"""The types a new quiz may also begin with; it always has one `single` and one `true-false` for each objective."""


@click.group()
def new() -> None:
    """Writes a new curriculum, lesson or quiz for you to fill in."""


@new.command()
@click.argument("folder", type=click.Path(path_type=Path))
def curriculum(folder: Path) -> None:
    """Writes a small curriculum that builds, into a new FOLDER: for lessons of your own organisation."""
    from builder.new import new_curriculum

    written = new_curriculum(folder, date.today())
    click.echo(f"{len(written)} files are in {folder}. Go there and type: likeness build")


@new.command()
@click.argument("name", metavar="MODULE/ID")
@HERE
def lesson(name: str, root: Path) -> None:
    """Writes a lesson with its quiz, in every language, and adds it to the plan. For example: law/my-rights"""
    from builder.new import new_lesson

    _tell(new_lesson(root, name, date.today()))


@new.command()
@click.argument("name", metavar="MODULE/ID")
@click.option(
    "--with",
    "types",
    multiple=True,
    type=click.Choice(MORE_TYPES),
    help="Also an item of this type; may be given several times.",
)
@HERE
def quiz(name: str, types: tuple[str, ...], root: Path) -> None:
    """Writes the quiz of a lesson that has none yet: two items for each of its objectives."""
    from builder.new import new_quiz

    _tell(new_quiz(root, name, types))


def _tell(written: Iterable[Path]) -> None:
    for path in written:
        click.echo(path)
    click.echo("Fill them in; `likeness serve` shows what they look like, `likeness check` what is missing.")
