"""What a person sees of a build: a line that moves, the findings, and a closing summary."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from builder import garbage
from builder.build import Refused, Step, Summary, build
from builder.check.report import report
from builder.check.verdict import closing
from builder.handouts.workshop import Workshop
from builder.model.finding import Finding
from builder.read import Reading

LATE = "The pages are new; the files to print follow."


def run_build(
    root: Path,
    out: Path,
    edition: str,
    *,
    strict: bool = False,
    durable: bool = True,
    hurried: bool = False,
    workshop: Workshop | None = None,
    go_on: Callable[[], bool] = lambda: True,
) -> Summary | None:
    """Builds and says how it went on the terminal; gives `None` when nothing was published.

    As soon as `go_on` says no, the build ends without a word.
    """
    garbage.look_less_often()
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[part]}"),
        TimeElapsedColumn(),
    )
    try:
        with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
            task = progress.add_task("Starting", total=None, part="")

            def tell(step: Step) -> None:
                if not go_on():
                    raise Overtaken
                part = f"{step.done} of {step.of}" if step.of else ""
                progress.update(
                    task, description=step.name, completed=step.done, total=step.of or None, part=part, refresh=True
                )

            summary = build(
                root, out, edition, strict=strict, durable=durable, hurried=hurried, workshop=workshop, tell=tell
            )
    except Overtaken:
        return None
    except Refused as refused:
        _print_findings(list(refused.findings), refused.reading)
        click.echo(f"likeness: {refused}", err=True)
        return None
    click.echo(describe(summary))
    return summary


class Overtaken(Exception):
    """The sources have changed again: what is being built is no longer wanted."""


def _print_findings(findings: list[Finding], reading: Reading) -> None:
    click.echo(report(findings, reading.sources, "text"))
    click.echo(closing(findings), err=True)
    sys.stdout.flush()


def describe(summary: Summary) -> str:
    """The closing summary: pages, PDFs, findings, seconds, and where to look."""
    steps = ", ".join(f"{name} {seconds:.1f}" for name, seconds in summary.seconds.items())
    return "\n".join(
        [
            f"{summary.pages} pages ({summary.trees} trees built anew), {summary.prints} files to print ({summary.typeset} made anew), {summary.packages} files for learning platforms.",
            f"Findings: {closing(list(summary.findings))}{' `likeness check` lists them.' if summary.findings else ''}",
            *(f"Print: {line}" for line in summary.advice),
            *([LATE] if summary.late else []),
            f"{sum(summary.seconds.values()):.1f} seconds: {steps}.",
            f"Pupils: {summary.out / 'student' / 'index.html'}",
            f"Teachers: {summary.out / 'teacher' / 'index.html'}",
        ]
    )
