"""What an import says at its end: how much came along, and what an author must still write."""

from __future__ import annotations

from collections import Counter

from builder.importing.draft import Imported
from builder.model.finding import Place


def import_report(imported: Imported) -> str:
    """A line for each item that needs an author's hand, then the sum of it."""
    lines = [
        f'{_where(Place(imported.path, draft.line))} item "{draft.keys["id"]}" needs {"; ".join(needs)}'
        for draft in imported.drafts
        if (needs := draft.needs())
    ]
    return "\n".join([*lines, _sum(imported)])


def _where(place: Place) -> str:
    return f"{place.path}:{place.line}"


def _sum(imported: Imported) -> str:
    left_out = sum(found.rule.id in ("J002", "J003") for found in imported.findings)
    needs = Counter(need.split(":")[0].split(" of ")[0] for draft in imported.drafts for need in draft.needs())
    missing = ", ".join(f"{count} × {name}" for name, count in needs.items())
    parts = [f"{len(imported.drafts)} items from {imported.path}"]
    parts += [f"{left_out} questions left out"] if left_out else []
    return "; ".join(parts) + (f". To write: {missing}." if missing else ". Nothing is missing.")
