"""Whether findings stop a build, and the closing line."""

from __future__ import annotations

from collections import Counter

from builder.model.finding import Finding


def fails(findings: list[Finding], strict: bool) -> bool:
    """Errors stop a build; with `strict` warnings do too."""
    return any(found.severity == "error" or (strict and found.severity == "warning") for found in findings)


def closing(findings: list[Finding]) -> str:
    """One line that counts the findings, e.g. `2 errors, 1 warning in 2 files. 1 is waived.`"""
    waived = sum(bool(found.waived) for found in findings)
    aside = f" {waived} {'is' if waived == 1 else 'are'} waived." if waived else ""
    findings = [found for found in findings if not found.waived]
    if not findings:
        return f"Nothing to mend.{aside}"
    counts = Counter(found.severity for found in findings)
    parts = [f"{count} {name}{'s' * (count != 1)}" for name in ("error", "warning", "note") if (count := counts[name])]
    files = len({found.place.path for found in findings})
    return f"{', '.join(parts)} in {files} file{'s' * (files != 1)}.{aside}"
