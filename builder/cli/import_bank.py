"""`likeness import`: reads the command line, has the quiz file written, and says what is missing in it."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("name", metavar="MODULE/ID")
@click.option("--language", default="en", show_default=True, help="The language the questions are in.")
@click.option(
    "--from",
    "form",
    type=click.Choice(["gift", "moodle-xml", "csv"]),
    help="The format, where the ending does not say it.",
)
@click.option(
    "--out", type=click.Path(path_type=Path), default=None, help="Another file to write.  [default: the lesson's quiz]"
)
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=Path("."),
    show_default="this folder",
    help="Folder of the curriculum.",
)
def import_(file: Path, name: str, language: str, form: str | None, out: Path | None, root: Path) -> None:
    """Turns a bank of questions (GIFT, Moodle XML, CSV) into the quiz of the lesson MODULE/ID, and lists what is missing."""
    from builder.check.report import report
    from builder.importing import import_bank, quiz_text
    from builder.importing.report import import_report
    from builder.new.lesson import named
    from builder.new.template import write_new

    module, lesson = named(name)
    imported = import_bank(file, form, f"{lesson}-")  # type: ignore[arg-type]
    if imported.findings:
        click.echo(report(list(imported.findings), {}, "text"))
    if not imported.drafts:
        click.echo(f"likeness: No question of {file.name} could be read; nothing was written.", err=True)
        sys.exit(1)
    target = out or root / "quizzes" / module / f"{lesson}.{language}.yml"
    write_new(target.parent, {target.name: quiz_text(imported)})
    click.echo(import_report(imported))
    click.echo(f"{target} is written. Fill in what its comments ask for; `likeness check` finds the rest.")
