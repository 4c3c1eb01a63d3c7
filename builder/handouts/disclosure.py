"""The guides for the moment after the lesson, in the printed guide: each a page to take out and pin up."""

from __future__ import annotations

from builder.handouts.balance import leads, two_columns
from builder.handouts.lesson_tree import is_part, replaced, untitled
from builder.handouts.nodes import Node, node, para
from builder.model.view import View


def sheet(view: View, title: str, blocks: list[Node], mark: str | None = None) -> list[Node]:
    """A guide on a page of its own: text in two columns, tables across, law cards named at the end only."""
    pointer = para(view.word("print.law-cards-end"), role="small")
    named = replaced(blocks, is_part("law"), lambda law: [pointer])
    runs = _runs(untitled(view, named))
    body = [made for run in runs for made in (run if run[-1]["kind"] == "table" else two_columns(run))]
    return [
        node("pagebreak"),
        node("section", role="sheet", level=2, title=[title], body=body, marks={}, mark=mark),
    ]


def _runs(blocks: list[Node]) -> list[list[Node]]:
    """The blocks cut at their tables; a table is a run together with the lines that lead to it."""
    runs: list[list[Node]] = [[]]
    for block in blocks:
        if block["kind"] == "table":
            leading = _leading(runs[-1])
            runs += [[*leading, block], []]
        else:
            runs[-1].append(block)
    return [run for run in runs if run]


def _leading(run: list[Node]) -> list[Node]:
    """The headings and leading lines at the end of `run`, taken out of it."""
    at = len(run)
    while at and leads(run[at - 1]):
        at -= 1
    taken, run[at:] = run[at:], []
    return taken
