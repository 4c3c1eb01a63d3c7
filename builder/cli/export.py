"""`likeness export`: reads the command line, has the files written, and says where they are."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click


@click.command()
@click.argument("lesson", default="")
@click.option(
    "--to", "target", default="", help="One format only, e.g. moodle-xml; `likeness export --formats` lists them."
)
@click.option("--language", default="", help="One language only, e.g. ko.")
@click.option("--edition", default="kr", show_default=True, help="Which edition: the name of a file in editions/.")
@click.option("--out", type=click.Path(path_type=Path), default=None, help="Folder to write to.  [default: exports]")
@click.option("--formats", is_flag=True, help="Lists the formats and stops.")
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=Path("."),
    show_default="this folder",
    help="Folder of the curriculum.",
)
def export(lesson: str, target: str, language: str, edition: str, out: Path | None, formats: bool, root: Path) -> None:
    """Writes the items of every lesson, or of LESSON, as files for learning platforms, a loss report beside each."""
    from builder.packages import TARGETS, target_of
    from builder.packaging import WORD_SHEETS

    if formats:
        for known in TARGETS:
            click.echo(f"{known.id:<16} *.{known.ending}")
        click.echo(f"{WORD_SHEETS:<16} *.quiz.docx, *.key.docx")
        return
    if target not in ("", WORD_SHEETS):
        target_of(target)
    from builder.build import choose_edition
    from builder.check import check
    from builder.check.report import report
    from builder.check.verdict import closing, fails
    from builder.packaging import export as write
    from builder.read import read_curriculum

    reading = read_curriculum(root)
    findings = check(reading, date.today())
    if reading.curriculum is None or fails(findings, strict=False):
        click.echo(report(findings, reading.sources, "text"))
        click.echo(f"{closing(findings)}\nlikeness: Nothing was exported: mend the errors above.", err=True)
        sys.exit(1)
    folder = out or root / "exports"
    names = write(reading, choose_edition(reading.curriculum, edition), folder, lesson, target, language)
    for name in names:
        click.echo(folder / name)
    click.echo(f"{len(names)} files; beside each that a platform reads lies a report of what it cannot hold.", err=True)
