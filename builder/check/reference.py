"""The reference page of the rules, made from their data and from what each says of its bad fixture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builder.check.families import Family
from builder.model.finding import Rule

_HEAD = """# Rules

<!-- Made from the rules themselves: `LIKENESS_SNAPSHOTS=write pytest tests/check/test_rules.py` -->

`likeness check` reads every source and tells all it finds in one run, sorted by file: `file:line:column`, the severity, the rule, what
is wrong, and below the line how to mend it. An **error** stops a build. A **warning** stops it with `--strict`. A **note** never does.
What an author has [waived](#waivers) is listed at the end, with the reason. `--format json` and `--format github` say the same to programs.
"""


def rules_page(families: Sequence[Family], examples: Mapping[str, str]) -> str:
    """The page in Markdown. `examples`: by rule, the report of its bad fixture, from which its first finding is shown."""
    parts = [_HEAD, _overview(families)]
    for family in families:
        parts.append(f"## {family.title}\n\n{family.about}\n")
        parts.extend(_entry(rule, examples[rule.id]) for rule in family.rules)
    return "\n".join(parts)


def _overview(families: Sequence[Family]) -> str:
    rows = [
        f"| [{family.title}](#{family.title.lower().replace(' ', '-')}) | {family.rules[0].id}–{family.rules[-1].id} | {len(family.rules)} |"
        for family in families
    ]
    total = sum(len(family.rules) for family in families)
    return "\n".join(["| Family | Rules | Number |", "|--|--|--|", *rows, f"| All | | {total} |", ""])


def _entry(rule: Rule, example: str) -> str:
    source = f" Source: {rule.source}." if rule.source else ""
    return f"### {rule.id} {rule.summary}\n\n{rule.severity.capitalize()}. To mend: {rule.mend}.{source}\n\n```text\n{_first(rule, example)}\n```\n"


def _first(rule: Rule, example: str) -> str:
    """The first finding of the rule in a report, without the findings of other rules."""
    passages = example.rstrip("\n").split("\n\n")
    return next(passage for passage in passages if f" {rule.severity} {rule.id} " in passage.split("\n")[0])
