"""The command `likeness`: it only reads the command line, calls a room and prints what comes back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from builder import __version__
from builder.cli.export import export
from builder.cli.import_bank import import_
from builder.cli.new import new
from builder.errors import LikenessError

HERE = click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=Path("."),
    show_default="this folder",
    help="Folder of the curriculum.",
)


class Commands(click.Group):
    """A group whose commands turn a fault into one sentence and exit code 1, never a traceback."""

    def invoke(self, context: click.Context) -> object:
        """Runs the command."""
        try:
            return super().invoke(context)
        except LikenessError as error:
            click.echo(f"likeness: {error}", err=True)
            sys.exit(1)
        except BrokenPipeError:
            sys.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="likeness")
def main() -> None:
    """Builds lessons on consent, sexual deepfakes, the law and getting help into pages and handouts for a class.

    Stand in the folder of the curriculum (the one with lessons/ in it) and type: likeness build
    """


@main.command()
@HERE
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
def check(root: Path, form: str, strict: bool) -> None:
    """Says what is wrong in the sources, where, and how to mend it."""
    from builder.check import check as check_reading
    from builder.check.report import report
    from builder.check.verdict import closing, fails
    from builder.read import read_curriculum

    reading = read_curriculum(root)
    findings = check_reading(reading, date.today())
    text = report(findings, reading.sources, form)  # type: ignore[arg-type]
    if text:
        click.echo(text)
    if form == "text":
        click.echo(closing(findings), err=True)
    if fails(findings, strict):
        sys.exit(1)


@main.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("docs/schemas"),
    show_default=True,
    help="Folder the schemas are written to.",
)
def schema(out: Path) -> None:
    """Writes the JSON Schemas of the source files, with which an editor completes keys and marks mistakes."""
    from builder.schema import write_schemas

    written = write_schemas(out)
    click.echo(f"{len(written)} schemas written to {out}.")


@main.command()
@HERE
@click.option("--edition", default="kr", show_default=True, help="Which edition: the name of a file in editions/.")
@click.option(
    "--out", type=click.Path(path_type=Path), default=None, help="Folder of the finished site.  [default: site]"
)
@click.option("--strict", is_flag=True, help="Warnings stop the build too.")
def build(root: Path, edition: str, out: Path | None, strict: bool) -> None:
    """Checks the sources, makes the pages and the handouts, and puts them into site/."""
    from builder.cli.progress import run_build

    if not run_build(root, out or root / "site", edition, strict=strict):
        sys.exit(1)


@main.command()
@HERE
@click.option("--edition", default="kr", show_default=True, help="Which edition: the name of a file in editions/.")
@click.option("--port", default=8000, show_default=True, help="Port on this machine.")
def serve(root: Path, edition: str, port: int) -> None:
    """Shows the site in your browser and builds it again whenever you save a source."""
    from builder.cli.progress import run_build
    from builder.handouts.workshop import Workshop
    from builder.serve import serve as serve_preview

    site = root / ".likeness" / "preview"
    with Workshop() as workshop:

        def build(hurried: bool, go_on: Callable[[], bool]) -> int | None:
            summary = run_build(root, site, edition, durable=False, hurried=hurried, workshop=workshop, go_on=go_on)
            return summary.late if summary else None

        serve_preview(root, site, build, say=click.echo, port=port)


main.add_command(export)
main.add_command(import_)
main.add_command(new)
