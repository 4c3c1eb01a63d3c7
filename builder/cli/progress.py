"""What a person sees of a build: a line that moves, the findings, and a closing summary."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from builder.build import Refused, Step, Summary, build
from builder.check.report import report
from builder.check.verdict import closing
from builder.model.finding import Finding
from builder.read import Reading


def run_build(root: Path, out: Path, edition: str, *, strict: bool = False, durable: bool = True) -> bool:
    """Builds and says how it went on the terminal; returns whether something was published."""
    # A build makes much and throws little away: looking for garbage less often saves a twentieth of its time.
    gc.set_threshold(50_000, 20, 50)
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
                part = f"{step.done} of {step.of}" if step.of else ""
                progress.update(
                    task, description=step.name, completed=step.done, total=step.of or None, part=part, refresh=True
                )

            summary = build(root, out, edition, strict=strict, durable=durable, tell=tell)
    except Refused as refused:
        _print_findings(list(refused.findings), refused.reading)
        click.echo(f"likeness: {refused}", err=True)
        return False
    click.echo(describe(summary))
    return True


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
            f"{sum(summary.seconds.values()):.1f} seconds: {steps}.",
            f"Pupils: {summary.out / 'student' / 'index.html'}",
            f"Teachers: {summary.out / 'teacher' / 'index.html'}",
        ]
    )
